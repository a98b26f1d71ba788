import { type AddedName, type Territory, territories } from "../../../model/names.ts";
import {
  longestName,
  mostOwnNames,
  type NameFileOutcome,
  type RefusedRow,
  type WantedName,
} from "../../../model/own-names.ts";
import { isPlainDate, type PlainDate } from "../../../model/time.ts";
import type { NameLookUp } from "./look-up-name.ts";
import { foldName, type NameTables } from "./name-tables.ts";

export interface OwnNamesNeeds {
  readonly tables: NameTables;
  readonly lookUp: NameLookUp;
  readonly known: readonly AddedName[];
  readonly today: PlainDate;
  /** The same name is the same row in every library. */
  readonly idOf: (table: string, name: string, place: string) => Promise<string>;
}

type ReadName = { readonly ok: true; readonly name: AddedName } | { readonly ok: false; readonly why: RefusedRow };

interface FileRow {
  readonly table: AddedName["table"];
  readonly name: string;
  readonly variants: readonly string[];
  readonly territory: Territory | null;
  readonly means: string | null;
  readonly date: PlainDate | null;
}

const variantsAtMost = 20;

/** Turns what somebody typed into a row, or says why it can't be one. */
export function readOwnName({ sameAs, ...wanted }: WantedName, needs: OwnNamesNeeds): Promise<ReadName> {
  const means = sameAs.trim() === "" ? null : sameAs;
  return makeName(
    { ...wanted, means, date: needs.today },
    means === null ? null : rowNamed(wanted.table, means, needs),
    needs,
  );
}

/** null = this is no file of names. */
export async function readNameFile(
  text: string,
  needs: OwnNamesNeeds,
): Promise<{ readonly names: readonly AddedName[]; readonly outcome: NameFileOutcome } | null> {
  const rows = rowsIn(text);
  if (rows === null) return null;
  const room = Math.max(0, mostOwnNames - needs.known.length);
  const names = new Map<string, AddedName>();
  const refused = new Map<RefusedRow, { count: number; example: string }>();
  const refuse = (why: RefusedRow, example: string): void => {
    const before = refused.get(why);
    refused.set(why, { count: (before?.count ?? 0) + 1, example: before?.example ?? example });
  };
  const read = rows.map(readRow);
  const targets = new RowTargets(read, needs);
  // Rows of their own first, so that what means them finds them.
  const ordered = [...read].sort((a, b) => Number(a?.means != null) - Number(b?.means != null));
  for (const row of ordered) {
    if (row === null) refuse("no-name", "");
    else if (names.size >= room) refuse("too-many", row.name);
    else {
      const target = targets.of(row);
      const made = target === "circle" ? ({ ok: false, why: "circle" } as const) : await makeName(row, target, needs);
      if (!made.ok) refuse(made.why, row.name);
      else if (names.has(made.name.id)) refuse("already-known", row.name);
      else {
        names.set(made.name.id, made.name);
        targets.learn(made.name);
      }
    }
  }
  const outcome = { added: names.size, refused: [...refused].map(([why, facts]) => ({ why, ...facts })) };
  return { names: [...names.values()], outcome };
}

type Target =
  | { readonly kind: "row"; readonly id: string }
  | { readonly kind: "own"; readonly name: string }
  | "circle";

/** What each row means: "means" is followed from row to row until a table has it, each row once. */
class RowTargets {
  readonly #byName: ReadonlyMap<string, FileRow>;
  readonly #needs: OwnNamesNeeds;
  readonly #targets = new Map<string, Target | null>();
  readonly #own = new Map<string, string>();

  constructor(rows: readonly (FileRow | null)[], needs: OwnNamesNeeds) {
    this.#byName = new Map(rows.flatMap((row) => (row === null ? [] : [[foldName(row.name), row] as const])));
    this.#needs = needs;
  }

  /** A row of its own is there now, for those that mean it. */
  learn({ id, name }: AddedName): void {
    if (!this.#own.has(foldName(name))) this.#own.set(foldName(name), `own-${id}`);
  }

  /** null = nothing is called so, or the row means nothing but itself. */
  of({ table, name, means }: FileRow): string | "circle" | null {
    const path = [foldName(name)];
    const seen = new Set(path);
    let target: Target | null = null;
    for (let next = means; next !== null; ) {
      const step = this.#step(table, next);
      if (!("means" in step)) {
        target = step.target;
        break;
      }
      const folded = foldName(next);
      if (seen.has(folded)) {
        target = "circle";
        break;
      }
      seen.add(folded);
      path.push(folded);
      next = step.means;
    }
    if (means !== null) for (const folded of path) this.#targets.set(`${table} ${folded}`, target);
    if (target === null || target === "circle") return target;
    return target.kind === "row" ? target.id : (this.#own.get(target.name) ?? null);
  }

  #step(table: AddedName["table"], named: string): { readonly target: Target | null } | { readonly means: string } {
    const folded = foldName(named);
    const id = rowNamed(table, named, this.#needs);
    if (id !== null) return { target: { kind: "row", id } };
    const known = this.#targets.get(`${table} ${folded}`);
    if (known !== undefined) return { target: known };
    const row = this.#byName.get(folded);
    if (row === undefined) return { target: null };
    return row.means === null ? { target: { kind: "own", name: folded } } : { means: row.means };
  }
}

async function makeName(
  row: FileRow,
  target: string | null,
  { known, lookUp, today, idOf }: OwnNamesNeeds,
): Promise<ReadName> {
  const { table, territory } = row;
  const name = cleaned(row.name);
  if (foldName(name).length < 2) return { ok: false, why: "no-name" };
  if (row.means !== null && target === null) return { ok: false, why: "unknown-name" };
  if (table === "place" && target === null && territory === null) return { ok: false, why: "no-territory" };
  if (target !== null && lookUp.idsNamed(table, name).includes(target)) return { ok: false, why: "already-known" };
  const id = await idOf(table, foldName(name), target ?? territory ?? "");
  if (known.some((other) => other.id === id)) return { ok: false, why: "already-known" };
  if (known.length >= mostOwnNames) return { ok: false, why: "too-many" };
  const variants = row.variants
    .map(cleaned)
    .filter((variant) => foldName(variant).length > 1)
    .slice(0, variantsAtMost);
  const made = { id, table, name, variants, territory: target === null ? territory : null, means: target };
  return { ok: true, name: { ...made, date: row.date ?? today } };
}

/** The row that a name or an id stands for; null = none, or several. */
function rowNamed(table: AddedName["table"], named: string, { tables, lookUp }: OwnNamesNeeds): string | null {
  const rows = table === "place" ? tables.places : tables.actors;
  if (rows.some(({ id }) => id === named)) return named;
  const [only, ...others] = lookUp.idsNamed(table, named);
  return only === undefined || others.length > 0 ? null : only;
}

function cleaned(name: string): string {
  return name
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, longestName);
}

function rowsIn(text: string): readonly unknown[] | null {
  try {
    const file = JSON.parse(text) as { readonly format?: unknown; readonly names?: unknown } | null;
    if (file === null || typeof file !== "object" || file.format !== "field-reader-names") return null;
    return Array.isArray(file.names) ? file.names : null;
  } catch {
    return null;
  }
}

function readRow(row: unknown): FileRow | null {
  if (typeof row !== "object" || row === null) return null;
  const { table, name, variants, territory, means, date } = row as Record<string, unknown>;
  if ((table !== "place" && table !== "actor") || typeof name !== "string" || cleaned(name) === "") return null;
  return {
    table,
    name,
    variants: Array.isArray(variants) ? variants.filter((variant) => typeof variant === "string") : [],
    territory: territories.find((known) => known === territory) ?? null,
    means: typeof means === "string" && means !== "" ? means : null,
    date: isPlainDate(date) ? (date as PlainDate) : null,
  };
}
