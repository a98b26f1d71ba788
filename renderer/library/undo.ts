import type { Done } from "../contracts/library.ts";
import type { BriefingHead } from "../model/briefing.ts";
import type { Change } from "../model/changes.ts";
import type { CommitFailure, UndoFailure } from "../model/failure.ts";
import { type BriefingId, brandId, type SavedSearchId, type UndoToken } from "../model/ids.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import { toHex } from "./crypto/byte-arrays.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Catalogue, Vault } from "./vault.ts";

export interface UndoableActions {
  /** Commits an action and remembers how to take it back. */
  run(changes: readonly Change[]): Promise<Result<Done, CommitFailure>>;
  undo(token: UndoToken): Promise<Result<null, UndoFailure>>;
  /** Nothing that was done so far can be taken back any more: somebody else reads now. */
  forget(): void;
}

/** Longer than anyone goes back, and it ends with the session anyway. */
const actionsKept = 50;

export function undoableActions(
  vault: Pick<Vault, "catalogue" | "commit">,
  { randomBytes }: Pick<Surroundings, "randomBytes">,
): UndoableActions {
  const inverses = new Map<UndoToken, readonly Change[]>();
  let last: Promise<unknown> = Promise.resolve();

  /** What takes an action back is how things stood after the one before it, which may still be on its way to the disk. */
  function inTurn<Outcome>(act: () => Promise<Outcome>): Promise<Outcome> {
    const done = last.then(act);
    last = done.catch(() => {});
    return done;
  }

  async function run(changes: readonly Change[]): Promise<Result<Done, CommitFailure>> {
    const { inverse, affected } = planUndo(changes, vault.catalogue);
    const committed = await vault.commit(changes);
    if (!committed.ok) return committed;
    const undo = brandId<UndoToken>(toHex(randomBytes(16)));
    inverses.set(undo, inverse);
    const [oldest] = inverses.keys();
    if (inverses.size > actionsKept && oldest !== undefined) inverses.delete(oldest);
    return succeed({ undo, affected });
  }

  async function takeBack(token: UndoToken): Promise<Result<null, UndoFailure>> {
    const inverse = inverses.get(token);
    if (inverse === undefined) return fail({ kind: "nothing-to-undo" });
    inverses.delete(token);
    const committed = await vault.commit(inverse);
    if (committed.ok) return succeed(null);
    // What couldn't be written can be asked for again.
    inverses.set(token, inverse);
    return committed;
  }

  return {
    run: (changes) => inTurn(() => run(changes)),
    undo: (token) => inTurn(() => takeBack(token)),
    forget: () => inverses.clear(),
  };
}

/** What takes a batch back, from how things stand before it, and how many briefings or sources it really touches. */
function planUndo(
  changes: readonly Change[],
  before: Catalogue,
): { readonly inverse: readonly Change[]; readonly affected: number } {
  const touched = new Set<string>();
  const inverse: Change[] = [];
  for (const change of changes) {
    const planned = inverseOf(change, before);
    for (const id of planned.touched) touched.add(id);
    // Last done, first taken back.
    inverse.unshift(...planned.changes);
  }
  return { inverse, affected: touched.size };
}

interface Inverse {
  readonly changes: readonly Change[];
  readonly touched: readonly string[];
}

const nothing: Inverse = { changes: [], touched: [] };

function inverseOf(change: Change, before: Catalogue): Inverse {
  switch (change.kind) {
    case "read-set": {
      const ids = change.ids.filter((id) => isHere(id, before) && before.state(id).read !== change.read);
      return aboutBriefings(ids, { kind: "read-set", ids, read: !change.read });
    }
    case "saved-set": {
      const ids = change.ids.filter((id) => isHere(id, before) && before.state(id).saved !== change.saved);
      return aboutBriefings(ids, { kind: "saved-set", ids, saved: !change.saved });
    }
    case "briefings-deleted": {
      const ids = change.ids.filter((id) => isHere(id, before) && !before.isDeleted(id));
      return aboutBriefings(ids, { kind: "briefings-restored", ids });
    }
    case "briefings-restored": {
      const ids = change.ids.filter((id) => before.isDeleted(id));
      return aboutBriefings(ids, { kind: "briefings-deleted", ids });
    }
    case "references-saved": {
      const ids = change.ids.filter((id) => before.referenceState(id).isSaved !== change.saved);
      return aboutBriefings(ids, { kind: "references-saved", ids, saved: !change.saved });
    }
    case "references-removed": {
      const ids = change.ids.filter((id) => before.referenceState(id).isRemoved !== change.removed);
      return aboutBriefings(ids, { kind: "references-removed", ids, removed: !change.removed });
    }
    case "language-corrected": {
      const language = before.head(change.id)?.language;
      if (language === undefined || language === change.language) return nothing;
      return aboutBriefings([change.id], { kind: "language-corrected", id: change.id, language });
    }
    case "revision-arrived": {
      // A new revision of something known stays: its text is part of what the source said.
      const { id } = change.head;
      return isHere(id, before) ? nothing : aboutBriefings([id], { kind: "briefings-deleted", ids: [id] });
    }
    case "attachments-kept": {
      const { briefingId } = change;
      const known = keptBefore(briefingId, before);
      // With a briefing that only now comes, its files go where it goes.
      if (known === null) return nothing;
      const added = change.attachments.filter(({ id }) => !known.some((standing) => standing.id === id));
      return {
        changes: added.map(({ id }) => ({ kind: "attachment-removed", briefingId, attachmentId: id })),
        touched: added.length === 0 ? [] : [briefingId],
      };
    }
    case "attachment-removed": {
      const { briefingId, attachmentId } = change;
      const attachments = keptBefore(briefingId, before)?.filter(({ id }) => id === attachmentId) ?? [];
      if (attachments.length === 0) return nothing;
      return aboutBriefings([briefingId], { kind: "attachments-kept", briefingId, attachments });
    }
    case "source-added":
      return {
        changes: [{ kind: "source-removed", sourceId: change.source.id }],
        touched: [change.source.id],
      };
    case "source-changed": {
      const source = before.sources().find(({ id }) => id === change.source.id);
      return source === undefined
        ? nothing
        : { changes: [{ kind: "source-changed", source }], touched: [change.source.id] };
    }
    case "source-removed":
      return withSourceBack(change.sourceId, before);
    case "search-saved":
      return searchAsBefore(change.search.id, before);
    case "search-removed":
      return searchAsBefore(change.searchId, before);
    case "settings-changed":
      return { changes: [{ kind: "settings-changed", settings: before.settings() }], touched: [] };
    case "name-added":
      return { changes: [{ kind: "name-removed", id: change.name.id }], touched: [change.name.id] };
    case "name-removed": {
      const name = before.addedNames().find(({ id }) => id === change.id);
      return name === undefined ? nothing : { changes: [{ kind: "name-added", name }], touched: [name.id] };
    }
    case "getting-rules-changed":
      return { changes: [{ kind: "getting-rules-changed", rules: before.gettingRules() }], touched: [] };
    case "looked-set":
      return { changes: [{ kind: "looked-set", ...before.looked() }], touched: [] };
    case "reader-renamed": {
      const known = before.readers().find(({ id }) => id === change.readerId);
      return known === undefined ? nothing : { changes: [{ ...change, name: known.name }], touched: [] };
    }
    case "reader-removed": {
      const known = before.readers().find(({ id }) => id === change.readerId);
      return known === undefined
        ? nothing
        : { changes: [{ kind: "reader-added", readerId: known.id, name: known.name }], touched: [known.id] };
    }
    // Facts about what came and who reads: they stay true.
    case "provenance-added":
    case "briefing-withdrawn":
    case "full-text-missed":
    case "cursor-moved":
    case "delivery-made":
    case "reader-added":
    case "traffic-counted":
    case "reader-chosen":
      return nothing;
  }
}

function withSourceBack(sourceId: Parameters<Catalogue["cursor"]>[0], before: Catalogue): Inverse {
  const source = before.sources().find(({ id }) => id === sourceId);
  if (source === undefined) return nothing;
  const cursor = before.cursor(sourceId);
  const changes: Change[] = [{ kind: "source-added", source }];
  // With its cursor the next sync asks only for what is new.
  if (cursor !== null) changes.push({ kind: "cursor-moved", sourceId, cursor });
  return { changes, touched: [sourceId] };
}

function searchAsBefore(searchId: SavedSearchId, before: Catalogue): Inverse {
  const search = before.savedSearches().find(({ id }) => id === searchId);
  return search === undefined
    ? { changes: [{ kind: "search-removed", searchId }], touched: [searchId] }
    : { changes: [{ kind: "search-saved", search }], touched: [searchId] };
}

function aboutBriefings(ids: readonly BriefingId[], change: Change): Inverse {
  return ids.length === 0 ? nothing : { changes: [change], touched: ids };
}

function keptBefore(id: BriefingId, before: Catalogue): BriefingHead["kept"] | null {
  return before.head(id)?.kept ?? null;
}

function isHere(id: BriefingId, before: Catalogue): boolean {
  return before.head(id) !== null;
}
