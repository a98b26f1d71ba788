import type { PdfLine } from "./pdf-lines.ts";

const marginShare = 0.1;
const fewestPages = 3;
/** A running head that isn't on every page: first pages and chapters have their own. */
const shareOfPages = 0.35;
const mostRunningLines = 40;
const pageNumber = /^(?:page|p\.|ukurasa)?\s*[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:\/|of|sur|de|kati ya)\s*\d{1,4})?$/i;

const isAtEdge = ({ height }: PdfLine) => height < marginShare || height > 1 - marginShare;
const patternOf = ({ text }: PdfLine) => text.toLowerCase().replace(/\d+/g, "#");

/** Takes running heads, feet and page numbers out of the pages, and answers what they say. */
export function withoutMargins(pages: readonly (readonly PdfLine[])[]): {
  readonly pages: readonly (readonly PdfLine[])[];
  readonly margins: readonly string[];
} {
  const seen = new Map<string, number>();
  for (const lines of pages) {
    for (const pattern of new Set(lines.filter(isAtEdge).map(patternOf))) {
      seen.set(pattern, (seen.get(pattern) ?? 0) + 1);
    }
  }
  const often = Math.max(fewestPages, pages.length * shareOfPages);
  const margins = new Set<string>();
  const isMargin = (line: PdfLine) => {
    if (!isAtEdge(line)) return false;
    if (pageNumber.test(line.text)) return true;
    if ((seen.get(patternOf(line)) ?? 0) < often) return false;
    if (margins.size < mostRunningLines) margins.add(line.text);
    return true;
  };
  return { pages: pages.map((lines) => lines.filter((line) => !isMargin(line))), margins: [...margins] };
}
