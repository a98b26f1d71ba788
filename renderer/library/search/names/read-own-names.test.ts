import { expect, test } from "vitest";
import type { AddedName } from "../../../model/names.ts";
import type { WantedName } from "../../../model/own-names.ts";
import { NameLookUp } from "./look-up-name.ts";
import { readNameFile, readOwnName } from "./read-own-names.ts";
import { shippedTables } from "./shipped-tables.ts";

const needs = (known: readonly AddedName[] = []) => ({
  tables: shippedTables,
  lookUp: new NameLookUp(shippedTables),
  known,
  today: "2026-11-27",
  idOf: async (...parts: string[]) => parts.join("|"),
});
const wanted = (but: Partial<WantedName>): WantedName => ({
  table: "place",
  name: "Carrière du pont",
  variants: [],
  territory: "masisi",
  sameAs: "",
  ...but,
});
const fileOf = (names: readonly unknown[]) => JSON.stringify({ format: "field-reader-names", version: 1, names });
const row = (name: string, means: string | null, territory: string | null = null) => ({
  table: "place",
  name,
  means,
  territory,
});

test("a place of one's own has a territory", async () => {
  expect(await readOwnName(wanted({}), needs())).toMatchObject({
    ok: true,
    name: { territory: "masisi", means: null },
  });
  expect(await readOwnName(wanted({ territory: null }), needs())).toEqual({ ok: false, why: "no-territory" });
});

test("another spelling belongs to the place that it means", async () => {
  const spelling = wanted({ name: "Pinnga", sameAs: "pinga", territory: null });
  expect(await readOwnName(spelling, needs())).toMatchObject({ ok: true, name: { means: "pinga-walikale" } });
});

test("a spelling of two places isn't guessed at", async () => {
  expect(await readOwnName(wanted({ name: "Kibatii", sameAs: "Kibati" }), needs())).toEqual({
    ok: false,
    why: "unknown-name",
  });
  const sure = wanted({ name: "Kibatii", sameAs: "Kibati (Walikale)" });
  expect(await readOwnName(sure, needs())).toMatchObject({ ok: true, name: { means: "kibati-walikale" } });
});

test("what is known already, or is no name, is refused", async () => {
  expect(await readOwnName(wanted({ name: "Vitchumbi", sameAs: "Vitshumbi" }), needs())).toEqual({
    ok: false,
    why: "already-known",
  });
  expect(await readOwnName(wanted({ name: " \u202e– " }), needs())).toEqual({ ok: false, why: "no-name" });
});

test("a file brings its names, and rows that mean each other are told apart from those that go in a circle", async () => {
  const read = await readNameFile(
    fileOf([
      row("Aaa", "Bbb"),
      row("Bbb", "Ccc"),
      row("Ccc", null, "lubero"),
      row("Xxx", "Yyy"),
      row("Yyy", "Zzz"),
      row("Zzz", "Xxx"),
      row("Self", "Self"),
      row("Lost", "Nowhere"),
      null,
      { table: "weapon", name: "Q" },
    ]),
    needs(),
  );
  const own = "own-place|ccc|lubero";
  expect(read?.names.map(({ name, means }) => [name, means])).toEqual([
    ["Ccc", null],
    ["Aaa", own],
    ["Bbb", own],
  ]);
  expect(Object.fromEntries(read?.outcome.refused.map(({ why, count }) => [why, count]) ?? [])).toEqual({
    circle: 4,
    "unknown-name": 1,
    "no-name": 2,
  });
});

test("the same file twice brings nothing new", async () => {
  const text = fileOf([row("Ccc", null, "lubero")]);
  const first = await readNameFile(text, needs());
  const again = await readNameFile(text, needs(first?.names));
  expect(again?.outcome).toMatchObject({ added: 0, refused: [{ why: "already-known", count: 1 }] });
});

test.each(["", "{", "[]", "null", '{"format":"other"}', '{"format":"field-reader-names"}'])(
  "%s is no file of names",
  async (text) => {
    expect(await readNameFile(text, needs())).toBeNull();
  },
);
