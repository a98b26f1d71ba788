import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  type ActorRow,
  actorLabel,
  actorTypes,
  type PlaceRow,
  placeLabel,
  placeTypes,
  territories,
} from "../../../model/names.ts";
import { isPlainDate } from "../../../model/time.ts";
import { NameLookUp } from "./look-up-name.ts";
import { foldName, joinTables, namesOfActor, namesOfPlace, shownActor } from "./name-tables.ts";
import { shippedTables } from "./shipped-tables.ts";

interface TableFile<Row> {
  readonly version: number;
  readonly checksum: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

function read<Row>(name: string): TableFile<Row> {
  const url = new URL(`../../../../assets/names/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as TableFile<Row>;
}

const places = read<PlaceRow>("places");
const actors = read<ActorRow>("actors");

test.each([
  ["places", places],
  ["actors", actors],
] as const)("the table of %s is the one that its version and checksum name", (_name, { version, checksum, rows }) => {
  expect(version).toBeGreaterThanOrEqual(1);
  const digest = createHash("sha256").update(JSON.stringify(rows)).digest("hex").slice(0, 32);
  expect(checksum, "a changed table needs a higher version and this checksum").toBe(digest);
});

test("there are enough places and actors to be of use", () => {
  expect(places.rows.length).toBeGreaterThanOrEqual(150);
  expect(actors.rows.length).toBeGreaterThanOrEqual(60);
});

test.each([
  ["places", places.rows, places.sources],
  ["actors", actors.rows, actors.sources],
] as const)("every row of %s has an id of its own, a name, a source and a date", (_name, rows, sources) => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  for (const row of rows) {
    expect(row.id).toMatch(/^[a-z0-9-]{2,60}$/);
    expect(row.name.trim()).toBe(row.name);
    expect(row.name.length).toBeGreaterThan(1);
    expect(Object.keys(sources)).toContain(row.source);
    expect(isPlainDate(row.date), `${row.id}: ${row.date}`).toBe(true);
  }
});

test("every place is of a known type and lies in a known territory", () => {
  for (const { id, type, territories: of } of places.rows) {
    expect(placeTypes, id).toContain(type);
    expect(of.length, id).toBeGreaterThan(0);
    for (const territory of of) expect(territories, id).toContain(territory);
  }
});

test("every actor is of a type that judges nobody", () => {
  for (const { id, type } of actors.rows) expect(actorTypes, id).toContain(type);
});

test("no row says one name twice, and only names that it has are handled with care", () => {
  const rows = [
    ...places.rows.map((row) => ({ row, names: namesOfPlace(row) })),
    ...actors.rows.map((row) => ({ row, names: namesOfActor(row) })),
  ];
  for (const { row, names } of rows) {
    expect(new Set(names).size, row.id).toBe(names.length);
    for (const name of names) expect(foldName(name), `${row.id}: ${name}`).toMatch(/^[a-z0-9]+( [a-z0-9]+)*$/);
    for (const [name, care] of Object.entries(row.careful)) {
      expect(names, row.id).toContain(name);
      expect(["case", "context", "asked"]).toContain(care);
    }
  }
});

test("names don't run in circles: a variant is never the name of another row of the same place", () => {
  const owners = new Map<string, PlaceRow[]>();
  for (const row of places.rows) owners.set(foldName(row.name), [...(owners.get(foldName(row.name)) ?? []), row]);
  for (const row of places.rows) {
    for (const variant of row.variants) {
      const others = (owners.get(foldName(variant)) ?? []).filter((other) => other !== row);
      for (const other of others) {
        const isSame = other.type === row.type && other.territories.some((one) => row.territories.includes(one));
        expect(isSame, `${row.id}: ${variant} is ${other.id}`).toBe(false);
      }
    }
  }
  const actorNames = new Map(actors.rows.map((row) => [foldName(row.name), row.id]));
  for (const row of actors.rows) {
    for (const name of namesOfActor(row)) expect(actorNames.get(foldName(name)) ?? row.id, name).toBe(row.id);
  }
});

test("places of one name or nearly one name stay apart", () => {
  const rowsOf = (name: string) => places.rows.filter((row) => foldName(row.name) === foldName(name));
  expect(rowsOf("Kibati").map(({ territories: of }) => of)).toEqual([["nyiragongo"], ["walikale"]]);
  expect(rowsOf("Kirumba").map(({ territories: of }) => of)).toEqual([["rutshuru"], ["lubero"]]);
  expect(rowsOf("Kibumba")).toHaveLength(1);
  for (const row of rowsOf("Kibumba")) expect(row.variants.map(foldName)).not.toContain("kirumba");
});

/** Both towns are written so; who types it is shown both. */
const sharedSpellings = new Set(["kitshanga"]);

test("no place nearly called like another lends it a spelling", () => {
  const isNear = (one: string, other: string) => {
    if (one === other || Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (one[at] === other[at]) at++;
    return [other.slice(at + 1), other.slice(at)].some((rest) => one.slice(at + 1) === rest || one.slice(at) === rest);
  };
  for (const row of places.rows) {
    for (const other of places.rows) {
      const isElsewhere = !other.territories.some((one) => row.territories.includes(one));
      if (!isElsewhere || !isNear(foldName(row.name), foldName(other.name))) continue;
      if (sharedSpellings.has(foldName(other.name))) continue;
      expect(row.variants.map(foldName), `${row.id} and ${other.id}`).not.toContain(foldName(other.name));
    }
  }
});

test("what a chip writes behind place: and actor: finds that one row", () => {
  const lookUp = new NameLookUp(shippedTables);
  for (const language of ["fr", "en", "sw"] as const) {
    for (const row of places.rows) {
      const written = `${placeLabel(row, language)} (${row.territories[0]})`;
      expect(lookUp.idsNamed("place", written), written).toEqual([row.id]);
    }
    const shorts = actors.rows.map((row) => actorLabel(shownActor(row), language).short);
    expect(new Set(shorts.map(foldName)).size).toBe(shorts.length);
    for (const [at, row] of actors.rows.entries()) expect(lookUp.idsNamed("actor", shorts[at] ?? "")).toEqual([row.id]);
  }
});

test("what is shown in a language is one of the row’s own names, and none that only finds", () => {
  for (const row of places.rows) {
    for (const label of Object.values(row.labels)) expect(row.variants, row.id).toContain(label);
  }
  for (const { id, name, acronyms, variants, labels, careful } of actors.rows) {
    for (const label of Object.values(labels)) {
      expect([name, ...variants], id).toContain(label.name);
      expect([name, ...variants, ...acronyms], id).toContain(label.short);
      expect(careful[label.short], id).not.toBe("asked");
    }
  }
});

test("a name that is a word too counts only where it is written as a name", () => {
  const careOf = (rows: readonly (PlaceRow | ActorRow)[], name: string) =>
    rows.flatMap(({ careful }) => careful[name] ?? []);
  expect(careOf(places.rows, "Sake")).toEqual(["case"]);
  expect(careOf(places.rows, "Luke")).toEqual(["context"]);
  expect(careOf(actors.rows, "Simba")).toHaveLength(1);
});

test("a loaded word finds and is never shown", () => {
  for (const { name, acronyms, searchOnly } of actors.rows) {
    for (const word of searchOnly) expect([name, ...acronyms]).not.toContain(word);
  }
});

test("whoever has an English and a French acronym is found by both and shown by the reader’s own", () => {
  const lookUp = new NameLookUp(shippedTables);
  for (const pair of `UNHCR/HCR WFP/PAM ICRC/CICR IFRC/FICR WHO/OMS IOM/OIM UNDP/PNUD OHCHR/HCDH UNJHRO/BCNUDH
    UNAIDS/ONUSIDA EAC/CAE ICGLR/CIRGL EJVM/MCVE ICC/CPI HCT/EHP GVO/OVG UN/ONU`.split(/\s+/)) {
    const [english = "", french = ""] = pair.split("/");
    const [row, ...others] = lookUp.actor(english).flatMap((number) => shippedTables.actors[number] ?? []);
    expect(others, pair).toEqual([]);
    expect(lookUp.idsNamed("actor", french), pair).toEqual([row?.id]);
    const shown = row === undefined ? null : shownActor(row);
    expect(shown && actorLabel(shown, "en").short, pair).toBe(english);
    expect(shown && actorLabel(shown, "fr").short, pair).toBe(french);
  }
  for (const one of ["BCAH", "FNUAP", "UNOCHA", "MONUC", "SAMI-RDC", "EU", "UE", "AU", "UA", "RUD", "NDC-R"]) {
    expect(lookUp.actor(one), one).toHaveLength(1);
  }
});

test("DRC is the country, and the council only where somebody asks for an actor", () => {
  const lookUp = new NameLookUp(shippedTables);
  expect(lookUp.idsNamed("actor", "DRC")).toEqual(["danish-refugee-council"]);
  expect(lookUp.only("DRC")).toBeNull();
  expect(lookUp.spellingsOf("DRC")).toEqual([]);
});

test("added names stand beside the tables and change what was found with them", () => {
  const spelling = { id: "1", table: "place", name: "Pinga-centre", variants: [], territory: null } as const;
  const own = { id: "2", table: "place", name: "Site du moulin", variants: ["Moulin"], territory: "masisi" } as const;
  const joined = joinTables(shippedTables, [
    { ...spelling, means: "pinga-walikale", date: "2026-11-27" },
    { ...own, means: null, date: "2026-11-27" },
  ]);
  expect(joined.places.find(({ id }) => id === "pinga-walikale")?.variants).toContain("Pinga-centre");
  expect(joined.places.find(({ id }) => id === "own-2")).toMatchObject({ name: own.name, territories: ["masisi"] });
  expect(joined.checksum).not.toBe(shippedTables.checksum);
  expect(joinTables(shippedTables, [])).toBe(shippedTables);
});
