import type { LibraryCalls, LibraryEvents } from "../contracts/library.ts";
import { libraryCalls } from "../contracts/library.ts";
import { channelOver } from "../contracts/message-port.ts";
import { serve } from "../contracts/rpc.ts";
import type { HostInit } from "../host/choose-host.ts";
import { connectHost } from "../host/connect-host.ts";
import { startPdfWorker } from "../start-pdf-worker.ts";
import { drawPicture } from "./attachments/draw-picture.ts";
import { createHandlers } from "./handlers.ts";
import { createLog } from "./log.ts";
import { createNextTask } from "./next-task.ts";
import { createSession } from "./session.ts";
import { shippedLimits } from "./surroundings.ts";

const clock = () => Date.now();
const log = createLog({ clock });
const nextTask = createNextTask();

// The one message the page ever sends here: its end of the channel, and where the machine is.
self.addEventListener("message", start, { once: true });

async function start({ data }: MessageEvent<{ readonly host: HostInit; readonly page: MessagePort }>): Promise<void> {
  const session = createSession({
    log,
    clock,
    emit: (name, value) => server.emit(name, value),
  });
  const server = serve<LibraryCalls, LibraryEvents>(channelOver(data.page), libraryCalls, createHandlers(session), {
    onBug: log.noteBug,
  });
  const host = await connectHost(data.host).catch(() => null);
  await session.start(
    host === null
      ? null
      : {
          host,
          clock,
          randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
          wait: (delayMs) => (delayMs === 0 ? nextTask() : new Promise((resolve) => setTimeout(resolve, delayMs))),
          indexedDB,
          startPdfWorker,
          limits: shippedLimits,
          drawPicture,
          // A file of its own: the worker starts without it.
          shelfTexts: async () => (await import("./shelf/shelf-texts.ts")).shelfTexts,
        },
  );
}
