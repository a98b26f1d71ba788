import {
  AnnotationMode,
  type PDFPageProxy,
  RenderingCancelledException,
  type RenderTask,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PagePicture } from "../../contracts/pdf-reader.ts";
import type { Begun } from "./newest-only.ts";

/** Four bytes a point: what a page may take, however far it is enlarged. */
export const mostPixels = 16_000_000;

/** Draws a page as wide as is wanted, or as its area allows. */
export function startDrawing(page: PDFPageProxy, pixelWidth: number): Begun<PagePicture> {
  const plain = page.getViewport({ scale: 1 });
  const most = Math.sqrt(mostPixels / (plain.width * plain.height));
  const viewport = page.getViewport({ scale: Math.min(pixelWidth / plain.width, most) });
  const canvas = new OffscreenCanvas(Math.max(1, Math.floor(viewport.width)), Math.max(1, Math.floor(viewport.height)));
  const render = page.render({
    canvas,
    viewport,
    annotationMode: AnnotationMode.ENABLE,
  });
  // Between two parts the next call is heard, which may stop this one.
  render.onContinue = (goOn: () => void) => void setTimeout(goOn);
  return { done: pictureOf(page, render, canvas), stop: () => render.cancel() };
}

async function pictureOf(page: PDFPageProxy, render: RenderTask, canvas: OffscreenCanvas): Promise<PagePicture | null> {
  try {
    await render.promise;
    return canvas.transferToImageBitmap();
  } catch (error) {
    if (error instanceof RenderingCancelledException) return null;
    throw error;
  } finally {
    page.cleanup();
  }
}
