import { areEqualBytes, type OwnBytes, sha256 } from "./byte-arrays.ts";

export const recoveryCodeBytes = 16;
const checksumBits = 12;
const codeBits = recoveryCodeBytes * 8;
const lettersInCode = (codeBits + checksumBits) / 5;
const lettersInGroup = 4;
/** Crockford's: without I, L, O and U, which are read wrong or read as words. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Seven groups of four letters and digits, the last ones a checksum: "7G4K-…". */
export async function writeRecoveryCode(secret: OwnBytes): Promise<string> {
  const bits = new Uint8Array(recoveryCodeBytes + 2);
  bits.set(secret);
  bits.set(await checksumOf(secret), recoveryCodeBytes);
  let letters = "";
  for (let at = 0; at < lettersInCode; at++) letters += alphabet[fiveBitsAt(bits, at * 5)];
  const groups = letters.match(new RegExp(`.{${lettersInGroup}}`, "g")) ?? [];
  return groups.join("-");
}

/** Forgives what people do when they copy by hand: case, spaces, dashes, O for 0, I or L for 1. null = a typo in it. */
export async function readRecoveryCode(typed: string): Promise<OwnBytes | null> {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  if (letters.length !== lettersInCode) return null;
  const bits = new Uint8Array(recoveryCodeBytes + 2);
  for (let at = 0; at < lettersInCode; at++) {
    const value = alphabet.indexOf(letters[at] ?? "");
    if (value < 0) return null;
    putFiveBits(bits, at * 5, value);
  }
  const secret = bits.slice(0, recoveryCodeBytes);
  return areEqualBytes(bits.subarray(recoveryCodeBytes), await checksumOf(secret)) ? secret : null;
}

async function checksumOf(secret: OwnBytes): Promise<OwnBytes> {
  const digest = await sha256(secret);
  return new Uint8Array([digest[0] ?? 0, (digest[1] ?? 0) & 0xf0]);
}

function fiveBitsAt(bits: Uint8Array, at: number): number {
  const pair = ((bits[at >> 3] ?? 0) << 8) | (bits[(at >> 3) + 1] ?? 0);
  return (pair >> (11 - (at & 7))) & 31;
}

function putFiveBits(bits: Uint8Array, at: number, value: number): void {
  const pair = value << (11 - (at & 7));
  const byte = at >> 3;
  bits[byte] = (bits[byte] ?? 0) | (pair >> 8);
  if (byte + 1 < bits.length) bits[byte + 1] = (bits[byte + 1] ?? 0) | (pair & 255);
}
