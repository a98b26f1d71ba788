import { describe, expect, test } from "vitest";
import { decodeBytes } from "./decode-bytes.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string) => {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) bytes.set([text.charCodeAt(at) & 255, text.charCodeAt(at) >> 8], at * 2);
  return bytes;
};

describe("bytes to text", () => {
  test("a byte order mark decides and isn't part of the text", () => {
    expect(decodeBytes(utf8("\ufeffété"), "text/xml; charset=iso-8859-1")).toBe("été");
    expect(decodeBytes(utf16("\ufeff<été>"), null)).toBe("<été>");
    expect(decodeBytes(utf16("<rss>é"), null)).toBe("<rss>é");
  });

  test("text that is valid UTF-8 is UTF-8, whatever the labels say", () => {
    expect(
      decodeBytes(utf8('<?xml version="1.0" encoding="ISO-8859-1"?>é'), "text/xml; charset=windows-1252"),
    ).toContain("é");
  });

  test("else the server's label, then the document's own", () => {
    expect(decodeBytes(latin("\xe9t\xe9"), "text/xml; charset=ISO-8859-15")).toBe("été");
    expect(decodeBytes(latin('<?xml version="1.0" encoding="windows-1251"?>\xcf'), null)).toContain("П");
    expect(decodeBytes(latin('<meta charset="iso-8859-1">\xe9'), "text/html")).toContain("é");
  });

  test("a wrong or unknown label falls back to windows-1252", () => {
    expect(decodeBytes(latin("l\x92\xe9t\xe9"), "text/xml; charset=utf-8")).toBe("l’été");
    expect(decodeBytes(latin("\xe9"), "text/xml; charset=klingon")).toBe("é");
  });

  test("a UTF-8 text with a few bad bytes keeps its accents", () => {
    const bytes = new Uint8Array([...utf8("été à Sake "), 0xe9, ...utf8(" déjà")]);
    expect(decodeBytes(bytes, null)).toBe("été à Sake \ufffd déjà");
  });
});
