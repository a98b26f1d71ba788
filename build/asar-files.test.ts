import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { asarFiles, whyNotPackaged } from "./asar-files.mjs";

test("the files of an archive are listed with their folders and sizes", () => {
  const list = {
    files: { "package.json": { size: 2, offset: "0" }, dist: { files: { "a.js": { size: 3, offset: "2" } } } },
  };
  const json = Buffer.from(JSON.stringify(list));
  const head = Buffer.alloc(16);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(json.length + 8, 4);
  head.writeUInt32LE(json.length + 4, 8);
  head.writeUInt32LE(json.length, 12);
  const folder = mkdtempSync(join(tmpdir(), "field-reader-asar-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const archive = join(folder, "app.asar");
  writeFileSync(archive, Buffer.concat([head, json, Buffer.from("{}abc")]));
  expect(asarFiles(archive)).toEqual([
    { path: "package.json", bytes: 2 },
    { path: "dist/a.js", bytes: 3 },
  ]);
});

test("only built output has a place in the package", () => {
  for (const path of [
    "package.json",
    "dist/electron/main.js",
    "dist/electron/preload.cjs",
    "dist/renderer/index.html",
  ]) {
    expect(whyNotPackaged(path), path).toBeNull();
  }
  for (const path of [
    "dist/renderer/assets/index-1a.js.map",
    "node_modules/dexie/package.json",
    "dist/renderer/a.test.js",
    "renderer/main.ts",
    "dist/electron/loopback.js",
    "README.md",
  ]) {
    expect(whyNotPackaged(path), path).not.toBeNull();
  }
});
