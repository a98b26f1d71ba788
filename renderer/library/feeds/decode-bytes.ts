/** A label that TextDecoder knows, or null. */
function knownLabel(written: string | null | undefined): string | null {
  if (written == null || written.trim() === "") return null;
  const label = written.trim().replace(/^["']|["']$/g, "");
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return encoding === "windows-1252" ? withWindowsSigns(text) : text;
  } catch {
    return null;
  }
}

const windowsSigns = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node 20 reads windows-1252 as ISO-8859-1, which has nothing where apostrophes, quotes and œ stand. */
function withWindowsSigns(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

function encodingByMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  // No mark, but "<" and a zero: UTF-16 all the same.
  if (first === 0x3c && second === 0) return "utf-16le";
  if (first === 0 && second === 0x3c) return "utf-16be";
  return null;
}

/** What the document says of itself: an XML declaration or an HTML meta, which are ASCII in every encoding but UTF-16. */
function declaredInside(bytes: Uint8Array): string | null {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, 1_024));
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(start);
  const meta = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(start);
  return knownLabel(xml?.[1] ?? meta?.[1]);
}

/** A multi-byte text cut in its last character is still that text. */
function decodeCutUtf8(bytes: Uint8Array): string | null {
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut++) {
    const byte = bytes[bytes.length - cut] as number;
    if (byte >= 0xc0) return decodeStrictly(bytes.subarray(0, bytes.length - cut), "utf-8");
    if (byte < 0x80) return null;
  }
  return null;
}

/**
 * Bytes → text. UTF-8 is tried before any label, because bytes of another encoding hardly ever are valid UTF-8 while
 * wrong labels are common; then the HTTP header, then what the document says, then windows-1252, which takes anything.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null): string {
  const marked = encodingByMark(bytes);
  if (marked !== null) return withoutMark(new TextDecoder(marked).decode(bytes));
  const utf8 = decodeStrictly(bytes, "utf-8");
  const header = knownLabel(/charset\s*=\s*("[^"]*"|[^;,\s]+)/i.exec(contentType ?? "")?.[1]);
  const inside = declaredInside(bytes);
  // Escape sequences of ISO-2022-JP are valid UTF-8.
  if (utf8 !== null && inside !== "iso-2022-jp" && header !== "iso-2022-jp") return utf8;
  for (const label of [header, inside]) {
    const text =
      label === null || label === "utf-8" || label.startsWith("utf-16") ? null : decodeStrictly(bytes, label);
    if (text !== null) return text;
  }
  const cut = decodeCutUtf8(bytes);
  if (cut !== null) return cut;
  if (isMostlyUtf8(bytes)) return new TextDecoder("utf-8").decode(bytes);
  return decodeStrictly(bytes, "windows-1252") ?? "";
}

function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** A UTF-8 document with a few bad bytes pasted in: better some replacement signs than every accent broken. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    let isGood = length > 1;
    for (let next = 1; next < length; next++) isGood &&= ((bytes[at + next] ?? 0) & 0xc0) === 0x80;
    if (isGood) {
      good += 1;
      at += length - 1;
    } else bad += 1;
  }
  return good > bad;
}
