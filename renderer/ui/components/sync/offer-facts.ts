import type { GettingEstimate } from "../../../model/getting.ts";
import type { Format } from "../../format/format.ts";
import type { Text } from "../../text/text.ts";

/** "7 sources, about 0.6 MB, about 2 min", as far as anyone knows. */
export function offerFacts(
  { sources, bytes, isAtLeast, minutes }: GettingEstimate,
  { text, format }: { readonly text: Text; readonly format: Pick<Format, "bytes"> },
): string {
  const words = text.getting.offer;
  const size = bytes === null ? words.sizeUnknown : (isAtLeast ? words.atLeast : words.about)(format.bytes(bytes));
  return [words.sources(sources), size, ...(minutes === null ? [] : [words.minutes(minutes)])].join(", ");
}
