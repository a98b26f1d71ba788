import type { Done, Library } from "../../contracts/library.ts";
import type { CommitFailure } from "../../model/failure.ts";
import type { BriefingId, UndoToken } from "../../model/ids.ts";
import type { Result } from "../../model/result.ts";
import type { StatePatch } from "../reading/reading-states.ts";

/** What the person at this page did, told at once and not only when the library says that something changed. */
export type OwnChange =
  /** Rows show it at once and keep their places; it is `underWay` until the library has answered. */
  | {
      readonly own: "state";
      readonly ids: readonly BriefingId[];
      readonly patch: StatePatch;
      readonly underWay?: Promise<unknown>;
    }
  /** Rows came, went or changed in number: the list takes it over without asking. `gone` leave the view on screen. */
  | { readonly own: "rows"; readonly gone: readonly BriefingId[] };

const rows: OwnChange = { own: "rows", gone: [] };

const opposite = ({ read, saved }: StatePatch): StatePatch => ({
  ...(read === undefined ? {} : { read: !read }),
  ...(saved === undefined ? {} : { saved: !saved }),
});

/**
 * The same calls, which also tell the page what they are about to do. Reading states show before the disk has them and
 * are taken back if it can't keep them.
 */
export function tellOwnChanges(calls: Library, tell: (change: OwnChange) => void): Library {
  const undoable = new Map<UndoToken, OwnChange>();

  async function setState(
    ids: readonly BriefingId[],
    patch: StatePatch,
    call: Promise<Result<Done, CommitFailure>>,
  ): Promise<Result<Done, CommitFailure>> {
    const before: OwnChange = { own: "state", ids, patch: opposite(patch) };
    tell({ own: "state", ids, patch, underWay: call });
    try {
      const outcome = await call;
      if (outcome.ok) undoable.set(outcome.value.undo, before);
      else tell(before);
      return outcome;
    } catch (error) {
      tell(before);
      throw error;
    }
  }

  async function changeRows<Value extends Done, Failure>(
    call: Promise<Result<Value, Failure>>,
    gone: readonly BriefingId[] = [],
  ): Promise<Result<Value, Failure>> {
    const outcome = await call;
    if (outcome.ok) {
      undoable.set(outcome.value.undo, rows);
      tell({ own: "rows", gone });
    }
    return outcome;
  }

  /** Another reader has read other things: what the page knew of states is wrong, and nothing can be taken back. */
  async function changeReader<Failure>(call: Promise<Result<null, Failure>>): Promise<Result<null, Failure>> {
    const outcome = await call;
    if (outcome.ok) {
      undoable.clear();
      tell(rows);
    }
    return outcome;
  }

  return {
    ...calls,
    setRead: (args, options) => setState(args.ids, { read: args.read }, calls.setRead(args, options)),
    setSaved: (args, options) => setState(args.ids, { saved: args.saved }, calls.setSaved(args, options)),
    deleteBriefings: (args, options) => changeRows(calls.deleteBriefings(args, options), args.ids),
    restoreBriefings: (args, options) => changeRows(calls.restoreBriefings(args, options), args.ids),
    setShelfRemoved: (args, options) => changeRows(calls.setShelfRemoved(args, options)),
    markOlderRead: (args, options) => changeRows(calls.markOlderRead(args, options)),
    correctLanguage: (args, options) => changeRows(calls.correctLanguage(args, options)),
    saveDrafts: (args, options) => changeRows(calls.saveDrafts(args, options)),
    setLooked: (args, options) => changeRows(calls.setLooked(args, options)),
    chooseReader: (args, options) => changeReader(calls.chooseReader(args, options)),
    addReader: (args, options) => changeReader(calls.addReader(args, options)),
    async addSource(args, options) {
      const outcome = await calls.addSource(args, options);
      if (outcome.ok) tell(rows);
      return outcome;
    },
    async undo(args, options) {
      const outcome = await calls.undo(args, options);
      const change = undoable.get(args.token);
      undoable.delete(args.token);
      if (outcome.ok) tell(change ?? rows);
      return outcome;
    },
  };
}
