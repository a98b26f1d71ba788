import { channelOver } from "./contracts/message-port.ts";
import type { PdfWorker } from "./contracts/pdf-reader.ts";
import pdfWorkerAddress from "./library/pdf/pdf-worker.ts?worker&url";
import { startWorker } from "./worker-address.ts";

/** For one document at a time: the library's that is read, or the page's that is looked at. */
export function startPdfWorker(): PdfWorker {
  const { port1: ourEnd, port2: calls } = new MessageChannel();
  const worker = startWorker(pdfWorkerAddress);
  worker.postMessage({ calls }, [calls]);
  return {
    channel: channelOver(ourEnd),
    end() {
      worker.terminate();
      ourEnd.close();
    },
  };
}
