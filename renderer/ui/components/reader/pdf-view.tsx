import { type ReactNode, useState } from "react";
import type { KeptAttachment } from "../../../model/attachment.ts";
import type { BriefingHead } from "../../../model/briefing.ts";
import type { PdfPages } from "../../reading/open-pdf-pages.ts";
import { FailureNote } from "../../screens/parts/failure-note.tsx";
import { useFormat, useText } from "../../text/use-text.tsx";
import { LargerIcon, NextIcon, PreviousIcon, SmallerIcon } from "../icons.tsx";
import { PageCanvas } from "./page-canvas.tsx";
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
        <Stepper
          lower={{ label: words.previous, icon: <PreviousIcon /> }}
          higher={{ label: words.next, icon: <NextIcon /> }}
          value={page}
          from={1}
          to={pages.count}
          onStep={setPage}
        >
          <span role="status">{words.pageOf(place)}</span>
        </Stepper>
        <span className="tools-push" />
        <Stepper
          lower={{ label: words.smaller, icon: <SmallerIcon /> }}
          higher={{ label: words.larger, icon: <LargerIcon /> }}
          value={zoom}
          from={0}
          to={zooms.length - 1}
          onStep={setZoom}
        />
      </fieldset>
      <PageCanvas pages={pages} page={page} zoom={zooms[zoom] ?? 1} label={words.pageOf(place)} />
    </section>
  );
}

interface StepEnd {
  readonly label: string;
  readonly icon: ReactNode;
}

interface StepperProps {
  readonly lower: StepEnd;
  readonly higher: StepEnd;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly onStep: (value: number) => void;
  /** Between the two. */
  readonly children?: ReactNode;
}

/** A step down, a step up, and no further than there is. */
function Stepper({ lower, higher, value, from, to, onStep, children }: StepperProps) {
  const step = ({ label, icon }: StepEnd, end: number, by: 1 | -1) => (
    <button
      type="button"
      className="button-icon"
      aria-label={label}
      title={label}
      // Not "disabled": it keeps its focus at the last page.
      aria-disabled={value === end}
      onClick={() => value !== end && onStep(value + by)}
    >
      {icon}
    </button>
  );
  return (
    <>
      {step(lower, from, -1)}
      {children}
      {step(higher, to, 1)}
    </>
  );
}
