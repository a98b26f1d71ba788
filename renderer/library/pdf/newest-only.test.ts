import { expect, test } from "vitest";
import { newestOnly } from "./newest-only.ts";

/** Pages that are drawn when the test says so. */
class Desk {
  readonly events: string[] = [];
  readonly #ready = new Map<number, () => void>();
  readonly #end = new Map<number, (value: string | null) => void>();
  readonly #draw = newestOnly<number, string>();

  draw(page: number): Promise<string | null> {
    return this.#draw({
      prepare: () => new Promise((resolve) => this.#ready.set(page, () => resolve(page))),
      begin: (ready) => {
        this.events.push(`begin ${ready}`);
        const done = new Promise<string | null>((resolve) => this.#end.set(page, resolve));
        const stop = () => {
          this.events.push(`stop ${page}`);
          this.#end.get(page)?.(null);
        };
        return { done, stop };
      },
    });
  }

  async isReady(page: number): Promise<void> {
    this.#ready.get(page)?.();
    await Promise.resolve().then(() => Promise.resolve());
  }

  end(page: number): void {
    this.#end.get(page)?.(`page ${page}`);
  }
}

test("a page that is being drawn is stopped by the next one", async () => {
  const desk = new Desk();
  const first = desk.draw(1);
  await desk.isReady(1);
  const second = desk.draw(2);
  await desk.isReady(2);
  desk.end(2);
  expect(await Promise.all([first, second])).toEqual([null, "page 2"]);
  expect(desk.events).toEqual(["begin 1", "stop 1", "begin 2"]);
});

test("of pages leafed through faster than they get ready only the last is drawn, whichever is ready first", async () => {
  const desk = new Desk();
  const asked = [desk.draw(1), desk.draw(2), desk.draw(3)];
  for (const page of [3, 1, 2]) await desk.isReady(page);
  desk.end(3);
  expect(await Promise.all(asked)).toEqual([null, null, "page 3"]);
  expect(desk.events).toEqual(["begin 3"]);
});
