import { cleanLine } from "../../model/plain-characters.ts";
import { decodeReferences, withoutTags } from "./plain-line.ts";

const cutOff =
  /(?:…|\.\.\.|\[\s*(?:…|\.\.\.|&hellip;)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|(?:read|see|view|learn)\s+(?:more|the\s+(?:full|rest)[\p{L} ]{0,30})|continue\s+reading|(?:lire|voir|en\s+savoir)\s+(?:la\s+suite|plus|l['’]article[\p{L} ]{0,20})|soma\s+(?:zaidi|habari\s+kamili)|endelea\s+kusoma)[\s.…»>→\])]*$/iu;
const wordpressFooter =
  /the post\s.{1,300}\sappeared first on\s.{1,120}$|l['’]article\s.{1,300}\sest apparu en premier sur\s.{1,120}$|cet article\s.{1,300}\sest apparu en premier sur\s.{1,120}$/i;
const seeAttachment =
  /(?:please\s+)?(?:refer\s+to|see)\s+the\s+(?:attached|attachments?)|veuillez\s+(?:vous\s+r[ée]f[ée]rer|consulter|voir)[\p{L}\s]{0,20}(?:pi[èe]ces?\s+jointes?|fichiers?|documents?)|voir\s+(?:la\s+)?pi[èe]ces?\s+jointes?/iu;
const teaserLength = 400;
const longestTeaser = 1_500;

/** A field's words without markup, as far as they are needed to tell a text from a teaser. */
export function textOf(written: string, kind: "html" | "text"): string {
  const part = written.slice(0, 40_000);
  return cleanLine(kind === "html" ? decodeReferences(withoutTags(part)) : part);
}

/**
 * Whether an item gives a teaser instead of its text: it is short and ends like one, points at an attachment, or is
 * only a short summary of a page that it links to. A long text that happens to end in "…" is a text.
 */
export function isExtractOnly(item: {
  text: string;
  hasLink: boolean;
  isSummaryOnly: boolean;
  hasAttachment: boolean;
}): boolean {
  const text = item.text.replace(wordpressFooter, "").trim();
  if (text.length >= longestTeaser) return false;
  if (text === "") return item.hasLink || item.hasAttachment;
  if (text.length < 700 && seeAttachment.test(text)) return true;
  if (cutOff.test(text.slice(-120))) return item.hasLink;
  return item.isSummaryOnly && item.hasLink && text.length < teaserLength;
}
