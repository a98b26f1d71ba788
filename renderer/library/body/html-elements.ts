import type { Mark } from "../../model/body.ts";

export type Attribute = (name: string) => string | null;

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** They end a paragraph where they begin and where they end, and say nothing else. */
export const plainBlocks = words(
  "address article aside body center dd details dir div dl dt fieldset figcaption footer form header hgroup hr html " +
    "legend main p section summary tbody tfoot thead tr",
);

/** With everything inside them: programs, looks, controls, and what a page shows only to find its way about. */
export const droppedElements = words(
  "applet audio button canvas datalist dialog embed frameset iframe input meter nav noembed noframes noscript object " +
    "output progress script select style svg template textarea video del s strike",
);

export const voidElements = words(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr",
);

/** Their content is text even where it looks like tags. */
export const rawTextElements = words("style iframe noembed noframes xmp");

export const lists: readonly string[] = ["ul", "ol", "menu", "dir"];
export const headings: readonly string[] = ["h1", "h2", "h3", "h4", "h5", "h6"];
export const cells: readonly string[] = ["td", "th"];
export const tableParts: readonly string[] = ["td", "th", "tr"];
export const rowGroups: readonly string[] = ["thead", "tbody", "tfoot"];
/** What an end tag doesn't reach across. */
export const cellScope: readonly string[] = ["table", "td", "th", "caption"];
export const listScope: readonly string[] = [...lists, "#list", "td", "th", "table", "blockquote"];

const widestSpan = 100;

export function spanOf(written: string | null): number {
  return Math.min(Math.max(Number.parseInt(written ?? "1", 10) || 1, 1), widestSpan);
}

const markOf: Readonly<Record<string, Mark>> = {
  b: "strong",
  strong: "strong",
  dt: "strong",
  em: "emphasis",
  i: "emphasis",
  cite: "emphasis",
  dfn: "emphasis",
  var: "emphasis",
  code: "code",
  kbd: "code",
  samp: "code",
  tt: "code",
  sub: "sub",
  sup: "sup",
};

const hiddenStyle =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d]))/i;

export function isHidden(attribute: Attribute): boolean {
  if (attribute("hidden") !== null) return true;
  const style = attribute("style");
  return style !== null && style.length < 2_000 && hiddenStyle.test(style);
}

const boldStyle = /font-weight\s*:\s*(?:bold|[6-9]00)/i;
const normalWeight = /font-weight\s*:\s*(?:normal|400)/i;
const italicStyle = /font-style\s*:\s*italic/i;

/** The mark an element puts on its words: by its name, or for a span by its look. */
export function markFor(name: string, attribute: Attribute): Mark | null {
  const own = markOf[name] ?? null;
  if (own !== "strong" && name !== "span") return own;
  const style = attribute("style") ?? "";
  if (own === "strong") return normalWeight.test(style) ? null : own;
  if (boldStyle.test(style)) return "strong";
  return italicStyle.test(style) ? "emphasis" : null;
}

/** How far an end tag reaches. */
export function scopeOf(tag: string): readonly string[] {
  if (tag === "table") return [];
  return tableParts.includes(tag) || rowGroups.includes(tag) ? ["table"] : cellScope;
}
