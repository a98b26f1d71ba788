// The half that parses, in this very thread: it is a worker already, and one document needs no second one.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { getDocument, type PDFDocumentProxy, VerbosityLevel, version } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PdfFailure } from "../../contracts/pdf-reader.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import { mostPixels } from "./draw-page.ts";
import { MaskFilters, WorkerCanvases } from "./worker-canvases.ts";

export interface OpenDocument {
  readonly document: PDFDocumentProxy;
  close(): Promise<void>;
}

const mostImagePixels = 64_000_000;

const always = { verbosity: VerbosityLevel.ERRORS, isEvalSupported: false, enableXfa: false } as const;

/** Only words are wanted: no font is made and no picture ever unpacked. */
const forText = {
  ...always,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  maxImageSize: 1,
} as const;

/** Nothing is loaded but the decoders that the app ships. */
function forPages() {
  return {
    ...always,
    maxImageSize: mostImagePixels,
    canvasMaxAreaInBytes: mostPixels * 4,
    useWorkerFetch: true,
    wasmUrl: `/assets/pdfjs-${version}/`,
    // A worker has fonts of its own and no document.
    ownerDocument: self,
    CanvasFactory: WorkerCanvases,
    FilterFactory: MaskFilters,
  };
}

export async function openDocument(
  bytes: Uint8Array,
  toRead: "text" | "pages",
): Promise<Result<OpenDocument, PdfFailure>> {
  const task = getDocument({ data: bytes, ...(toRead === "text" ? forText : forPages()) });
  try {
    return succeed({ document: await task.promise, close: () => task.destroy() });
  } catch (error) {
    await task.destroy();
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return fail({ kind: isLocked ? "password-protected" : "damaged-file" });
  }
}
