import { useEffect, useRef, useState } from "react";
import type { KeptAttachment } from "../../../model/attachment.ts";
import type { BriefingHead } from "../../../model/briefing.ts";
import type { PdfPages } from "../../reading/open-pdf-pages.ts";
import { FailureNote } from "../../screens/parts/failure-note.tsx";
import { useFormat, useText } from "../../text/use-text.tsx";
import { LargerIcon, NextIcon, PreviousIcon, SmallerIcon } from "../icons.tsx";
import { usePdfPages } from "./use-pdf-pages.ts";

/** The very file that a briefing was read from, if it is a PDF. */
export function pdfOf({ kept }: BriefingHead): KeptAttachment | null {
  return kept.find(({ role, mediaType }) => role === "original" && mediaType === "application/pdf") ?? null;
}

/** A PDF as its author set it, a page at a time. */
export function PdfView({ head, file }: { readonly head: BriefingHead; readonly file: KeptAttachment }) {
  const words = useText().pages;
  const state = usePdfPages(head.id, file);
  switch (state.at) {
    case "reading":
      return <p role="status">{words.opening}</p>;
    case "failed":
      return <FailureNote failure={state.failure} />;
    case "open":
      return <Pages pages={state.pages} />;
  }
}

const zooms = [1, 1.5, 2] as const;

function Pages({ pages }: { readonly pages: PdfPages }) {
  const words = useText().pages;
  const format = useFormat();
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(0);
  const place = { page: format.count(page), count: format.count(pages.count) };
  return (
    <section className="pdf" aria-label={words.pages}>
      <fieldset className="pdf-tools" aria-label={words.tools}>
        <button
          type="button"
          className="button-icon"
          aria-label={words.previous}
          title={words.previous}
          aria-disabled={page === 1}
          onClick={() => setPage(Math.max(1, page - 1))}
        >
          <PreviousIcon />
        </button>
        <span role="status">{words.pageOf(place)}</span>
        <button
          type="button"
          className="button-icon"
          aria-label={words.next}
          title={words.next}
          aria-disabled={page === pages.count}
          onClick={() => setPage(Math.min(pages.count, page + 1))}
        >
          <NextIcon />
        </button>
        <span className="tools-push" />
        <button
          type="button"
          className="button-icon"
          aria-label={words.smaller}
          title={words.smaller}
          aria-disabled={zoom === 0}
          onClick={() => setZoom(Math.max(0, zoom - 1))}
        >
          <SmallerIcon />
        </button>
        <button
          type="button"
          className="button-icon"
          aria-label={words.larger}
          title={words.larger}
          aria-disabled={zoom === zooms.length - 1}
          onClick={() => setZoom(Math.min(zooms.length - 1, zoom + 1))}
        >
          <LargerIcon />
        </button>
      </fieldset>
      <PageCanvas pages={pages} page={page} zoom={zooms[zoom] ?? 1} label={words.pageOf(place)} />
    </section>
  );
}

interface PageCanvasProps {
  readonly pages: PdfPages;
  readonly page: number;
  readonly zoom: (typeof zooms)[number];
  readonly label: string;
}

function PageCanvas({ pages, page, zoom, label }: PageCanvasProps) {
  const box = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useText().pages;
  /** "9 at 1.5" = this page is drawn at this size. */
  const [drawn, setDrawn] = useState("");
  const [isBroken, setBroken] = useState(false);
  const wanted = `${page} at ${zoom}`;

  useEffect(() => {
    if (canvas.current === null || box.current === null) return;
    let isLeft = false;
    setBroken(false);
    box.current.scrollTo(0, 0);
    pages.draw(page, canvas.current, box.current.clientWidth * zoom * window.devicePixelRatio).then(
      () => {
        if (!isLeft) setDrawn(`${page} at ${zoom}`);
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
        data-zoom={zoom}
        role="img"
        aria-label={label}
        aria-busy={drawn !== wanted}
      />
    </section>
  );
}
