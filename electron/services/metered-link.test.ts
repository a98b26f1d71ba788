import { expect, test } from "vitest";
import { askMeteredWith, runQuietly } from "./metered-link.ts";

const systems = [
  ["linux", "u 1\n", true],
  ["linux", "u 3\n", true],
  ["linux", "u 2\n", false],
  ["linux", "u 4\n", false],
  ["linux", "u 0\n", null],
  ["linux", null, null],
  ["win32", "Fixed\r\n", true],
  ["win32", "Variable\r\n", true],
  ["win32", "Unrestricted\r\n", false],
  ["win32", "Unknown\r\n", null],
  ["win32", "", null],
] as const;

test.each(systems)("where %s says %j a link is metered: %j", async (platform, printed, metered) => {
  expect(
    await askMeteredWith(
      async () => printed,
      () => 0,
      platform,
    )(),
  ).toBe(metered);
});

test("a system that has no such word for it isn't asked", async () => {
  const ask = askMeteredWith(
    async () => {
      throw new Error("started a program");
    },
    () => 0,
    "darwin",
  );
  expect(await ask()).toBeNull();
});

test("one answer holds for a minute, and for no longer when the clock was set back", async () => {
  let now = 0;
  let asked = 0;
  const ask = askMeteredWith(
    async () => `u ${++asked}`,
    () => now,
    "linux",
  );
  expect([await ask(), await ask()]).toEqual([true, true]);
  now = 61_000;
  expect(await ask()).toBe(false);
  now = -500_000;
  expect(await ask()).toBe(true);
});

test("a program that isn't there says nothing", async () => {
  expect(await runQuietly("no-such-program-here", [])).toBeNull();
});
