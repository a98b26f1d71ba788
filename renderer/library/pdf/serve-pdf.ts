import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { HandlersOf } from "../../contracts/calls.ts";
import { type PagePicture, type PdfCalls, type PdfFragment, pdfCalls } from "../../contracts/pdf-reader.ts";
import { type Channel, serve } from "../../contracts/rpc.ts";
import { succeed } from "../../model/result.ts";
import { startDrawing } from "./draw-page.ts";
import { newestOnly } from "./newest-only.ts";
import { type OpenDocument, openDocument } from "./open-document.ts";

/** Answers for one PDF at a time. No script, form or address in it is ever acted on. */
export function servePdf(channel: Channel): void {
  let opened: OpenDocument | null = null;
  const drawNewest = newestOnly<PDFPageProxy, PagePicture>();

  function current(): OpenDocument["document"] {
    if (opened === null) throw new TypeError("no document is open");
    return opened.document;
  }

  const handlers: HandlersOf<PdfCalls> = {
    async open({ bytes, toRead }) {
      await opened?.close();
      opened = null;
      const read = await openDocument(bytes, toRead);
      if (!read.ok) return read;
      opened = read.value;
      const { info } = await opened.document.getMetadata();
      const { Title: title } = info as { readonly Title?: unknown };
      return succeed({ pageCount: opened.document.numPages, title: typeof title === "string" ? title : "" });
    },

    async textOfPage({ number }) {
      const page = await current().getPage(number);
      const { items } = await page.getTextContent();
      const [left, bottom, right, top] = page.view as [number, number, number, number];
      page.cleanup();
      return { width: right - left, height: top - bottom, fragments: items.flatMap(fragmentOf) };
    },

    filesInside: async () => filesIn(await current().getAttachments()),

    async drawPage({ number, pixelWidth }, { transferReply }) {
      const picture = await drawNewest({
        prepare: () => current().getPage(number),
        begin: (page) => startDrawing(page, pixelWidth),
      });
      if (picture !== null) transferReply([picture]);
      return picture;
    },
  };

  // Whoever asked takes a bug for what it mostly is, a document that is damaged there.
  serve<PdfCalls, object>(channel, pdfCalls, handlers, { onBug: (_, doing) => `pdf-${doing}` });
}

function fragmentOf(item: object): PdfFragment[] {
  if (!("str" in item)) return [];
  const { str, transform, width, hasEOL } = item as {
    readonly str: string;
    readonly transform: readonly number[];
    readonly width: number;
    readonly hasEOL: boolean;
  };
  const [, , skew = 0, scale = 0, x = 0, y = 0] = transform;
  return [{ text: str, x, y, width, size: Math.hypot(skew, scale), endsLine: hasEOL }];
}

function filesIn(attachments: unknown): { name: string; bytes: Uint8Array }[] {
  if (attachments === null || typeof attachments !== "object") return [];
  return Object.values(attachments).flatMap((file: { filename?: unknown; content?: unknown }) =>
    typeof file.filename === "string" && file.content instanceof Uint8Array
      ? [{ name: file.filename, bytes: file.content }]
      : [],
  );
}
