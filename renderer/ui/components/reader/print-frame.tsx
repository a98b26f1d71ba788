import type { BriefingHead } from "../../../model/briefing.ts";
import { freshnessOf } from "../../../model/freshness.ts";
import type { ReferenceLabel } from "../../../model/reference.ts";
import { useClock } from "../../queries/use-clock.tsx";
import { referenceFacts } from "../../reading/reference-facts.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { SensitivityMark } from "../sensitivity-mark.tsx";
import { gradeWords } from "./metadata.tsx";

/** Stands at the top of every printed page: a page that is handed on alone must still say what it is. */
export function PrintHead({
  head,
  reference,
}: {
  readonly head: BriefingHead;
  readonly reference: ReferenceLabel | undefined;
}) {
  const text = useText();
  const format = useFormat();
  const { now } = useClock();
  const { reading } = text;
  if (reference !== undefined) {
    const isDue = freshnessOf(head, now).at === "expired";
    return (
      <div className="sheet-head" aria-hidden="true">
        <p>{referenceFacts(reference, { text, format, isDue }).join("\u00a0· ")}</p>
      </div>
    );
  }
  const { asOf, published, posted, fetched } = head.times;
  const times = [
    asOf === null ? null : `${reading.meta.asOf} ${format.day(asOf)}`,
    published === null ? null : `${reading.meta.published} ${format.zonedInstant(published)}`,
    posted === null ? null : `${reading.meta.posted} ${format.zonedInstant(posted)}`,
    `${reading.meta.fetched} ${format.zonedInstant(fetched)}`,
  ].filter((time) => time !== null);
  return (
    <div className="sheet-head" aria-hidden="true">
      <p className="sheet-label">
        {head.handling.label === null ? (
          <span>{text.terms.noLabel}</span>
        ) : (
          <SensitivityMark label={head.handling.label} />
        )}
        <span>{reading.meta.named(reading.meta.handling, text.terms.audience[head.handling.audience])}</span>
        <span>{gradeWords(head.grade, text)}</span>
      </p>
      <p>
        <strong>{head.sourceName || reading.meta.noSource}</strong> · {times.join(" · ")}
      </p>
      {head.withdrawn === null ? null : <p>{reading.copy.withdrawn}</p>}
    </div>
  );
}

export function PrintFoot({ head }: { readonly head: BriefingHead }) {
  const text = useText();
  const format = useFormat();
  const { now } = useClock();
  return (
    <div className="sheet-foot" aria-hidden="true">
      <p>
        {head.title.slice(0, 120)} · {text.reading.print.from}, {format.zonedInstant(now)}
        {head.link === null ? null : ` · ${head.link}`}
      </p>
    </div>
  );
}
