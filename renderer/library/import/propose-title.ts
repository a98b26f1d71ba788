import type { Block } from "../../model/body.ts";
import { cleanLine, shorten } from "../../model/plain-characters.ts";
import { plainTextOf } from "../../model/reading-order.ts";
import type { ImportedBody, ImportKind } from "./import-tools.ts";

export interface ProposedTitle {
  readonly title: string;
  /** It was the body's first block, which needn't be read twice. */
  readonly isFirstBlock: boolean;
}

const maxTitleLength = 200;
const sentenceTitleLength = 120;
const statedTitle = /^(?:title|titre|subject|objet|kichwa|mada)\s*:\s*(\S.{2,})$/i;

/**
 * The title a person would give it, in the text's own words: what it states as its title, its first heading, its first
 * key point, its first sentence; the file's name only where the text has nothing to offer.
 */
export function proposeTitle({
  built,
  kind,
  fileName,
  stated,
}: {
  readonly built: ImportedBody;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly stated: string | null;
}): ProposedTitle {
  const [first] = built.body.blocks;
  const heading = first?.kind === "heading" ? lineOf(first) : null;
  const pageTitle = kind === "html" ? withoutSiteName(built) : null;
  const given = cleanLine(stated ?? pageTitle ?? "");
  if (given !== "")
    return { title: shorten(given, maxTitleLength), isFirstBlock: heading !== null && isSame(heading, given) };
  const line = first === undefined ? "" : lineOf(first);
  const labelled = statedTitle.exec(line)?.[1];
  if (labelled !== undefined) return { title: shorten(labelled, maxTitleLength), isFirstBlock: true };
  if (heading !== null) return { title: shorten(heading, maxTitleLength), isFirstBlock: true };
  if (kind === "text" && built.body.blocks.length > 1 && looksLikeTitle(line))
    return { title: line, isFirstBlock: true };
  const [point] = built.keyPoints;
  if (point !== undefined) return { title: withoutFullStop(point), isFirstBlock: false };
  const topHeading = built.body.blocks.slice(0, 4).find((block) => block.kind === "heading" && block.level === 1);
  if (kind !== "text" && topHeading !== undefined)
    return { title: shorten(lineOf(topHeading), maxTitleLength), isFirstBlock: false };
  const sentence = firstSentence(line);
  if (sentence !== "") return { title: shorten(withoutFullStop(sentence), sentenceTitleLength), isFirstBlock: false };
  return { title: fileName.replace(/\.[^.]+$/, "").replace(/[_]+/g, " "), isFirstBlock: false };
}

/** A short line of its own that ends like no sentence, as people write above a text they send on. */
function looksLikeTitle(line: string): boolean {
  return line !== "" && line.length <= sentenceTitleLength && !/[.!?…:;,]["”»]?$/u.test(line);
}

function lineOf(block: Block): string {
  if (block.kind === "list") return lineOf(block.items[0]?.blocks[0] ?? { kind: "preformatted", text: "" });
  if (block.kind !== "heading" && block.kind !== "paragraph") return "";
  return cleanLine(plainTextOf(block.inlines));
}

function isSame(one: string, other: string): boolean {
  const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return fold(one) === fold(other);
}

/** "Road reopened | Radio of the Lake": the part after the bar is the site's. */
function withoutSiteName({ page }: ImportedBody): string | null {
  const title = cleanLine(page?.title ?? "");
  const site = cleanLine(page?.siteName ?? "");
  if (title === "") return null;
  const parts = title.split(/\s+[|–—·»-]\s+/);
  const last = parts.at(-1) ?? "";
  return parts.length > 1 && site !== "" && isSame(last, site)
    ? title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—·»-]+$/, "")
    : title;
}

function firstSentence(text: string): string {
  return /^.{15,}?[.!?…](?=\s|$)/u.exec(text.slice(0, 400))?.[0] ?? text.slice(0, 400);
}

function withoutFullStop(text: string): string {
  return text.replace(/[.;]$/, "");
}
