import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BlobName, brandId } from "../../renderer/model/ids.ts";
import { openBlobFiles } from "./blob-files.ts";
import type { WriteBytes } from "./open-file.ts";

let vault = "";
beforeEach(async () => {
  vault = await mkdtemp(join(tmpdir(), "field-reader-"));
});
afterEach(() => rm(vault, { recursive: true, force: true }));

const blob = brandId<BlobName>("ab".repeat(16));
const bytes = (text: string) => new TextEncoder().encode(text);
const done = { ok: true, value: null };

/** A disk that takes some bytes and then has no more room. */
const fullAfter =
  (room: number, code: string): WriteBytes =>
  async (handle, written, position) => {
    await handle.write(written, 0, room, position);
    throw Object.assign(new Error("no room"), { code });
  };

test("a chunk that the full disk broke off leaves the file at the chunk before, and the same chunk fits later", async () => {
  await openBlobFiles(vault).write(blob, 0, bytes("first|"));
  const full = openBlobFiles(vault, fullAfter(3, "ENOSPC"));
  expect(await full.write(blob, 6, bytes("second|"))).toEqual({ ok: false, failure: { kind: "disk-full" } });
  expect(await readFile(join(vault, "blobs", blob), "utf8")).toBe("first|");
  expect(await openBlobFiles(vault).write(blob, 6, bytes("second|"))).toEqual(done);
  expect(await readFile(join(vault, "blobs", blob), "utf8")).toBe("first|second|");
});

test.each([
  ["EDQUOT", { kind: "disk-full" }],
  ["EIO", { kind: "write-failed", code: "EIO" }],
])("a disk that fails with %s says so", async (code, failure) => {
  expect(await openBlobFiles(vault, fullAfter(2, code)).write(blob, 0, bytes("chunk"))).toEqual({ ok: false, failure });
});

test("blobs lie in a folder of their own that nobody else on the computer can read", async () => {
  const files = openBlobFiles(vault);
  await files.write(blob, 0, bytes("x"));
  await files.finish(blob);
  expect(await readdir(vault)).toEqual(["blobs"]);
  expect((await stat(join(vault, "blobs"))).mode & 0o077).toBe(0);
  expect((await stat(join(vault, "blobs", blob))).mode & 0o077).toBe(0);
});

test("what somebody else put into the folder is neither listed nor deleted", async () => {
  await mkdir(join(vault, "blobs"));
  await writeFile(join(vault, "blobs", "readme.txt"), "not ours");
  const files = openBlobFiles(vault);
  expect(await files.list()).toEqual({ ok: true, value: [] });
  await files.delete([blob]);
  expect(await readdir(join(vault, "blobs"))).toEqual(["readme.txt"]);
});

test("a vault folder that isn't there any more is a failed write, and has no blobs", async () => {
  const files = openBlobFiles(join(vault, "unplugged"));
  expect(await files.write(blob, 0, bytes("x"))).toEqual({
    ok: false,
    failure: { kind: "write-failed", code: "ENOENT" },
  });
  expect(await files.finish(blob)).toEqual({ ok: false, failure: { kind: "write-failed", code: "ENOENT" } });
  expect(await files.read(blob, 0, 9)).toEqual(done);
  expect(await files.list()).toEqual({ ok: true, value: [] });
});
