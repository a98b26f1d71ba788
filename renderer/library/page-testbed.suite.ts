import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach } from "vitest";
import { FakeMachine } from "../host/fake-host.ts";
import { randomBytesFrom, seededRandom } from "./journal/sample-vault.suite.ts";
import { type OpenPage, openPageOf, type PageSurroundings } from "./open-page.suite.ts";

/** One computer a test, new for each, and the pages that are opened on it. */
export interface PageTestbed {
  readonly machine: FakeMachine;
  /** What the browser keeps; pages share it until a test says otherwise. */
  profile: IDBFactory;
  now: number;
  openPage(but?: Partial<PageSurroundings>): Promise<OpenPage>;
  /** As when the browser is closed; the next page finds the computer as they left it. */
  closePages(): void;
}

export function setUpPageTestbed(startsAt: number): PageTestbed {
  let machine = new FakeMachine();
  let randomBytes = randomBytesFrom(seededRandom(1));
  const pages: OpenPage[] = [];
  const testbed: PageTestbed = {
    get machine() {
      return machine;
    },
    profile: new IDBFactory(),
    now: startsAt,
    async openPage(but = {}) {
      const { profile: indexedDB } = testbed;
      const page = await openPageOf({ machine, indexedDB, clock: () => testbed.now, randomBytes, ...but });
      pages.push(page);
      return page;
    },
    closePages() {
      for (const page of pages.splice(0)) page.close();
    },
  };
  beforeEach(() => {
    machine = new FakeMachine();
    randomBytes = randomBytesFrom(seededRandom(1));
    testbed.profile = new IDBFactory();
    testbed.now = startsAt;
  });
  afterEach(() => testbed.closePages());
  return testbed;
}

/** For a page that finds another one holding the library: how patiently it asks again isn't what the test is about. */
export const hardlyWaits = (delayMs: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, Math.min(delayMs, 1)));
