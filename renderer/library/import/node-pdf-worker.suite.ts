import { MessageChannel } from "node:worker_threads";
import type { PdfWorker } from "./pdf-engine.ts";

interface WorkerSide {
  readonly WorkerMessageHandler: { initializeFromPort(port: unknown): void };
}

/** PDF.js's worker half behind a port, as tests run it; the app starts a real worker. */
export function startNodePdfWorker(): PdfWorker {
  const { port1, port2 } = new MessageChannel();
  // The half of the library that runs in a worker has no types of its own.
  const address = "pdfjs-dist/legacy/build/pdf.worker.mjs";
  void import(address).then(({ WorkerMessageHandler }: WorkerSide) => {
    WorkerMessageHandler.initializeFromPort(port2);
    port2.start();
  });
  port1.start();
  return {
    port: port1,
    end() {
      port1.close();
      port2.close();
    },
  };
}
