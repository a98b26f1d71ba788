import type { Format } from "../format/format.ts";
import type { NoticeFacts } from "../state/notice.ts";
import { oneLine, sentenceFor } from "../text/failure-sentence.ts";
import type { Text } from "../text/text.ts";

export function noticeWords(
  facts: NoticeFacts,
  { text, format }: { readonly text: Text; readonly format: Format },
): string {
  const words = text.reading.notice;
  switch (facts.kind) {
    case "failed":
      return oneLine(sentenceFor(facts.failure, text, format));
    case "marked-read":
    case "marked-unread":
    case "deleted":
    case "restored":
      return words[facts.kind](facts);
    case "references-removed":
      return text.shelf.removedNotice(facts);
    case "references-restored":
      return text.shelf.restoredNotice(facts);
    case "imported":
      return words.imported(facts);
    case "attachment-removed":
      return text.attachments.removed(facts);
    case "copy-saved":
      return text.attachments.savedOut(facts);
    case "source-added":
      return words["source-added"](facts);
    case "sources-added":
      return words["sources-added"](facts);
    case "reader-chosen":
    case "reader-renamed":
    case "reader-removed":
      return text.readers.notice[facts.kind](facts);
    case "looked":
      return text.readers.notice.looked(facts);
    case "no-copies":
      return text.copies.none;
    case "name-added":
    case "name-removed":
    case "source-changed":
    case "source-removed":
      return words[facts.kind](facts);
    case "search-saved":
      return text.finding.notice.saved(facts.name);
    case "search-renamed":
      return text.finding.notice.renamed(facts.name);
    case "search-removed":
      return text.finding.notice.removed(facts.name);
    case "new-hits":
      return text.finding.notice.newHits(facts);
    case "history-cleared":
      return text.finding.history.cleared;
    default:
      return words[facts.kind];
  }
}
