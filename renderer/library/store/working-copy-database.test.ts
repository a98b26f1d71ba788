import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { ClaimedElsewhere, databasesNamed, deleteDatabase, openDatabase } from "./working-copy-database.ts";

const key = (number: number) => new Uint8Array([number]);
const claim = (number: number) => ({ table: "meta", key: key(0), value: key(number) }) as const;

test("a window that lost the library in mid-write can't write into the copy of the one that took it", async () => {
  const profile = new IDBFactory();
  const first = await openDatabase(profile, "copy", () => {});
  await first.claim(claim(1));
  await first.write([{ table: "bodies", key: key(5), value: key(50) }]);
  const second = await openDatabase(profile, "copy", () => {});
  await second.claim(claim(2));
  const late = first.write([
    { table: "bodies", key: key(5), value: key(51) },
    { table: "blocks", key: key(6), value: key(60) },
  ]);
  await expect(late).rejects.toThrow(ClaimedElsewhere);
  expect(await second.read("bodies", [key(5)])).toEqual([key(50)]);
  expect(await second.read("blocks", [key(6)])).toEqual([undefined]);
  await second.write([{ table: "bodies", key: key(5), value: null }]);
  expect(await second.read("bodies", [key(5)])).toEqual([undefined]);
  first.close();
  second.close();
});

test("a database that is deleted from outside tells so, one that is closed doesn't", async () => {
  const profile = new IDBFactory();
  const lost: string[] = [];
  const kept = await openDatabase(profile, "kept", () => lost.push("kept"));
  await openDatabase(profile, "gone", () => lost.push("gone"));
  kept.close();
  await deleteDatabase(profile, "gone");
  expect(lost).toContain("gone");
  expect(lost).not.toContain("kept");
  expect(await databasesNamed(profile, "k")).toEqual(["kept"]);
});
