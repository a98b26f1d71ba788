import { startsWithBytes, toUtf8, viewOf } from "../crypto/byte-arrays.ts";

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * How large a picture says it is, read from its header so that nothing is decoded to know. null = no picture that is
 * shown, or one whose header can't be read.
 */
export function pictureSizeOf(bytes: Uint8Array): PictureSize | null {
  const size = pngSize(bytes) ?? gifSize(bytes) ?? webpSize(bytes) ?? jpegSize(bytes);
  return size !== null && size.width > 0 && size.height > 0 ? size : null;
}

function pngSize(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < 24 || bytes[0] !== 0x89 || !startsWithBytes(bytes, 12, toUtf8("IHDR"))) return null;
  const view = viewOf(bytes);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function gifSize(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < 10 || !startsWithBytes(bytes, 0, toUtf8("GIF8"))) return null;
  const view = viewOf(bytes);
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function webpSize(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < 30 || !startsWithBytes(bytes, 8, toUtf8("WEBP"))) return null;
  const view = viewOf(bytes);
  const three = (at: number) => view.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16);
  if (startsWithBytes(bytes, 12, toUtf8("VP8X"))) return { width: three(24) + 1, height: three(27) + 1 };
  if (startsWithBytes(bytes, 12, toUtf8("VP8L"))) {
    const packed = view.getUint32(21, true);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  if (!startsWithBytes(bytes, 12, toUtf8("VP8 "))) return null;
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

function jpegSize(bytes: Uint8Array): PictureSize | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes and markers without a length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else if (isFrameStart(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else if (marker === 0xda || marker === 0xd9) return null;
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** C0 to CF but for three that hold tables. */
function isFrameStart(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
