import { type Bytes, mebibyte } from "../../model/measure.ts";

// Outlook keeps a message's RTF packed by a small algorithm of its own (MS-OXRTFCP): repeats of the last 4 KiB, which
// begin filled with what every RTF has.
const dictionaryBytes = 4096;
const filledWith =
  "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbol" +
  "ArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
const headerBytes = 16;
const packedMark = 0x75465a4c;
const plainMark = 0x414c454d;
/** Of any message's words; what swells beyond isn't one. */
const mostBytes: Bytes = 10 * mebibyte;

/** null = not in this form. What is cut short gives what stands before the cut. */
export function inflateRtf(packed: Uint8Array): Uint8Array | null {
  if (packed.length < headerBytes) return null;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const mark = view.getUint32(8, true);
  const plainBytes = Math.min(view.getUint32(4, true), mostBytes);
  if (mark === plainMark) return packed.slice(headerBytes, headerBytes + plainBytes);
  return mark === packedMark ? unpack(packed, plainBytes) : null;
}

function unpack(packed: Uint8Array, plainBytes: Bytes): Uint8Array {
  const dictionary = new Uint8Array(dictionaryBytes);
  dictionary.set(new TextEncoder().encode(filledWith));
  let end = filledWith.length;
  // Of what comes out no more than two and a bit follow from each byte that goes in, times seventeen at the most.
  const plain = new Uint8Array(Math.min(plainBytes, packed.length * 17));
  let length = 0;
  const write = (byte: number) => {
    plain[length++] = byte;
    dictionary[end] = byte;
    end = (end + 1) % dictionaryBytes;
  };
  for (let at = headerBytes; at < packed.length && length < plain.length; ) {
    const kinds = packed[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < packed.length && length < plain.length; bit++) {
      if (((kinds >> bit) & 1) === 0) {
        write(packed[at++] ?? 0);
        continue;
      }
      const reference = ((packed[at] ?? 0) << 8) | (packed[at + 1] ?? 0);
      at += 2;
      const from = reference >> 4;
      // A reference to where the next byte would go means the end.
      if (from === end) return plain.subarray(0, length);
      for (let step = 0; step < (reference & 15) + 2 && length < plain.length; step++) {
        write(dictionary[(from + step) % dictionaryBytes] ?? 0);
      }
    }
  }
  return plain.subarray(0, length);
}
