/** Shorter texts say too little to tell a copy from a coincidence: "Please see the attached file." */
const fewestWords = 25;
const wordsPerShingle = 3;
export const signatureSlots = 32;

/** Odd, so that each gives the runs an order of its own without two of them falling together. */
const factors = Uint32Array.from({ length: signatureSlots }, (_, slot) => mix(slot + 1) | 1);

/**
 * What a text shares with its copies: of all runs of three words, by 32 different orders, the first one each, 8 bits of
 * it. Two texts agree in about as large a part of the slots as they have runs in common. 64 hex digits; null = too short.
 */
export function textSignature(texts: readonly string[]): string | null {
  const words = texts.flatMap((text) => foldWords(text));
  if (words.length < fewestWords) return null;
  const smallest = new Uint32Array(signatureSlots).fill(0xffff_ffff);
  const hashes = words.map(hashWord);
  for (let at = wordsPerShingle - 1; at < hashes.length; at++) {
    const run = mix((hashes[at - 2] as number) ^ mix((hashes[at - 1] as number) ^ mix(hashes[at] as number)));
    for (let slot = 0; slot < signatureSlots; slot++) {
      const placed = Math.imul(run, factors[slot] as number) >>> 0;
      if (placed < (smallest[slot] as number)) smallest[slot] = placed;
    }
  }
  return Array.from(smallest, (hash) => (hash & 0xff).toString(16).padStart(2, "0")).join("");
}

function foldWords(text: string): string[] {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function hashWord(word: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x0100_0193);
  return hash >>> 0;
}

/** Each bit of the answer hangs on every bit asked. */
function mix(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
