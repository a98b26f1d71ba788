import type { Change } from "../model/changes.ts";
import type { NameFailure, NameFileFailure } from "../model/failure.ts";
import { type NameFileOutcome, nameFileBytes, type OwnNameRow, type WantedName } from "../model/own-names.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import type { Instant, PlainDate } from "../model/time.ts";
import { shownActor, shownPlace } from "./search/names/name-tables.ts";
import type { OwnNamesNeeds } from "./search/names/read-own-names.ts";
import { readNameFile, readOwnName } from "./search/names/read-own-names.ts";
import type { Catalogue } from "./vault.ts";

/** Names that this library's people add to the tables that came with the program. */
export interface OwnNames {
  list(): readonly OwnNameRow[];
  /** What keeps a name, once it is committed. */
  changeFor(wanted: WantedName): Promise<Result<Change, NameFailure>>;
  changesFor(
    file: Uint8Array,
  ): Promise<Result<{ readonly changes: readonly Change[]; readonly outcome: NameFileOutcome }, NameFileFailure>>;
}

export function createOwnNames({
  catalogue,
  names,
  clock,
  idOf,
}: {
  readonly catalogue: Catalogue;
  readonly names: Pick<OwnNamesNeeds, "tables" | "lookUp"> & { start(): Promise<void> };
  readonly clock: () => Instant;
  readonly idOf: OwnNamesNeeds["idOf"];
}): OwnNames {
  async function needs(): Promise<OwnNamesNeeds> {
    await names.start();
    const { tables, lookUp } = names;
    return { tables, lookUp, known: catalogue.addedNames(), today: dayOf(clock()), idOf };
  }
  return {
    list: () =>
      catalogue.addedNames().map((added) => {
        const { places, actors } = names.tables;
        const place = places.find(({ id }) => id === added.means);
        if (place !== undefined) return { added, means: shownPlace(place) };
        const actor = actors.find(({ id }) => id === added.means);
        return { added, means: actor === undefined ? null : shownActor(actor) };
      }),
    async changeFor(wanted) {
      const read = await readOwnName(wanted, await needs());
      return read.ok ? succeed({ kind: "name-added", name: read.name }) : fail({ kind: "name-refused", why: read.why });
    },
    async changesFor(file) {
      if (file.byteLength > nameFileBytes) return fail({ kind: "file-too-large", limit: nameFileBytes });
      const read = await readNameFile(new TextDecoder().decode(file), await needs());
      if (read === null) return fail({ kind: "not-a-names-file" });
      const changes = read.names.map((name): Change => ({ kind: "name-added", name }));
      return succeed({ changes, outcome: read.outcome });
    },
  };
}

function dayOf(at: Instant): PlainDate {
  return new Date(at).toISOString().slice(0, 10);
}
