/** Small letters without accents, other marks as they are: for comparing short names and keywords. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replace(/[’ʼ`´‘]/gu, "'")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae");
}
