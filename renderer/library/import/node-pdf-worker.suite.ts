import { MessageChannel } from "node:worker_threads";
import { channelOver } from "../../contracts/message-port.ts";
import type { PdfWorker } from "../../contracts/pdf-reader.ts";
import { servePdf } from "../pdf/serve-pdf.ts";

/** The PDF worker's calls behind a port, as tests run them; the app starts a real worker. */
export function startNodePdfWorker(): PdfWorker {
  const { port1, port2 } = new MessageChannel();
  servePdf(channelOver(port2 as unknown as Parameters<typeof channelOver>[0]));
  return {
    channel: channelOver(port1 as unknown as Parameters<typeof channelOver>[0]),
    end() {
      port1.close();
      port2.close();
    },
  };
}
