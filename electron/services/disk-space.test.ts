import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mebibyte } from "../../renderer/model/measure.ts";
import { freeBytesOf, openDiskSpace } from "./disk-space.ts";

let vault = "";
beforeEach(async () => {
  vault = await mkdtemp(join(tmpdir(), "field-reader-"));
});
afterEach(() => rm(vault, { recursive: true, force: true }));

const ballastSize = () =>
  stat(join(vault, "ballast")).then(
    ({ size }) => size,
    () => 0,
  );

/** A disk with so much room, of which the ballast takes its part. */
function diskWith(room: { megabytes: number }) {
  return openDiskSpace(
    vault,
    async () => (await freeBytesOf(vault)) && room.megabytes * mebibyte - (await ballastSize()),
    0,
  );
}

test("with plenty of room 32 MB are put aside, and the answer doesn't wait for them", async () => {
  const disk = diskWith({ megabytes: 500 });
  expect(await disk.state()).toEqual({ level: "normal", freeBytes: 500 * mebibyte });
  await disk.settled();
  expect(await ballastSize()).toBe(32 * mebibyte);
});

test("the reserve is let go when space is short, and that room counts at once", async () => {
  const room = { megabytes: 500 };
  const disk = diskWith(room);
  await disk.state();
  await disk.settled();
  room.megabytes = 90;
  expect(await disk.state()).toEqual({ level: "normal", freeBytes: 90 * mebibyte });
  expect(await ballastSize()).toBe(0);
});

test("room that went while the reserve was waited with isn't taken", async () => {
  const room = { megabytes: 500 };
  const disk = diskWith(room);
  await disk.state();
  room.megabytes = 100;
  await disk.settled();
  expect(await ballastSize()).toBe(0);
});

test("a folder that went while the reserve was waited with ends nothing", async () => {
  const disk = diskWith({ megabytes: 500 });
  await disk.state();
  await rm(vault, { recursive: true });
  await expect(disk.settled()).resolves.toBeUndefined();
});

test("in between it is neither made nor let go", async () => {
  const room = { megabytes: 100 };
  const disk = diskWith(room);
  await disk.state();
  await disk.settled();
  expect(await ballastSize()).toBe(0);
  room.megabytes = 500;
  await disk.state();
  await disk.settled();
  room.megabytes = 32 + 100;
  expect((await disk.state()).freeBytes).toBe(100 * mebibyte);
  expect(await ballastSize()).toBe(32 * mebibyte);
});

test("without a reserve to let go the levels are what the free space says", async () => {
  const room = { megabytes: 63 };
  const disk = diskWith(room);
  expect((await disk.state()).level).toBe("no-writes");
  room.megabytes = 15;
  expect((await disk.state()).level).toBe("journal-only");
});

test("the system's own figure for a folder is a plausible one", async () => {
  const free = await freeBytesOf(vault);
  expect(free).toBeGreaterThan(0);
  expect(Number.isSafeInteger(free)).toBe(true);
});
