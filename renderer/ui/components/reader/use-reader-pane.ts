import { type RefObject, useLayoutEffect } from "react";
import type { BriefingHead, OpenBriefing } from "../../../model/briefing.ts";
import { freshnessOf } from "../../../model/freshness.ts";
import type { Instant } from "../../../model/time.ts";
import type { Format } from "../../format/format.ts";
import { useClock } from "../../queries/use-clock.tsx";
import { copyTextOf } from "../../reading/copy-text.ts";
import { referenceFacts } from "../../reading/reference-facts.ts";
import { usePanes } from "../../state/panes.tsx";
import type { Text } from "../../text/text.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { finishRendering } from "../use-progressive-count.ts";

/** Leaves with the panes what keys and commands may ask of the reader. */
export function useReaderPane({
  briefing,
  scrollBox,
  step,
}: {
  readonly briefing: OpenBriefing;
  readonly scrollBox: RefObject<HTMLElement | null>;
  readonly step: (which: "next" | "previous") => void;
}): void {
  const panes = usePanes();
  const text = useText();
  const format = useFormat();
  const clock = useClock();
  useLayoutEffect(() => {
    panes.reader = {
      row: briefing,
      copyText: () => copyText(briefing, { text, format, scrollBox, now: clock.now }),
      print() {
        finishRendering();
        window.print();
      },
      stepMatch: step,
      focus: () => scrollBox.current?.focus({ preventScroll: true }),
    };
    return () => {
      panes.reader = null;
    };
  }, [panes, briefing, scrollBox, step, text, format, clock]);
}

const noFacts = { asOf: null, published: null, posted: null, handling: null, withdrawn: null };

function copyText(
  { head, reference }: OpenBriefing,
  {
    text,
    format,
    scrollBox,
    now,
  }: {
    readonly text: Text;
    readonly format: Format;
    readonly scrollBox: RefObject<HTMLElement | null>;
    readonly now: Instant;
  },
): string {
  const words = text.reading.copy;
  const selection = selectionIn(scrollBox.current);
  if (reference !== undefined) {
    const isDue = freshnessOf(head, now).at === "expired";
    const source = referenceFacts(reference, { text, format, isDue }).join(" · ");
    return copyTextOf({ head, selection, words: { ...noFacts, quote: words.quote, source: () => source } });
  }
  const { asOf, published, posted } = head.times;
  const { audience, label } = head.handling;
  return copyTextOf({
    head,
    selection,
    words: {
      quote: words.quote,
      source: words.source,
      asOf: asOf === null ? null : words.asOf(format.day(asOf)),
      published: published === null ? null : words.published(format.zonedInstant(published)),
      posted: posted === null ? null : words.posted(format.zonedInstant(posted)),
      handling: words.handling(text.terms.audience[audience], labelWords(label, text)),
      withdrawn: head.withdrawn === null ? null : words.withdrawn,
    },
  });
}

function labelWords(label: BriefingHead["handling"]["label"], { terms }: Text): string | null {
  if (label === null) return null;
  return label.scale === "tlp" ? terms.tlp[label.level] : terms.ocha[label.level];
}

function selectionIn(box: HTMLElement | null): string {
  const selection = document.getSelection();
  if (box === null || selection === null || selection.isCollapsed) return "";
  return box.contains(selection.anchorNode) && box.contains(selection.focusNode) ? selection.toString() : "";
}
