import type { LibraryStatus } from "../../../model/library-status.ts";
import type { SyncStatus } from "../../../model/sync-status.ts";
import type { Instant } from "../../../model/time.ts";
import type { Format } from "../../format/format.ts";
import { sentenceFor } from "../../text/failure-sentence.ts";
import type { Text } from "../../text/text.ts";

const separator = " · ";

export interface Spoken {
  readonly text: Text;
  readonly format: Format;
  readonly now: Instant;
}

/** The bottom line: one sentence that is true now, with both ages. */
export function syncSentence(status: SyncStatus, spoken: Spoken): string {
  const { text, format } = spoken;
  const words = text.reading.sync;
  if (status.at === "syncing") {
    const { sources, totals } = status;
    const fetching = sources.filter(({ progress }) => isUnderWay(progress.at));
    const done = sources.filter(({ progress }) => isSettled(progress.at)).length;
    const [only] = fetching;
    return [
      fetching.length === 1 && only !== undefined ? words.fetching(only.name) : words.starting,
      words.sourcesDone({ done, of: format.count(sources.length) }),
      words.received({
        received: format.bytes(totals.received),
        expected: totals.expected === null ? null : format.bytes(totals.expected),
      }),
      totals.added > 0 ? words.added(totals.added) : "",
    ]
      .filter((part) => part !== "")
      .join(separator);
  }
  const { ages, last } = status;
  if (ages.enabledSources === 0) return words.noSources;
  const failed = last.filter(({ progress }) => progress.at === "failed");
  // Where others got through the link is up, and what failed needs someone to look into it.
  const waiting =
    status.at === "waiting-for-link"
      ? failed.filter(({ progress }) => progress.at === "failed" && isLinkFailure(progress.failure.kind)).length
      : 0;
  return [
    ages.lastCheckedAt === null
      ? words.neverChecked(ages.enabledSources)
      : words.checked({
          when: whenWords(ages.lastCheckedAt, spoken),
          checked: format.count(ages.checkedSources),
          enabled: ages.enabledSources,
        }),
    ages.newestItem === null ? words.noItems : words.newest(format.age(ages.newestItem)),
    status.at === "waiting-for-link" && waiting === 0 ? words.waitingForLink : "",
    waiting > 0 ? words.waitingCount(waiting) : "",
    failed.length > waiting ? words.failedCount(failed.length - waiting) : "",
  ]
    .filter((part) => part !== "")
    .join(separator);
}

/** Why nothing at all could be got, unless the library says the same of itself. */
export function stuckSentence(
  sync: SyncStatus | null,
  library: LibraryStatus | null,
  { text, format }: Pick<Spoken, "text" | "format">,
): string | null {
  if (sync?.at !== "stuck") return null;
  if (library?.at === "read-only" && library.why.kind === sync.failure.kind) return null;
  const { what, next } = sentenceFor(sync.failure, text, format);
  return `${what} ${next}`;
}

/** A time where it was today, else the day as well. */
export function whenWords(at: Instant, { text, format, now }: Spoken): string {
  const words = text.reading.sync;
  return format.plainDayOf(at) === format.plainDayOf(now)
    ? words.at(format.clockTime(at))
    : words.on(format.instant(at));
}

function isUnderWay(at: string): boolean {
  return at === "fetching" || at === "storing" || at === "articles";
}

function isSettled(at: string): boolean {
  return at === "done" || at === "failed" || at === "cancelled";
}

/** Failures that pass when there is a link again, as against those that someone has to look into. */
function isLinkFailure(kind: string): boolean {
  return kind === "no-link" || kind === "timeout" || kind === "connection-cut" || kind === "name-not-found";
}
