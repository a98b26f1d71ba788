import type { ReferenceLabel } from "../../model/reference.ts";
import type { Format } from "../format/format.ts";
import type { Text } from "../text/text.ts";

/** What every reference carries wherever it goes: on the screen, on paper, in an e-mail. */
export function referenceFacts(
  { checked, reviewBefore, sources }: ReferenceLabel,
  { text, format, isDue }: { readonly text: Text; readonly format: Format; readonly isDue: boolean },
): readonly string[] {
  const words = text.shelf;
  return [
    words.notNews,
    ...(isDue ? [words.due] : []),
    words.writtenBy,
    words.checked(format.day(checked)),
    words.reviewBefore(format.day(reviewBefore)),
    words.sources(sources.join(text.language === "fr" ? "\u202f; " : "; ")),
  ];
}
