import { useEffect, useRef, useState } from "react";
import type { PagePicture } from "../../../contracts/pdf-reader.ts";
import type { PdfPages } from "../../reading/open-pdf-pages.ts";
import { useText } from "../../text/use-text.tsx";

export interface PageCanvasProps {
  readonly pages: PdfPages;
  readonly page: number;
  /** Of the room's width. */
  readonly zoom: number;
  readonly label: string;
}

/** One page, as the worker drew it. */
export function PageCanvas({ pages, page, zoom, label }: PageCanvasProps) {
  const box = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useText().pages;
  /** "9 at 1.5" = this page is drawn at this size. */
  const [drawn, setDrawn] = useState("");
  const [isBroken, setBroken] = useState(false);
  const wanted = `${page} at ${zoom}`;

  useEffect(() => {
    const paper = canvas.current;
    if (paper === null || box.current === null) return;
    let isLeft = false;
    setBroken(false);
    box.current.scrollTo(0, 0);
    pages.draw(page, Math.max(1, box.current.clientWidth * zoom * window.devicePixelRatio)).then(
      (picture) => {
        if (isLeft || picture === null) return picture?.close();
        show(picture, paper);
        setDrawn(`${page} at ${zoom}`);
      },
      () => {
        if (!isLeft) setBroken(true);
      },
    );
    return () => {
      isLeft = true;
    };
  }, [pages, page, zoom]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section className="pdf-page" ref={box} tabIndex={0} aria-label={label}>
      {isBroken ? <p role="status">{words.broken}</p> : null}
      <canvas
        ref={canvas}
        className="pdf-canvas"
        // It still holds the page before.
        hidden={isBroken}
        data-zoom={zoom}
        role="img"
        aria-label={label}
        aria-busy={drawn !== wanted}
      />
    </section>
  );
}

/** The picture itself is given to the canvas: nothing is drawn here. */
function show(picture: PagePicture, canvas: HTMLCanvasElement): void {
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(picture);
}
