import type { WorkingCopy } from "./working-copy.ts";

/** Holds the working copy as long as it works. Losing it is no failure: the journal has everything. */
export class WorkingCopyHolder {
  #copy: WorkingCopy | null = null;
  /** Off where the disk is too full to write to the browser's database. */
  #isWritable = true;
  readonly #onLost: (name: string) => void;

  constructor(onLost: (name: string) => void) {
    this.#onLost = onLost;
  }

  hold(copy: WorkingCopy, { isWritable }: { readonly isWritable: boolean }): void {
    this.#copy = copy;
    this.#isWritable = isWritable;
  }

  get isHeld(): boolean {
    return this.#copy !== null;
  }

  /** null = there is none, or it just failed and was let go. */
  async read<Value>(work: (copy: WorkingCopy) => Promise<Value>): Promise<Value | null> {
    const copy = this.#copy;
    if (copy === null) return null;
    try {
      return await work(copy);
    } catch (error) {
      this.lose(error instanceof Error ? error.name : typeof error);
      return null;
    }
  }

  /** A copy that may not be written to falls behind, and is brought up at the next start. */
  async write<Value>(work: (copy: WorkingCopy) => Promise<Value>): Promise<Value | null> {
    return this.#isWritable ? this.read(work) : null;
  }

  stopWriting(): void {
    this.#isWritable = false;
  }

  lose(name: string): void {
    const copy = this.#copy;
    if (copy === null) return;
    this.#copy = null;
    copy.database.close();
    this.#onLost(name);
  }

  close(): void {
    this.#copy?.database.close();
    this.#copy = null;
  }
}
