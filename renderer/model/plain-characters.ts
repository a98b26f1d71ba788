// Controls, bidi embeddings, overrides and isolates, soft hyphens, zero-width spaces, byte order marks, unpaired
// surrogates: they show nothing, hide words from search, or turn a title around. Tab, line ends and the two joiners stay.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}](?<![\t\n\r\u200c\u200d])/gu;

/** Without characters that show nothing. No-break spaces stay: French sets them before « : ; ? ! ». */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, "");
}

/** Tabs, line ends and runs of plain spaces become one space. */
export function collapseSpaces(text: string): string {
  return text.replace(/[ \t\n\r\u2028\u2029]+/g, " ");
}

/** One clean line: what a title, a name or a key point is kept as. */
export function cleanLine(text: string): string {
  return collapseSpaces(withoutInvisible(text)).trim();
}

/** At most `maxLength` UTF-16 units, cut between words, with "…" where something was left out. */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1);
  const space = cut.lastIndexOf(" ");
  const kept = space > maxLength * 0.6 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, "");
  return `${kept.replace(/[\s,;:–-]+$/, "")}…`;
}
