import type { Done } from "../contracts/library.ts";
import type { CommitFailure, MissingFailure, NameReaderFailure } from "../model/failure.ts";
import { idOfBytes, type ReaderId } from "../model/ids.ts";
import { checkReaderName, type Reader, type ReaderList } from "../model/reader.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import { defaultSettings } from "../model/settings.ts";
import type { UndoableActions } from "./undo.ts";
import type { Vault } from "./vault.ts";

/** Who reads in this library, and who of them on this computer now. */
export interface Readers {
  list(): ReaderList;
  choose(readerId: ReaderId): Promise<Result<null, CommitFailure>>;
  add(name: string): Promise<Result<null, NameReaderFailure>>;
  /** Not whoever reads now. What they read and saved is kept, unseen, and comes back by undo. */
  remove(readerId: ReaderId): Promise<Result<Done, CommitFailure | MissingFailure>>;
  rename(named: {
    readonly readerId: ReaderId;
    readonly name: string;
  }): Promise<Result<Done, NameReaderFailure | MissingFailure>>;
}

export function createReaders({
  vault,
  actions,
  randomBytes,
}: {
  readonly vault: Pick<Vault, "catalogue" | "commit"> & { readonly firstReader: Reader };
  readonly actions: UndoableActions;
  readonly randomBytes: (count: number) => Uint8Array;
}): Readers {
  const { catalogue } = vault;

  /** Before anything was kept there is only the one whom the first kept change will bring. */
  function readersNow(): readonly Reader[] {
    const known = catalogue.readers();
    return known.length === 0 ? [vault.firstReader] : known;
  }

  async function switchTo(changes: Parameters<Vault["commit"]>[0]): Promise<Result<null, CommitFailure>> {
    const committed = await vault.commit(changes);
    if (!committed.ok) return committed;
    actions.forget();
    return succeed(null);
  }

  return {
    list: () => ({
      sequence: catalogue.sequence,
      readers: readersNow(),
      current: catalogue.currentReader() ?? vault.firstReader.id,
    }),

    async choose(readerId) {
      if (catalogue.currentReader() === readerId) return succeed(null);
      return switchTo([{ kind: "reader-chosen", readerId }]);
    },

    async add(typed) {
      const checked = checkReaderName(
        typed,
        readersNow().map(({ name }) => name),
      );
      if (!checked.ok) return checked;
      const settings = catalogue.settings();
      const readerId = idOfBytes<ReaderId>(randomBytes(16));
      const switched = await switchTo([
        { kind: "reader-added", readerId, name: checked.value },
        { kind: "reader-chosen", readerId },
      ]);
      if (!switched.ok || isDefault(settings)) return switched;
      // A change belongs to who reads when it is made, so this one can't ride in the batch that switches.
      const kept = await vault.commit([{ kind: "settings-changed", settings }]);
      return kept.ok ? succeed(null) : kept;
    },

    async remove(readerId) {
      const isOther = readerId !== catalogue.currentReader() && readersNow().some(({ id }) => id === readerId);
      return isOther ? actions.run([{ kind: "reader-removed", readerId }]) : fail({ kind: "not-here" });
    },

    async rename({ readerId, name: typed }) {
      if (!readersNow().some(({ id }) => id === readerId)) return fail({ kind: "not-here" });
      const others = readersNow().filter(({ id }) => id !== readerId);
      const checked = checkReaderName(
        typed,
        others.map(({ name }) => name),
      );
      return checked.ok ? actions.run([{ kind: "reader-renamed", readerId, name: checked.value }]) : checked;
    },
  };
}

function isDefault(settings: object): boolean {
  return JSON.stringify(settings) === JSON.stringify(defaultSettings);
}
