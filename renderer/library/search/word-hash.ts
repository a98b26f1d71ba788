/**
 * Two hashes of a word's letters: for each, h = (h ^ letter) × factor. The first says where in the dictionary's table
 * the word stands, the second tells it from the others there.
 */
export const hashSeed = 0x811c9dc5 | 0;
export const hashFactor = 0x01000193;
export const checkSeed = 0x2545f491;
export const checkFactor = 0x5bd1e995;

/** A place in a table of 2ⁿ. The low bits of such a product know the last letters only: the high ones are folded in. */
export function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

export function hashesOf(word: string): { readonly hash: number; readonly check: number } {
  let hash = hashSeed;
  let check = checkSeed;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), hashFactor);
    check = Math.imul(check ^ word.charCodeAt(at), checkFactor);
  }
  return { hash, check };
}
