/** A seeded source of chance: the same seed gives the same corpus on every machine. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  below(limit: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** Mulberry32. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
  };
}

/** Draws ranks so that rank r comes up about 1 / (r + 2.7) as often as the first; one step a draw (Walker's aliases). */
export function zipfSampler(size: number, random: Random): () => number {
  const weights = Float64Array.from({ length: size }, (_, rank) => 1 / (rank + 2.7));
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / size;
  const share = weights.map((weight) => weight / mean);
  const alias = new Uint32Array(size);
  const small: number[] = [];
  const large: number[] = [];
  share.forEach((weight, rank) => {
    (weight < 1 ? small : large).push(rank);
  });
  for (let poor = small.pop(), rich = large.pop(); poor !== undefined && rich !== undefined; poor = small.pop()) {
    alias[poor] = rich;
    share[rich] = (share[rich] as number) - (1 - (share[poor] as number));
    if ((share[rich] as number) < 1) {
      small.push(rich);
      rich = large.pop();
    }
  }
  return () => {
    const rank = random.below(size);
    return random.next() < Math.min(1, share[rank] as number) ? rank : (alias[rank] as number);
  };
}
