import type { DocumentFailure } from "../../model/failure.ts";
import { decodeReferences, plainLine, withoutTags } from "./plain-line.ts";

/** The start of a page says what it is; an article of a megabyte is none of the bad ones. */
const lookAtLength = 300_000;
/** Walls and error pages say little. A page with more words than this is a page. */
const fewWords = 250;

const passwordField = /<input\b[^>]{0,500}\btype\s*=\s*["']?password/i;
const portalMarks =
  /WISPAccessGatewayParam|captive[-_ ]?portal|<LoginURL>|hotspot[-_ ]?login|wifi[-_ ]?login|\/(?:guest|hotspot|captive)\/|accept(?:er)?\s+(?:the\s+|les\s+)?(?:terms|conditions)|(?:free|guest|public)\s+wi-?fi|forfait\s+(?:internet\s+)?(?:est\s+)?épuisé|your\s+(?:data\s+)?bundle|recharge\s+your|rechargez\s+votre/i;
const loginTitle =
  /\b(?:log\s?in|log\s?on|sign\s?in|authentication|authentification|connexion|s['’]identifier|portail|portal|hotspot|ingia)\b/i;
const botMarks =
  /cdn-cgi\/challenge-platform|cf-browser-verification|cf[-_]chl|_cf_chl|g-recaptcha|h-captcha|hcaptcha\.com|cf-turnstile|_Incapsula_Resource|px-captcha|datadome|ddos-guard|anubis|sucuri_cloudproxy|awswaf|checking (?:your browser|if the site connection)|verif(?:y|ying) (?:that )?you(?:'re| are)? (?:a )?human|vérifi(?:er|ez|ons) que vous (?:êtes|n['’]êtes)|enable javascript and cookies|making sure you(?:'|’|&#39;)?re not a bot/i;
const botTitle =
  /^(?:just a moment|attention required|un instant|access to this page has been denied|ddos protection|security check|robot or human|are you a robot|human verification|client challenge|pardon our interruption)/i;
const errorTitle =
  /\b(?:not found|forbidden|unauthori[sz]ed|access denied|bad gateway|gateway time-?out|service (?:temporarily )?unavailable|internal server error|too many requests|temporarily unavailable|under maintenance|page introuvable|introuvable|accès refusé|accès interdit|erreur|error|site en maintenance|indisponible|haipatikani|account suspended|domain (?:is )?for sale)\b/i;
const statusNumber = /^\W*(?:error|erreur|http)?\W*[45]\d\d\b/i;

/** What a document that isn't a feed is, by what stands in it. Status and content type aren't asked: they lie. */
export function classifyPage(html: string, address: string): DocumentFailure {
  const start = html.slice(0, lookAtLength);
  const host = URL.canParse(address) ? new URL(address).host : null;
  const title = titleOf(start);
  const wordCount = wordsOf(start);
  if (botTitle.test(title) || (botMarks.test(start) && wordCount < fewWords)) return { kind: "bot-wall", host };
  const hasPassword = passwordField.test(start);
  if (hasPassword && (wordCount < fewWords || loginTitle.test(title))) return { kind: "login-page", host };
  if (wordCount < fewWords && (portalMarks.test(start) || (loginTitle.test(title) && /<form\b/i.test(start)))) {
    return { kind: "login-page", host };
  }
  if (statusNumber.test(title) || (errorTitle.test(title) && wordCount < fewWords)) return { kind: "error-page", host };
  if (wordCount < 60 && errorTitle.test(headingOf(start))) return { kind: "error-page", host };
  return { kind: "web-page", title };
}

/** The text between a first opening tag of this name and the next closing one. */
function elementText(html: string, name: string): string {
  const open = new RegExp(`<${name}\\b[^<>]{0,2000}>`, "i").exec(html);
  if (open === null) return "";
  const from = open.index + open[0].length;
  const close = html.slice(from, from + 20_000).search(new RegExp(`</${name}`, "i"));
  return plainLine(html.slice(from, from + (close < 0 ? 300 : Math.min(close, 2_000))));
}

export function titleOf(html: string): string {
  return elementText(html, "title").slice(0, 300);
}

function headingOf(html: string): string {
  return elementText(html, "h1") || elementText(html, "h2") || elementText(html, "p").slice(0, 200);
}

function wordsOf(html: string): number {
  const visible = withoutScripts(html);
  return decodeReferences(withoutTags(visible)).match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0;
}

/** Scripts and styles hold words that nobody reads. */
function withoutScripts(html: string): string {
  const lower = html.toLowerCase();
  const parts: string[] = [];
  const open = /<(script|style|noscript|head)\b/gi;
  let from = 0;
  for (let match = open.exec(html); match !== null; match = open.exec(html)) {
    const close = lower.indexOf(`</${match[1]?.toLowerCase()}`, match.index);
    parts.push(html.slice(from, match.index));
    from = close < 0 ? html.length : close;
    open.lastIndex = from;
    if (close < 0) break;
  }
  parts.push(html.slice(from));
  return parts.join(" ");
}

const jsonError = /"(?:error|errors|message|status|statusCode|code|detail)"\s*:/i;

/** An API's error answer, which is JSON without being a feed. */
export function classifyJson(json: string, address: string): DocumentFailure {
  const host = URL.canParse(address) ? new URL(address).host : null;
  return json.length < 20_000 && jsonError.test(json) ? { kind: "error-page", host } : { kind: "not-a-feed" };
}

/** Bare text: a proxy's or server's one-line refusal, or no feed at all. */
export function classifyText(text: string, address: string): DocumentFailure {
  const host = URL.canParse(address) ? new URL(address).host : null;
  const start = text.slice(0, 400);
  if (text.length < 2_000 && (statusNumber.test(start) || errorTitle.test(start))) return { kind: "error-page", host };
  return { kind: "not-a-feed" };
}
