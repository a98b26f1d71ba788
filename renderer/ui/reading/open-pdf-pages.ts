import {
  type PagePicture,
  type PdfCalls,
  type PdfFailure,
  type PdfWorker,
  pdfCalls,
} from "../../contracts/pdf-reader.ts";
import { connect } from "../../contracts/rpc.ts";
import { fail, type Result, succeed } from "../../model/result.ts";

export interface PdfPages {
  readonly count: number;
  /** A page as wide as told; null = another one was asked for meanwhile. */
  draw(number: number, pixelWidth: number): Promise<PagePicture | null>;
}

/**
 * Opens a PDF for looking at. It is parsed and drawn in the worker, and pictures of its pages are all that comes from
 * there: no script, form, link or film of it works. Takes the bytes over; the caller ends the worker.
 */
export async function openPdfPages(
  bytes: Uint8Array<ArrayBuffer>,
  worker: PdfWorker,
): Promise<Result<PdfPages, PdfFailure>> {
  const { calls } = connect<PdfCalls, object>(worker.channel, pdfCalls);
  // What its reader stumbles over is a document that is damaged there.
  const opened = await calls
    .open({ bytes, toRead: "pages" }, { transfer: [bytes.buffer] })
    .catch(() => fail({ kind: "damaged-file" as const }));
  if (!opened.ok) {
    worker.end();
    return opened;
  }
  return succeed({
    count: opened.value.pageCount,
    draw: (number, pixelWidth) => calls.drawPage({ number, pixelWidth }),
  });
}
