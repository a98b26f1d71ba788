import { expect, test } from "vitest";
import { mostOwnNames } from "../../../model/own-names.ts";
import { cpuMsUntil } from "../../cpu-time.suite.ts";
import { NameLookUp } from "./look-up-name.ts";
import { readNameFile } from "./read-own-names.ts";
import { shippedTables } from "./shipped-tables.ts";

const rowCount = 100_000;

const readRows = (meansOf: (number: number) => string | null) => {
  const names = Array.from({ length: rowCount }, (_, i) => ({
    table: "place",
    name: `Lieu ${i}`,
    means: meansOf(i),
    territory: "beni",
  }));
  return readNameFile(JSON.stringify({ format: "field-reader-names", version: 1, names }), {
    tables: shippedTables,
    lookUp: new NameLookUp(shippedTables),
    known: [],
    today: "2026-11-27",
    idOf: async (...parts) => parts.join("|"),
  });
};

test("a file of 100,000 rows brings what there is room for and says how many were too many", async () => {
  const read = await readRows((number) => (number % 2 === 0 ? null : `Lieu ${number + 1}`));
  expect(read?.outcome.added).toBe(mostOwnNames);
  expect(read?.outcome.refused).toEqual([{ why: "too-many", count: 98_000, example: "Lieu 4000" }]);
});

test.each([
  ["one long line of rows that mean each other", null, { added: mostOwnNames, why: "too-many" }],
  ["one circle of 100,000 rows", "Lieu 0", { added: 0, why: "circle" }],
] as const)("%s is read to its end, each row once", async (_name, lastMeans, { added, why }) => {
  let read: Awaited<ReturnType<typeof readRows>> = null;
  const spent = await cpuMsUntil(async () => {
    read = await readRows((number) => (number === rowCount - 1 ? lastMeans : `Lieu ${number + 1}`));
  });
  expect(spent).toBeLessThan(20_000);
  expect(read).toMatchObject({ outcome: { added, refused: [{ why }] } });
});
