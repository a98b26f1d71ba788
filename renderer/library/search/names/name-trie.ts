const alphabetSize = 37;
const space = 36;
const nodesAtFirst = 1 << 12;

/** Index of a folded letter in the trie's alphabet; -1 = in no name. */
function letterOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit - 97;
  return unit >= 48 && unit <= 57 ? unit - 22 : -1;
}

/** Every name as a path of folded letters; a walk along a text finds the longest name that begins at a word. */
export class NameTrie {
  #next = new Int32Array(nodesAtFirst * alphabetSize);
  #nameAt = new Int32Array(nodesAtFirst).fill(-1);
  #nodes = 1;

  /** `folded` as `foldName` makes it. Names with other letters than a–z and 0–9 can't be found and are left out. */
  add(folded: string, name: number): void {
    let node = 0;
    for (let at = 0; at < folded.length; at++) {
      const unit = folded.charCodeAt(at);
      const letter = unit === 32 ? space : letterOf(unit);
      if (letter < 0) return;
      node = this.#childMade(node, letter);
    }
    if (node !== 0) this.#nameAt[node] = name;
  }

  /** The node behind a folded letter; 0 = no name goes on so. */
  step(node: number, unit: number): number {
    const letter = letterOf(unit);
    return letter < 0 ? 0 : (this.#next[node * alphabetSize + letter] as number);
  }

  stepOverSpace(node: number): number {
    return this.#next[node * alphabetSize + space] as number;
  }

  /** -1 = no name ends here. */
  nameAt(node: number): number {
    return this.#nameAt[node] as number;
  }

  #childMade(node: number, letter: number): number {
    const at = node * alphabetSize + letter;
    const known = this.#next[at] as number;
    if (known !== 0) return known;
    if (this.#nodes === this.#nameAt.length) this.#grow();
    const child = this.#nodes++;
    this.#next[at] = child;
    return child;
  }

  #grow(): void {
    const next = new Int32Array(this.#next.length * 2);
    next.set(this.#next);
    this.#next = next;
    const nameAt = new Int32Array(this.#nameAt.length * 2).fill(-1);
    nameAt.set(this.#nameAt);
    this.#nameAt = nameAt;
  }
}
