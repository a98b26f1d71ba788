import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keepWindowState, mendWindowState, readWindowState } from "./window-state.ts";

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const beside = { x: 1366, y: 0, width: 1920, height: 1040 };
const left = { x: 100, y: 50, width: 900, height: 600, maximised: false };

describe("a window that is opened again", () => {
  test("stands where it stood", () => {
    expect(mendWindowState(left, [laptop])).toEqual({
      position: { x: 100, y: 50 },
      width: 900,
      height: 600,
      maximised: false,
    });
  });

  test("may stand on the second screen, also left of the first", () => {
    expect(mendWindowState({ ...left, x: 1500 }, [laptop, beside]).position).toEqual({ x: 1500, y: 50 });
    const leftOfIt = { ...beside, x: -1920 };
    expect(mendWindowState({ ...left, x: -1800 }, [laptop, leftOfIt]).position).toEqual({ x: -1800, y: 50 });
  });

  test.each([
    ["on a screen that was unplugged", { x: 1500 }],
    ["with its title bar above the screen", { y: -40 }],
    ["with its title bar below the screen", { y: 720 }],
    ["with only a sliver still on the screen", { x: 1300 }],
    ["almost wholly left of the screen", { x: -850 }],
  ])("%s is placed anew", (_where, moved) => {
    expect(mendWindowState({ ...left, ...moved }, [laptop]).position).toBeNull();
  });

  test("half off the screen stays as its owner put it, because it can still be grasped", () => {
    expect(mendWindowState({ ...left, x: -400 }, [laptop]).position).toEqual({ x: -400, y: 50 });
  });

  test("is never larger than its screen nor too small to use", () => {
    expect(mendWindowState({ ...left, width: 3000, height: 2000 }, [laptop])).toMatchObject({
      width: 1366,
      height: 728,
    });
    expect(mendWindowState({ ...left, width: 10, height: 10 }, [laptop])).toMatchObject({ width: 400, height: 320 });
  });

  test("is maximised again, with the size that it has when it isn't", () => {
    expect(mendWindowState({ ...left, maximised: true }, [laptop])).toMatchObject({ maximised: true, width: 900 });
  });

  test("fits the small screen the first time too", () => {
    expect(mendWindowState(null, [laptop])).toEqual({ position: null, width: 1280, height: 728, maximised: false });
  });
});

describe("the file it is kept in", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "field-reader-window-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("gives back what was kept", async () => {
    keepWindowState(join(folder, "window.json"), left);
    expect(await readWindowState(join(folder, "window.json"))).toEqual(left);
  });

  test.each(["", "{", '{"x":1}', '{"x":"1","y":1,"width":1,"height":1,"maximised":true}', "[]"])(
    "is read as a first start when it holds %j",
    async (text) => {
      writeFileSync(join(folder, "window.json"), text);
      expect(await readWindowState(join(folder, "window.json"))).toBeNull();
    },
  );

  test("lets the window close where nothing can be kept", () => {
    expect(() => keepWindowState(join(folder, "no such folder", "window.json"), left)).not.toThrow();
  });
});
