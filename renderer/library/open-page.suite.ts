import { type LibraryCalls, type LibraryConnection, type LibraryEvents, libraryCalls } from "../contracts/library.ts";
import { channelOver } from "../contracts/message-port.ts";
import { connect, serve } from "../contracts/rpc.ts";
import type { FakeMachine } from "../host/fake-host.ts";
import type { Changed } from "../model/changes.ts";
import type { LibraryStatus } from "../model/library-status.ts";
import { type ListPage, noFilters } from "../model/view.ts";
import { createHandlers } from "./handlers.ts";
import { startNodePdfWorker } from "./import/node-pdf-worker.suite.ts";
import { createLog } from "./log.ts";
import { createSession } from "./session.ts";
import { type Surroundings, shippedLimits } from "./surroundings.ts";

/** The whole worker but for its last file, asked through the same messages that the page sends. */
export interface OpenPage {
  readonly library: LibraryConnection;
  /** What the page was answered that asked before the library was open. */
  readonly firstPage: ListPage;
  readonly changes: readonly Changed[];
  readonly statuses: readonly LibraryStatus[];
  close(): void;
}

export interface PageSurroundings {
  readonly machine: FakeMachine;
  readonly indexedDB: IDBFactory;
  readonly clock: () => number;
  readonly randomBytes: Surroundings["randomBytes"];
  /** Of the reference shelf; none where a test isn't about it. */
  readonly shelfTexts?: readonly string[];
  readonly wait?: (delayMs: number) => Promise<void>;
  /** False = no machine answers this page. */
  readonly hasMachine?: boolean;
}

/** Answers once the library is open, or can't be. */
export async function openPageOf(surroundings: PageSurroundings): Promise<OpenPage> {
  const { machine, indexedDB, clock, randomBytes, hasMachine = true } = surroundings;
  const { port1, port2 } = new MessageChannel();
  const log = createLog({ clock });
  const host = machine.connect();
  const session = createSession({ log, clock, emit: (name, value) => server.emit(name, value) });
  const server = serve<LibraryCalls, LibraryEvents>(channelOver(port1), libraryCalls, createHandlers(session), {
    onBug: (error) => {
      throw error;
    },
  });
  const library = connect<LibraryCalls, LibraryEvents>(channelOver(port2), libraryCalls);
  const changes: Changed[] = [];
  library.on("changed", (changed) => changes.push(changed));
  const statuses: LibraryStatus[] = [];
  library.on("status", (status) => statuses.push(status));
  const reached: Surroundings = {
    host,
    clock,
    randomBytes,
    wait: surroundings.wait ?? ((delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs))),
    indexedDB,
    startPdfWorker: startNodePdfWorker,
    limits: shippedLimits,
    drawPicture: null,
    shelfTexts: async () => surroundings.shelfTexts ?? [],
  };
  // As the page does it: it asks for its first list while the library is still opening.
  const firstAnswer = library.calls.listBriefings({ view: { kind: "all" }, filters: noFilters, offset: 0, limit: 50 });
  await session.start(hasMachine ? reached : null);
  const firstPage = await firstAnswer;
  return {
    library,
    firstPage,
    changes,
    statuses,
    close() {
      session.running()?.stop();
      library.close();
      port1.close();
      machine.close(host);
    },
  };
}
