import type { ActorRow, PlaceRow } from "../../model/names.ts";
import type { NameLookUp } from "./names/look-up-name.ts";
import { foldName, type NameTables, namesOfActor, namesOfPlace } from "./names/name-tables.ts";
import type { Condition, Query } from "./parse-query.ts";
import type { WordAnswer } from "./search-index.ts";

/** What `place:` and `actor:` ask for, as it is marked in a text: by any of its names. */
export function conditionNames(
  { conditions }: Query,
  names: { readonly tables: NameTables; readonly lookUp: NameLookUp },
): WordAnswer[] {
  return conditions
    .flatMap((row) => row.conditions)
    .flatMap((condition) => {
      const folded = [...new Set(namesAsked(condition, names).map(foldName))];
      if (folded.length === 0) return [];
      return {
        typed: condition.value,
        strict: new Set(folded.filter((name) => !name.includes(" "))),
        near: () => new Set<string>(),
        beginning: null,
        names: folded.filter((name) => name.includes(" ")).map((name) => name.split(" ")),
      };
    });
}

function namesAsked(
  { key, value, negated }: Condition,
  { tables, lookUp }: { readonly tables: NameTables; readonly lookUp: NameLookUp },
): readonly string[] {
  if (negated) return [];
  if (key === "actor") return lookUp.actor(value).flatMap((row) => namesOfRow(tables.actors[row], namesOfActor));
  if (key !== "place") return [];
  const found = lookUp.place(value);
  return found.kind === "found" ? found.rows.flatMap((row) => namesOfRow(tables.places[row], namesOfPlace)) : [];
}

/** A name that counts in no text isn't marked in one. */
function namesOfRow<Row extends PlaceRow | ActorRow>(
  row: Row | undefined,
  namesOf: (row: Row) => readonly string[],
): readonly string[] {
  return row === undefined ? [] : namesOf(row).filter((name) => row.careful[name] !== "asked");
}
