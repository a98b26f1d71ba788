import type { BriefingHead, Grade, Language, OpenBriefing, Provenance } from "../../../model/briefing.ts";
import { freshnessOf } from "../../../model/freshness.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useClock } from "../../queries/use-clock.tsx";
import { readingMinutesOf } from "../../reading/reading-time.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import type { Text } from "../../text/text.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { AgedIcon } from "../icons.tsx";
import { SensitivityMark } from "../sensitivity-mark.tsx";
import { PlacesLine } from "./places-line.tsx";

const languages: readonly Language[] = ["fr", "sw", "en", "ln", "und"];

/** Who says it and how old it is, in one glance; then the four times, never mixed; then how to take it. */
export function Metadata({ head, places }: Pick<OpenBriefing, "head" | "places">) {
  const text = useText();
  const format = useFormat();
  const words = text.reading.meta;
  return (
    <div className="meta">
      <p className="meta-source">
        <span className="meta-name">{head.sourceName || words.noSource}</span>
        {head.authors.length === 0 ? null : <span>{head.authors.join(", ")}</span>}
        <SourceAge head={head} />
      </p>
      <Times head={head} />
      <p className="meta-line">
        {head.handling.label === null ? null : <SensitivityMark label={head.handling.label} />}
        <span>{words.named(words.handling, text.terms.audience[head.handling.audience])}</span>
        <span>{gradeWords(head.grade, text)}</span>
        {head.kind === "unknown" ? null : <span>{text.terms.kind[head.kind]}</span>}
        <LanguageChoice head={head} />
        <span>{text.reading.reader.minutes(readingMinutesOf(head.wordCount))}</span>
        {head.expires === null ? null : (
          <span>
            {words.expires} {format.instant(head.expires)}
          </span>
        )}
        {head.revision > 1 && head.revisedAt !== null ? (
          <span>
            {words.revisionOf({ number: format.count(head.revision), date: format.shortDayOf(head.revisedAt) })}
          </span>
        ) : null}
      </p>
      <PlacesLine key={head.id} places={places} />
    </div>
  );
}

/** The age of what is said, with a word where it is too old for its kind; a tint alone would say nothing to many. */
function SourceAge({ head }: { readonly head: BriefingHead }) {
  const { meta } = useText().reading;
  const format = useFormat();
  const freshness = freshnessOf(head, useClock().now);
  if (freshness.at === "unknown") return <span className="meta-age meta-age-unknown">{meta.unknownAge}</span>;
  if (freshness.at === "fresh") return <span className="meta-age">{format.age(freshness.since)}</span>;
  return (
    <span className={`meta-age meta-age-${freshness.at}`}>
      <AgedIcon />
      {freshness.since === null ? null : <span>{format.age(freshness.since)}</span>}
      <span className="meta-warning">
        {freshness.at === "expired" ? meta.expired(format.instant(freshness.expired)) : meta.aged[head.kind]}
      </span>
    </span>
  );
}

function Times({ head }: { readonly head: BriefingHead }) {
  const text = useText();
  const words = text.reading.meta;
  const alsoBy = text.copies.also;
  const format = useFormat();
  const { asOf, published, posted, fetched } = head.times;
  const instant = (at: number | null) =>
    at === null
      ? null
      : { date: `${format.shortDayOf(at)}, ${format.clockTime(at)}`, whole: format.instant(at), age: format.ago(at) };
  const asOfDay = (day: string) => ({ date: format.shortDay(day), whole: format.day(day), age: format.ageOfDay(day) });
  const times = [
    { name: words.asOf, time: asOf === null ? null : asOfDay(asOf) },
    { name: words.published, time: instant(published) },
    { name: words.posted, time: instant(posted) },
    { name: words.fetched, time: instant(fetched), ways: head.provenances },
  ];
  return (
    <dl className="meta-times">
      {times.map(({ name, time, ways = [] }) => (
        <div key={name} className={time === null ? "meta-time meta-time-none" : "meta-time"}>
          <dt>{name}</dt>
          <dd>
            {time === null ? words.notGiven : <span title={time.whole}>{time.date}</span>}
            {time === null || time.age === time.whole ? null : <span className="meta-ago">{time.age}</span>}
            {ways.map((provenance, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: ways are only ever added, and two may be alike but for it
              <span key={at} className="meta-ago">
                {at === 0
                  ? wayWords(provenance, words)
                  : alsoBy({ way: wayWords(provenance, words), when: format.shortDayOf(provenance.at) })}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function wayWords({ way, label }: Provenance, words: Text["reading"]["meta"]): string {
  return words.way[way](label);
}

export function gradeWords({ source, information }: Grade, text: Text): string {
  const { terms } = text;
  if (source === null && information === null) return terms.notGraded;
  const said = [
    source === null ? null : terms.sourceGrade[source],
    information === null ? null : terms.informationGrade[information],
  ].filter((part) => part !== null);
  return text.reading.meta.named(`${source ?? "–"}${information ?? "–"}`, said.join(", "));
}

/** Sources label languages wrongly, and detection errs on short texts: the reader has the last word. */
function LanguageChoice({ head }: { readonly head: BriefingHead }) {
  const text = useText();
  const library = useLibrary();
  const { tell } = useUiSteering();
  async function correct(language: Language): Promise<void> {
    const outcome = await library.correctLanguage({ id: head.id, language });
    if (outcome.ok) tell({ kind: "language-corrected" }, outcome.value.undo);
    else tell({ kind: "failed", failure: outcome.failure });
  }
  return (
    <label className="meta-language">
      <span>{text.reading.meta.named(text.reading.meta.language, "")}</span>
      <select
        aria-label={text.reading.meta.correctLanguage}
        title={text.reading.meta.correctLanguage}
        value={head.language}
        onChange={(event) => {
          const language = languages.find((known) => known === event.target.value);
          if (language !== undefined) void correct(language);
        }}
      >
        {languages.map((language) => (
          <option key={language} value={language}>
            {text.terms.language[language]}
          </option>
        ))}
      </select>
    </label>
  );
}
