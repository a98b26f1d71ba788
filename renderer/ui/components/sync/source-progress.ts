import type { SourceSync } from "../../../model/sync-status.ts";
import type { Format } from "../../format/format.ts";
import { sentenceFor } from "../../text/failure-sentence.ts";
import type { Text } from "../../text/text.ts";

/** How one source fares, in words. */
export function progressWords(
  progress: SourceSync["progress"],
  { text, format }: { readonly text: Text; readonly format: Format },
): string {
  const words = text.reading.sync.progress;
  switch (progress.at) {
    case "waiting":
      return words.waiting;
    case "fetching":
      if (progress.received === 0) return words.asked;
      return words.fetching({
        received: format.bytes(progress.received),
        expected: progress.expected === null ? null : format.bytes(progress.expected),
      });
    case "storing":
      return words.storing({ stored: format.count(progress.stored), total: format.count(progress.total) });
    case "articles":
      return [
        text.fullText.progress({ done: format.count(progress.done), total: progress.total }),
        progress.received > 0 ? format.bytes(progress.received) : "",
      ]
        .filter((part) => part !== "")
        .join(" · ");
    case "failed": {
      const { what, next } = sentenceFor(progress.failure, text, format);
      return `${what} ${next}`;
    }
    case "cancelled":
      return words.cancelled;
    case "done":
      return [
        progress.added + progress.revised === 0 && (progress.articles?.fetched ?? 0) === 0
          ? words.unchanged
          : words.done(progress),
        progress.received > 0 ? format.bytes(progress.received) : "",
        progress.leftOut.length > 0 ? words.leftOut(progress.leftOut.length) : "",
        progress.articles === undefined ? "" : text.fullText.tally(progress.articles),
        progress.cut ? words.cut : "",
        progress.movedTo === undefined ? "" : words.moved(progress.movedTo),
      ]
        .filter((part) => part !== "")
        .join(" · ");
  }
}
