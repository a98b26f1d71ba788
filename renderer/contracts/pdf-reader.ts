import * as v from "valibot";
import type { ImportFailure } from "../model/failure.ts";
import type { Result } from "../model/result.ts";
import { defineCall } from "./calls.ts";
import * as guard from "./guards.ts";
import type { Channel } from "./rpc.ts";

/** A run of letters as a PDF places it; y grows upwards. */
export interface PdfFragment {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly endsLine: boolean;
}

export interface PdfPageText {
  readonly width: number;
  readonly height: number;
  readonly fragments: readonly PdfFragment[];
}

export interface PdfFacts {
  readonly pageCount: number;
  readonly title: string;
}

/** A page's pixels, drawn and given away; whoever shows them closes them. An ImageBitmap, without the DOM's types. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  close(): void;
}

export type PdfFailure = Extract<ImportFailure, { readonly kind: "password-protected" | "damaged-file" }>;

/** What a PDF's worker can be asked: by the library for words, by the page for pictures of pages. */
export const pdfCalls = {
  /** One document a worker, in place of the one before. Takes the bytes over. For text no picture is unpacked. */
  open: defineCall<Result<PdfFacts, PdfFailure>>()(
    v.strictObject({ bytes: guard.bytes, toRead: v.picklist(["text", "pages"]) }),
  ),
  textOfPage: defineCall<PdfPageText>()(v.strictObject({ number: guard.count })),
  /** By name; they are kept as they are and never run. */
  filesInside: defineCall<readonly { readonly name: string; readonly bytes: Uint8Array }[]>()(guard.nothing),
  /** As wide as told, as far as its area allows; a later call stops the one before, which then answers null. */
  drawPage: defineCall<PagePicture | null>()(
    v.strictObject({ number: guard.count, pixelWidth: v.pipe(v.number(), v.minValue(1), v.maxValue(100_000)) }),
  ),
};

export type PdfCalls = typeof pdfCalls;

/** A worker that reads PDFs, and nothing else. */
export interface PdfWorker {
  readonly channel: Channel;
  /** Ends it wherever it is, and frees what it holds. */
  end(): void;
}
