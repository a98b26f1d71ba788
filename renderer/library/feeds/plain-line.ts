import { cleanLine } from "../../model/plain-characters.ts";

// The names that stand in feeds' titles; feedsmith decodes XML's own layer, this is the HTML inside it.
const named: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "amp&|lt<|gt>|quot\"|apos'|nbsp\u00a0|iexcl¡|laquo«|raquo»|deg°|middot·|iquest¿|ndash–|mdash—|lsquo‘|rsquo’|sbquo‚",
    "ldquo“|rdquo”|bdquo„|hellip…|bull•|euro€|trade™|copy©|reg®|times×|plusmn±|frac12½|sup2²|sup3³|ordm º|szligß",
    "agraveà|aacuteá|acircâ|atildeã|aumlä|aringå|aeligæ|ccedilç|egraveè|eacuteé|ecircê|eumlë|igraveì|iacuteí|icircî",
    "iumlï|ntildeñ|ograveò|oacuteó|ocircô|otildeõ|oumlö|oslashø|ugraveù|uacuteú|ucircû|uumlü|yacuteý|yumlÿ|oeligœ",
    "AgraveÀ|AacuteÁ|AcircÂ|AtildeÃ|AumlÄ|AringÅ|AEligÆ|CcedilÇ|EgraveÈ|EacuteÉ|EcircÊ|EumlË|IgraveÌ|IacuteÍ|IcircÎ",
    "IumlÏ|NtildeÑ|OgraveÒ|OacuteÓ|OcircÔ|OtildeÕ|OumlÖ|OslashØ|UgraveÙ|UacuteÚ|UcircÛ|UumlÜ|OEligŒ",
  ]
    .join("|")
    .split("|")
    .map((pair) => {
      const split = /^([A-Za-z]+\d*)\s?(.)$/u.exec(pair);
      return [split?.[1] ?? pair, split?.[2] ?? ""];
    }),
);

const reference = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi;

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "";
}

export function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(reference, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return characterOf(Number.parseInt(decimal, 10));
    if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
    return named[name ?? ""] ?? whole;
  });
}

/** Text without tags: each becomes a space where it may separate words. Linear, however many "<" stand in it. */
export function withoutTags(html: string): string {
  if (!html.includes("<")) return html;
  const parts: string[] = [];
  let from = 0;
  while (from < html.length) {
    const open = html.indexOf("<", from);
    if (open < 0) break;
    if (!/[a-z/!?]/i.test(html[open + 1] ?? "")) {
      parts.push(html.slice(from, open + 1));
      from = open + 1;
      continue;
    }
    const close = html.indexOf(">", open);
    if (close < 0) break;
    parts.push(html.slice(from, open));
    if (!/^<\/?(?:a|abbr|b|em|i|span|strong|sub|sup|u)\b/i.test(html.slice(open, open + 8))) parts.push(" ");
    from = close + 1;
  }
  parts.push(html.slice(from));
  return parts.join("");
}

/** A feed's title or name as one line of plain text, whatever markup it was written in. */
export function plainLine(written: string | null | undefined): string {
  if (written == null) return "";
  return cleanLine(decodeReferences(withoutTags(written)));
}
