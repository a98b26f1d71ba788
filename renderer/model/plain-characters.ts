// Controls, bidi embeddings, overrides and isolates, soft hyphens, zero-width spaces, byte order marks, unpaired
// surrogates: they show nothing, hide words from search, or turn a title around. Tab, line ends and the two joiners stay.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}](?<![\t\n\r\u200c\u200d])/gu;

const spaces = /[ \t\n\r\u2028\u2029]+/g;

type Untidy = "no" | "spaces" | "maybe-invisible";

/** A quick look that lets most text pass untouched: the exact expressions cost ten times as much. */
function untidiness(text: string): Untidy {
  let before = 0;
  let untidy: Untidy = "no";
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) return "maybe-invisible";
    if (code < 0x20 || (code === 0x20 && before === 0x20)) untidy = "spaces";
    before = code;
    if (code < 0x7f) continue;
    if (code < 0xae && code !== 0xa0 && code !== 0xab) return "maybe-invisible";
    if (code > 0x05ff && (code < 0x2010 || code > 0x2027)) return "maybe-invisible";
  }
  return untidy;
}

/** Without characters that show nothing. No-break spaces stay: French sets them before « : ; ? ! ». */
export function withoutInvisible(text: string): string {
  return untidiness(text) === "maybe-invisible" ? text.replace(invisible, "") : text;
}

/** Tabs, line ends and runs of plain spaces become one space. */
export function collapseSpaces(text: string): string {
  return untidiness(text) === "no" ? text : text.replace(spaces, " ");
}

/** Both at once: how any text of a paragraph is kept. */
export function cleanText(text: string): string {
  const untidy = untidiness(text);
  if (untidy === "no") return text;
  return (untidy === "spaces" ? text : text.replace(invisible, "")).replace(spaces, " ");
}

/** One clean line: what a title, a name or a key point is kept as. */
export function cleanLine(text: string): string {
  return cleanText(text).trim();
}

/** At most `maxLength` UTF-16 units, cut between words, with "…" where something was left out. */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1);
  const space = cut.lastIndexOf(" ");
  const kept = space > maxLength * 0.6 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, "");
  return `${kept.replace(/[\s,;:–-]+$/, "")}…`;
}
