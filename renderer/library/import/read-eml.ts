import type { Attachment, Email } from "postal-mime";
import type { Bytes } from "../../model/measure.ts";
import { fail, succeed } from "../../model/result.ts";
import { fromUtf8, toUtf8 } from "../crypto/byte-arrays.ts";
import { senderName, subjectTitle } from "./email-names.ts";
import type { DecodeText, FileInside, FileReading } from "./file-reader.ts";
import { bytesOfLetters, type SetApart, setAttachmentsApart } from "./set-attachments-apart.ts";

/** Every byte stands for one character and back, whatever it means: texts are decoded by their bytes afterwards. */
const byteLabel = "iso-8859-1";
const byteSigns = new TextDecoder(byteLabel).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
const byteOf = new Map([...byteSigns].map((sign, byte) => [sign.charCodeAt(0), byte]));

/** Below it each byte stands for its own number. */
const firstUnlike = 0x80;

const headerLine =
  /^(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|x-[\w-]+|content-type|reply-to|sender|dkim-signature|arc-seal|authentication-results|thread-topic|references)\s*:/i;

/** Whether bytes begin as an e-mail does: with header lines, among them one that only e-mails have. */
export function looksLikeEmail(bytes: Uint8Array): boolean {
  const start = new TextDecoder(byteLabel).decode(bytes.subarray(0, 4_096)).replace(/^From [^\r\n]*\r?\n/, "");
  if (!headerLine.test(start)) return false;
  const head = start.split(/\r?\n\r?\n/, 1)[0] ?? "";
  const isMail = /^(?:received|message-id|mime-version|return-path|date)\s*:/im.test(head);
  return isMail && /^from\s*:/im.test(head) && head.split(/\r?\n/).every((line) => /^(?:[\w-]+\s*:|[ \t])/.test(line));
}

/**
 * An e-mail with the text it shows and what is attached. Declared charsets are often wrong or missing, so the parser is
 * given every text as bytes, and only then the bytes are looked at.
 */
export async function readEml(bytes: Uint8Array, decode: DecodeText): FileReading {
  if (isEncrypted(bytes)) return fail({ kind: "encrypted-mail" });
  const lean = setAttachmentsApart(bytes);
  const mail =
    (await parse(lean, decode)) ??
    (lean.apart.size > 0 ? await parse({ message: bytes, apart: new Map() }, decode) : null);
  if (mail === null) return fail({ kind: "damaged-file" });
  const { email, charset, attachments } = mail;
  const read = (text: string) => decode(bytesOf(text), charset === null ? null : `charset=${charset}`);
  const published = email.date === undefined ? Number.NaN : Date.parse(email.date);
  const html = email.html !== undefined && email.html.trim() !== "" ? email.html : null;
  return succeed([
    {
      kind: html === null ? "text" : "html",
      mediaType: "message/rfc822",
      text: read(html ?? email.text ?? ""),
      stated: {
        title: subjectTitle(email.subject ?? ""),
        source: senderName(email.from?.name ?? "", email.from?.address ?? ""),
        ...(Number.isNaN(published) || published <= 0 ? {} : { published }),
      },
      attachments,
    },
  ]);
}

/** As a whole, by S/MIME or PGP; what is only signed can be read. */
function isEncrypted(bytes: Uint8Array): boolean {
  const start = new TextDecoder(byteLabel).decode(bytes.subarray(0, 65_536));
  const head = start.split(/\r?\n\r?\n/, 1)[0] ?? "";
  const [type = ""] = /^content-type\s*:(?:[^\r\n]|\r?\n[ \t])*/im.exec(head) ?? [];
  const isSealed = /application\/(?:x-)?pkcs7-mime/i.test(type) && !/smime-type\s*=\s*"?signed-data/i.test(type);
  return isSealed || /multipart\/encrypted/i.test(type);
}

interface ParsedMail {
  readonly email: Email;
  /** The one that its text named. */
  readonly charset: string | null;
  readonly attachments: readonly FileInside[];
}

/** null = it can't be parsed, or what was set apart of it is no attachment of its own. */
async function parse({ message, apart }: SetApart, decode: DecodeText): Promise<ParsedMail | null> {
  const { default: PostalMime } = await import("postal-mime");
  const kept = withBytesKept(message, decode);
  try {
    const email = await PostalMime.parse(kept.message, {
      forceRfc822Attachments: true,
      attachmentEncoding: "arraybuffer",
    });
    const standIns = email.attachments.map(standInOf).filter((standIn) => apart.has(standIn));
    if (standIns.length !== apart.size || new Set(standIns).size !== apart.size) return null;
    const shown = email.attachments.filter((attachment) => !isShownInText(attachment));
    return { email, charset: kept.charset, attachments: shown.map((attachment) => insideOf(attachment, apart)) };
  } catch {
    return null;
  }
}

/** Pictures that the text itself shows, mostly logos; they stay in the original. */
function isShownInText({ related, mimeType }: Attachment): boolean {
  return related === true && mimeType.startsWith("image/");
}

function insideOf(attachment: Attachment, apart: SetApart["apart"]): FileInside {
  const { filename, mimeType, content } = attachment;
  const name = filename ?? (mimeType === "message/rfc822" ? "message.eml" : "");
  const letters = apart.get(standInOf(attachment));
  return { name, bytes: letters === undefined ? contentBytes(content) : bytesOfLetters(letters) };
}

const longestStandIn: Bytes = 32;

function standInOf({ content }: Attachment): string {
  return fromUtf8(contentBytes(content).subarray(0, longestStandIn));
}

const contentBytes = (content: Attachment["content"]) =>
  typeof content === "string" ? toUtf8(content) : new Uint8Array(content);

const textType = /^(content-type:\s*text\/(?:plain|html))((?:[^\r\n]|\r?\n[ \t])*)/gim;
const charsetParameter = /;\s*charset\s*=\s*("[^"]*"|[^;\s]+)/i;

/** The message with each text's charset replaced by one that loses no byte, and the charset that it named. */
function withBytesKept(
  bytes: Uint8Array,
  decode: DecodeText,
): { readonly message: Uint8Array<ArrayBuffer>; readonly charset: string | null } {
  const whole = new TextDecoder(byteLabel).decode(bytes);
  const end = /\r?\n\r?\n/.exec(whole)?.index ?? whole.length;
  let charset: string | null = null;
  const changed = (part: string) =>
    part.replace(textType, (_, type: string, parameters: string) => {
      charset ??= charsetParameter.exec(parameters)?.[1]?.replace(/"/g, "") ?? null;
      return `${type}; charset=${byteLabel}${parameters.replace(charsetParameter, "")}`;
    });
  const head = changed(whole.slice(0, end));
  const typed = /^content-type\s*:/im.test(head) ? head : `Content-Type: text/plain; charset=${byteLabel}\r\n${head}`;
  const body = bytesOf(changed(whole.slice(end)));
  // Old programs write names and subjects as plain bytes; the parser takes headers for UTF-8.
  const header = toUtf8(decode(bytesOf(typed), null));
  const message = new Uint8Array(header.length + body.length);
  message.set(header);
  message.set(body, header.length);
  return { message, charset };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    const byte = sign < firstUnlike ? sign : byteOf.get(sign);
    // Entities that the parser resolved itself may lie outside: they go in as UTF-8 would have them.
    if (byte === undefined) return toUtf8(text);
    bytes[at] = byte;
  }
  return bytes;
}
