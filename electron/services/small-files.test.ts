import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openHeaderFile } from "./header-file.ts";
import { openHostKeyFile } from "./host-key-file.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "field-reader-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

describe("the header's two slots", () => {
  test("writing one never touches the other, and leaves no half-written file", async () => {
    const header = openHeaderFile(folder);
    await header.write(0, bytes("older"));
    await header.write(1, bytes("newer"));
    await header.write(0, bytes("newest"));
    expect((await readdir(folder)).sort()).toEqual(["header.a", "header.b"]);
    expect(await readFile(join(folder, "header.b"), "utf8")).toBe("newer");
  });

  test("a half-written file of a crash is never read as a header", async () => {
    await writeFile(join(folder, "header.a.new"), "half");
    expect(await openHeaderFile(folder).read()).toEqual({ ok: true, value: [null, null] });
  });

  test("a slot that can't be read is a failure, not an empty library", async () => {
    await mkdir(join(folder, "header.a"));
    expect(await openHeaderFile(folder).read()).toEqual({
      ok: false,
      failure: { kind: "read-failed", code: "EISDIR" },
    });
  });

  test("a folder that is gone is a failed write", async () => {
    const header = openHeaderFile(join(folder, "unplugged"));
    expect(await header.write(0, bytes("x"))).toEqual({ ok: false, failure: { kind: "write-failed", code: "ENOENT" } });
  });
});

describe("this computer's key in a file", () => {
  test("only this account can read it, and it says that it is but a file", async () => {
    const path = join(folder, "keys", "vault.key");
    const keys = openHostKeyFile(path);
    expect(await keys.write(bytes("0123456789abcdef"))).toEqual({ ok: true, value: "key-file" });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await keys.read()).toEqual([{ protection: "key-file", key: bytes("0123456789abcdef") }]);
  });

  test("an empty file, left by a power cut elsewhere, is no key", async () => {
    const path = join(folder, "vault.key");
    await writeFile(path, "");
    expect(await openHostKeyFile(path).read()).toEqual([]);
  });

  test("once removed it is gone, and removing it twice is no failure", async () => {
    const keys = openHostKeyFile(join(folder, "vault.key"));
    await keys.write(bytes("0123456789abcdef"));
    await keys.remove();
    await keys.remove();
    expect(await keys.read()).toEqual([]);
  });
});
