import { type Bytes, kibibyte } from "../../model/measure.ts";
import { joinBytes, toUtf8 } from "../crypto/byte-arrays.ts";

/** What a message attaches, in the letters that it came in. */
export interface SetApart {
  /** The message with a few letters of ours in the place of each. */
  readonly message: Uint8Array;
  /** The attachments' letters by what stands for them. */
  readonly apart: ReadonlyMap<string, Uint8Array>;
}

/** Smaller ones cost a parser little. */
const worthIt: Bytes = 64 * kibibyte;
const longestPartHead: Bytes = 16 * kibibyte;
/** Lines that look like an edge of a part may be without number. */
const mostParts = 500;
const lineFeed = 10;
const carriageReturn = 13;
const dash = 45;
const equalSign = 61;

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const noLetter = 64;
const letterValues = new Uint8Array(256).fill(noLetter);
for (const [value, letter] of [...letters].entries()) letterValues[letter.charCodeAt(0)] = value;

/**
 * Takes large attachments out of an e-mail before it is parsed: a parser makes strings, buffers and lines of all their
 * letters at once. Whoever parses it has to find each of ours whole; where one is missing, the message only looked as
 * if something was attached there.
 */
export function setAttachmentsApart(bytes: Uint8Array): SetApart {
  const apart = new Map<string, Uint8Array>();
  const kept: Uint8Array[] = [];
  let keptTo = 0;
  let at = nextEdge(bytes, 0);
  for (let part = 0; at !== -1 && part < mostParts; part++, at = nextEdge(bytes, at - 1)) {
    const head = partHead(bytes, at);
    if (head === null) continue;
    // What follows may belong to a message inside this one, which is kept as it came.
    if (/^content-type\s*:\s*message\//im.test(head.text)) break;
    at = head.to;
    const to = isAttached(head.text) ? endOfLetters(bytes, at) : null;
    if (to === null || to - at < worthIt) continue;
    const standIn = `set apart: ${apart.size}`;
    apart.set(standIn, bytes.subarray(at, to));
    kept.push(bytes.subarray(keptTo, at), toUtf8(btoa(standIn)));
    keptTo = to;
    at = to;
  }
  return { message: apart.size === 0 ? bytes : joinBytes([...kept, bytes.subarray(keptTo)]), apart };
}

/** The bytes that letters of base64 stand for; there is nothing between them but ends of lines. */
export function bytesOfLetters(written: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(byteCountOf(written));
  let length = 0;
  let bits = 0;
  let held = 0;
  // A loop over millions of letters: by index it takes a fifth of the time.
  for (let at = 0; at < written.length; at++) {
    const value = letterValues[written[at] ?? 0] ?? noLetter;
    if (value === noLetter) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = held >> bits;
  }
  return bytes;
}

function byteCountOf(written: Uint8Array): Bytes {
  let count = 0;
  for (let at = 0; at < written.length; at++) if (letterValues[written[at] ?? 0] !== noLetter) count += 1;
  return Math.floor((count * 3) / 4);
}

/** The line after the next one that may begin a part; -1 = there is none. */
function nextEdge(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(lineFeed, from); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) {
    if (bytes[at + 1] !== dash || bytes[at + 2] !== dash) continue;
    const end = bytes.indexOf(lineFeed, at + 1);
    return end === -1 ? -1 : end + 1;
  }
  return -1;
}

function partHead(bytes: Uint8Array, from: number): { readonly text: string; readonly to: number } | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(from, from + longestPartHead));
  const end = /\r?\n\r?\n/.exec(start);
  return end === null ? null : { text: start.slice(0, end.index), to: from + end.index + end[0].length };
}

function isAttached(head: string): boolean {
  return (
    /^content-transfer-encoding\s*:\s*base64\s*$/im.test(head) &&
    /^content-type\s*:\s*(?!text\/|multipart\/)[\w.+-]+\//im.test(head)
  );
}

/** Where whole groups of four letters end, with the next part's edge right after them; null = it is written otherwise. */
function endOfLetters(bytes: Uint8Array, from: number): number | null {
  let at = from;
  let count = 0;
  for (; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (letterValues[byte] !== noLetter) count += 1;
    else if (byte !== lineFeed && byte !== carriageReturn) break;
  }
  for (; bytes[at] === equalSign; at++) count += 1;
  if (count % 4 !== 0) return null;
  let edge = at;
  while (bytes[edge] === lineFeed || bytes[edge] === carriageReturn) edge += 1;
  return bytes[edge - 1] === lineFeed && bytes[edge] === dash && bytes[edge + 1] === dash ? at : null;
}
