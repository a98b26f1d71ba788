const magics: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x50, 0x4b, 0x03, 0x04], // zip: docx, odt, epub …
  [0xd0, 0xcf, 0x11, 0xe0], // old Word
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x1f, 0x8b], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // a program for Linux
  [0x4d, 0x5a, 0x90], // a program for Windows
  [0x52, 0x61, 0x72, 0x21], // RAR
];

const lookAt = 16_384;

/** Whether a file's bytes are no text, whatever its name says. */
export function looksBinary(bytes: Uint8Array): boolean {
  if (magics.some((magic) => magic.every((byte, at) => bytes[at] === byte))) return true;
  const start = bytes.subarray(0, lookAt);
  if (isUtf16(start)) return false;
  let controls = 0;
  for (const byte of start) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) controls += 1;
  }
  return controls * 50 > start.length;
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
