import type { BriefingHead } from "../../../model/briefing.ts";
import { freshnessOf } from "../../../model/freshness.ts";
import type { ReferenceLabel } from "../../../model/reference.ts";
import type { InterfaceLanguage } from "../../../model/settings.ts";
import { useClock } from "../../queries/use-clock.tsx";
import { readingMinutesOf } from "../../reading/reading-time.ts";
import { referenceFacts } from "../../reading/reference-facts.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import { ownNameOf } from "../../text/interface-language.ts";
import { useFormat, useText } from "../../text/use-text.tsx";

export interface ReferenceMetadataProps {
  readonly head: BriefingHead;
  readonly reference: ReferenceLabel;
}

/** A reference has no four times and no grade: what it is, who wrote it, until when it holds, and its versions. */
export function ReferenceMetadata({ head, reference }: ReferenceMetadataProps) {
  const text = useText();
  const format = useFormat();
  const words = text.shelf;
  const isDue = freshnessOf(head, useClock().now).at === "expired";
  return (
    <div className="meta">
      <p className="reference-label">{referenceFacts(reference, { text, format, isDue }).join("\u00a0· ")}</p>
      <div className="reference-line">
        <Versions reference={reference} />
        <span>{text.reading.reader.minutes(readingMinutesOf(head.wordCount))}</span>
      </div>
      {isDue ? <p className="banner banner-warning">{words.dueSince(format.day(reference.reviewBefore))}</p> : null}
      {reference.isReviewed ? null : <p className="banner banner-note">{words.notReviewed}</p>}
    </div>
  );
}

function Versions({ reference: { language, versions } }: Pick<ReferenceMetadataProps, "reference">) {
  const words = useText().shelf;
  const { dispatch } = useUiSteering();
  const choose = (version: InterfaceLanguage) => dispatch({ event: "version-chosen", version });
  return (
    <fieldset className="versions">
      <legend>{words.versions}</legend>
      {versions.map((version) => (
        <button
          key={version}
          type="button"
          lang={version}
          className={`button-quiet${version === language ? " button-on" : ""}`}
          aria-pressed={version === language}
          onClick={() => choose(version)}
        >
          {ownNameOf[version]}
        </button>
      ))}
    </fieldset>
  );
}
