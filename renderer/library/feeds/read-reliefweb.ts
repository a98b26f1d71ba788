import { plainLine } from "./plain-line.ts";

export function isReliefWeb(address: string): boolean {
  return URL.canParse(address) && /(?:^|\.)reliefweb\.int$/i.test(new URL(address).hostname);
}

export interface ReliefWebBody {
  readonly html: string;
  /** Who wrote it: ReliefWeb only posts what others publish. */
  readonly sources: readonly string[];
  readonly countries: readonly string[];
  /** The source's own date, where the body gives one. */
  readonly published: string | null;
}

const leadingDiv = /^\s*<div\s+class\s*=\s*["']([^"']{0,100})["'][^>]{0,500}>([\s\S]{0,20000}?)<\/div>/i;
const label = /^[\p{L} ]{2,30}:\s*/u;
const noText =
  /^\s*<p>\s*(?:<(?:strong|em)>)?\s*please refer to the attached (?:file|map|infographic|document)s?\.?\s*(?:<\/(?:strong|em)>)?\s*<\/p>/i;

/** Reads ReliefWeb's tag divs off the top of an item's body and takes them away: they are fields, not text. */
export function readReliefWebBody(html: string): ReliefWebBody {
  let rest = html;
  let sources: readonly string[] = [];
  let countries: readonly string[] = [];
  let published: string | null = null;
  for (let match = leadingDiv.exec(rest); match !== null; match = leadingDiv.exec(rest)) {
    const classes = (match[1] ?? "").toLowerCase().split(/\s+/);
    if (!classes.some((name) => ["tag", "date", "source", "country"].includes(name))) break;
    const text = plainLine(match[2]);
    const value = text.replace(label, "").trim();
    if (classes.includes("source")) sources = namesIn(value);
    else if (classes.includes("country")) countries = namesIn(value);
    else if (/publi(?:shed|cation)/i.test(text)) published = value;
    rest = rest.slice(match[0].length);
  }
  return { html: rest.trim(), sources, countries, published };
}

/** "Please refer to the attached file" stands where there is no text. */
export function isOnlyReference(html: string): boolean {
  return noText.test(html.replace(/<p>\s*<img[^>]{0,2000}>\s*<\/p>/gi, "").trim());
}

function namesIn(value: string): readonly string[] {
  return value
    .split(/\s*,\s*(?=[\p{Lu}\p{N}])/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
