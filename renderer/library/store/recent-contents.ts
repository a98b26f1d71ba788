import type { RevisionContent } from "../../model/briefing.ts";
import type { Change } from "../../model/changes.ts";
import type { BriefingId } from "../../model/ids.ts";

/**
 * What was just taken in, as it was before it was sealed: the search index asks for it at once, and unsealing and
 * inflating what is still at hand would be half of its work. Only what a stored revision is asked for is ever given.
 */
export class RecentContents {
  readonly #most: number;
  readonly #ofSealed = new WeakMap<Uint8Array, RevisionContent>();
  readonly #byName = new Map<string, RevisionContent>();

  constructor(most: number) {
    this.#most = most;
  }

  noteSealed(sealed: Uint8Array, content: RevisionContent): void {
    this.#ofSealed.set(sealed, content);
  }

  /** Before the changes are shown: whoever hears of them may ask in the same moment. */
  keep(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind !== "revision-arrived") continue;
      const content = this.#ofSealed.get(change.body);
      if (content !== undefined) this.#byName.set(nameOf(change.head.id, change.head.revision), content);
    }
    for (const name of this.#byName.keys()) {
      if (this.#byName.size <= this.#most) break;
      this.#byName.delete(name);
    }
  }

  /** They weren't kept after all. */
  drop(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind === "revision-arrived") this.#byName.delete(nameOf(change.head.id, change.head.revision));
    }
  }

  get(id: BriefingId, revision: number): RevisionContent | null {
    return this.#byName.get(nameOf(id, revision)) ?? null;
  }
}

function nameOf(id: BriefingId, revision: number): string {
  return `${id} ${revision}`;
}
