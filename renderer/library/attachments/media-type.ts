import { startsWithBytes, toUtf8 } from "../crypto/byte-arrays.ts";

const starts: readonly (readonly [mediaType: string, at: number, start: readonly number[] | string])[] = [
  ["image/png", 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", 0, [0xff, 0xd8, 0xff]],
  ["image/gif", 0, "GIF87a"],
  ["image/gif", 0, "GIF89a"],
  ["image/tiff", 0, [0x49, 0x49, 0x2a, 0x00]],
  ["image/tiff", 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ["image/bmp", 0, "BM"],
  ["application/pdf", 0, "%PDF-"],
  ["application/zip", 0, [0x50, 0x4b, 0x03, 0x04]],
  ["application/x-cfb", 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["application/gzip", 0, [0x1f, 0x8b]],
  ["application/rtf", 0, "{\\rtf"],
  ["audio/ogg", 0, "OggS"],
  ["audio/mpeg", 0, "ID3"],
];

/** ISO media files name their kind after their first box's size. */
const brands: Readonly<Record<string, string>> = {
  avif: "image/avif",
  heic: "image/heic",
  heix: "image/heic",
  mif1: "image/heic",
  "M4A ": "audio/mp4",
};

const opaque = "application/octet-stream";

/** What a file is by its first bytes; its name and what its sender calls it say nothing for sure. */
export function mediaTypeOf(bytes: Uint8Array): string {
  for (const [mediaType, at, start] of starts) {
    const wanted = typeof start === "string" ? toUtf8(start) : Uint8Array.from(start);
    if (startsWithBytes(bytes, at, wanted)) return mediaType;
  }
  const container = latin(bytes, 0, 4);
  if (container === "RIFF" && latin(bytes, 8, 12) === "WEBP") return "image/webp";
  if (latin(bytes, 4, 8) === "ftyp") return brands[latin(bytes, 8, 12)] ?? "video/mp4";
  return looksLikeText(bytes) ? textTypeOf(bytes) : opaque;
}

/** Says only what form the bytes have: a message or a Word file is one of these too, and its reader knows better. */
const generic: ReadonlySet<string> = new Set([
  opaque,
  "text/plain",
  "text/html",
  "application/zip",
  "application/x-cfb",
]);

/** A reader's word counts where the bytes alone don't tell. */
export function settledMediaType(bytes: Uint8Array, said: string): string {
  const seen = mediaTypeOf(bytes);
  const isTelling = /^(?:text|message|application)\/[\w.+-]{1,100}$/.test(said) && said !== "application/pdf";
  return generic.has(seen) && isTelling ? said : seen;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

function looksLikeText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  return (
    start.length > 0 && start.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13 || byte === 12)
  );
}

function textTypeOf(bytes: Uint8Array): string {
  return /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype\s+html|html)\b/i.test(latin(bytes, 0, 512))
    ? "text/html"
    : "text/plain";
}
