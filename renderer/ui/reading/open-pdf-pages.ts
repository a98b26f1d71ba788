import type { Bytes } from "../../model/measure.ts";
import { fail, type Result, succeed } from "../../model/result.ts";

/** A worker that runs PDF.js, and nothing else. */
export interface PdfWorker {
  readonly port: object;
  end(): void;
}

export type PdfFailure = { readonly kind: "password-protected" } | { readonly kind: "damaged-file" };

export interface PdfPages {
  readonly count: number;
  /** Draws a page as wide as the canvas may be; a later call on the same canvas stops the one before. */
  draw(number: number, canvas: HTMLCanvasElement, pixelWidth: number): Promise<void>;
  close(): void;
}

/** Four bytes a point: what a page may take, however far it is enlarged. */
const mostPixels = 16_000_000;
const mostImagePixels = 64_000_000;
const mostCanvasBytes: Bytes = mostPixels * 4;

/**
 * Opens a PDF for looking at. Pages are read in a worker and drawn as pictures: no script, form, link or film of the
 * document works, and nothing is loaded but the decoders that the app ships.
 */
export async function openPdfPages(bytes: Uint8Array, worker: PdfWorker): Promise<Result<PdfPages, PdfFailure>> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const verbosity = pdfjs.VerbosityLevel.ERRORS;
  const task = pdfjs.getDocument({
    data: bytes,
    // Its types, made from comments, know of no port but null.
    worker: new pdfjs.PDFWorker({ port: worker.port as unknown as null, verbosity }),
    verbosity,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: mostImagePixels,
    canvasMaxAreaInBytes: mostCanvasBytes,
    useWorkerFetch: true,
    wasmUrl: `/assets/pdfjs-${pdfjs.version}/`,
  });
  try {
    const document = await task.promise;
    let drawing: { cancel(): void } | null = null;
    return succeed({
      count: document.numPages,
      async draw(number, canvas, pixelWidth) {
        drawing?.cancel();
        const page = await document.getPage(number);
        const plain = page.getViewport({ scale: 1 });
        const most = Math.sqrt(mostPixels / (plain.width * plain.height));
        const viewport = page.getViewport({ scale: Math.min(pixelWidth / plain.width, most) });
        canvas.width = Math.floor(viewport.width);
        canvas.height = Math.floor(viewport.height);
        const render = page.render({ canvas, viewport, annotationMode: pdfjs.AnnotationMode.ENABLE });
        drawing = render;
        try {
          await render.promise;
        } catch (error) {
          // The person has gone on to another page.
          if (!(error instanceof pdfjs.RenderingCancelledException)) throw error;
        } finally {
          page.cleanup();
        }
      },
      close: () => worker.end(),
    });
  } catch (error) {
    worker.end();
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return fail({ kind: isLocked ? "password-protected" : "damaged-file" });
  }
}
