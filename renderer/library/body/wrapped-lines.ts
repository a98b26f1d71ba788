const narrowest = 50;
const widest = 110;

/**
 * The column at which an e-mail or an old editor broke its lines, or null where every line is a paragraph by itself.
 * Wrapped text has no long lines, and most lines that are nearly full break off in the middle of a sentence.
 */
export function wrapWidthOf(lines: readonly string[]): number | null {
  let width = 0;
  for (const line of lines) width = Math.max(width, line.length);
  if (width < narrowest || width > widest) return null;
  const full = lines.filter((line) => line.length > width * 0.8);
  const broken = full.filter((line) => !/[.!?…:]["”»’)\]]*$/.test(line));
  return full.length >= 2 && broken.length * 2 >= full.length ? width : null;
}
