import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openJournalFile } from "./journal-file.ts";
import type { WriteBytes } from "./open-file.ts";

let vault = "";
beforeEach(async () => {
  vault = await mkdtemp(join(tmpdir(), "field-reader-"));
});
afterEach(() => rm(vault, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const onto = (before: string, text: string) => ({
  generation: 1,
  expectedLength: before.length,
  expectedTail: bytes(before).slice(-32),
  bytes: bytes(text),
});

/** A disk that takes some bytes and then has no more room. */
const fullAfter =
  (room: number, code: string): WriteBytes =>
  async (handle, written, position) => {
    await handle.write(written, 0, room, position);
    throw Object.assign(new Error("no room"), { code });
  };

describe("appending to the journal file", () => {
  test("a write that the full disk broke off leaves the file as it was, and the next one fits", async () => {
    await openJournalFile(vault).append(onto("", "first|"));
    const full = openJournalFile(vault, fullAfter(3, "ENOSPC"));
    expect(await full.append(onto("first|", "second|"))).toEqual({ ok: false, failure: { kind: "disk-full" } });
    expect(await readFile(join(vault, "journal-1"), "utf8")).toBe("first|");
    expect(await openJournalFile(vault).append(onto("first|", "third|"))).toEqual({ ok: true, value: 12 });
  });

  test("a quota that is used up is a full disk too", async () => {
    const full = openJournalFile(vault, fullAfter(0, "EDQUOT"));
    expect(await full.append(onto("", "x"))).toEqual({ ok: false, failure: { kind: "disk-full" } });
  });

  test("a disk that fails says so by its own code", async () => {
    const broken = openJournalFile(vault, fullAfter(2, "EIO"));
    expect(await broken.append(onto("", "entry"))).toEqual({
      ok: false,
      failure: { kind: "write-failed", code: "EIO" },
    });
    expect(await readFile(join(vault, "journal-1"), "utf8")).toBe("");
  });

  test("a bug in the writing is thrown, not hidden as a failure of the disk", async () => {
    const buggy = openJournalFile(vault, async () => {
      throw new RangeError("not a system error");
    });
    await expect(buggy.append(onto("", "x"))).rejects.toThrow(RangeError);
  });

  test("bytes that another program added are noticed by the length", async () => {
    const journal = openJournalFile(vault);
    await journal.append(onto("", "first|"));
    await writeFile(join(vault, "journal-1"), "first|more|");
    expect(await journal.append(onto("first|", "second|"))).toEqual({
      ok: false,
      failure: { kind: "head-moved", length: 11 },
    });
  });

  test("a longer file that ends alike is noticed too", async () => {
    await writeFile(join(vault, "journal-1"), "a".repeat(41));
    expect(await openJournalFile(vault).append(onto("a".repeat(40), "x"))).toEqual({
      ok: false,
      failure: { kind: "head-moved", length: 41 },
    });
  });

  test("the same length with another end is noticed by the tail", async () => {
    const journal = openJournalFile(vault);
    await writeFile(join(vault, "journal-1"), "f1rst|");
    expect((await journal.append(onto("first|", "x"))).ok).toBe(false);
    expect(await readFile(join(vault, "journal-1"), "utf8")).toBe("f1rst|");
  });

  test("an entry is on the disk before anyone hears that it is", async () => {
    const order: string[] = [];
    const watched: WriteBytes = async (handle, written, position) => {
      const flush = handle.datasync.bind(handle);
      handle.datasync = async () => {
        await flush();
        order.push("on disk");
      };
      await handle.write(written, 0, written.length, position);
      order.push("written");
    };
    await openJournalFile(vault, watched).append(onto("", "x"));
    expect([...order, "answered"]).toEqual(["written", "on disk", "answered"]);
  });

  test("nobody else on the computer can read it", async () => {
    await openJournalFile(vault).append(onto("", "x"));
    expect((await stat(join(vault, "journal-1"))).mode & 0o077).toBe(0);
  });

  test("a folder that isn't there any more is a failed write", async () => {
    const journal = openJournalFile(join(vault, "unplugged"));
    expect(await journal.append(onto("", "x"))).toEqual({
      ok: false,
      failure: { kind: "write-failed", code: "ENOENT" },
    });
  });
});

describe("cutting a torn tail", () => {
  test("what is cut off is kept beside, also when it tears twice at one place", async () => {
    const journal = openJournalFile(vault);
    await journal.append(onto("", "whole|torn"));
    await journal.cut(1, 6);
    await journal.append(onto("whole|", "again"));
    await journal.cut(1, 6);
    expect(await readFile(join(vault, "journal-1"), "utf8")).toBe("whole|");
    expect((await readdir(vault)).sort()).toEqual(["journal-1", "journal-1.torn-at-6"]);
    expect(await readFile(join(vault, "journal-1.torn-at-6"), "utf8")).toBe("tornagain");
  });

  test("a longer tail than one reading step is kept whole", async () => {
    const long = new Uint8Array(2_500_000).fill(7);
    await writeFile(join(vault, "journal-1"), long);
    await openJournalFile(vault).cut(1, 10);
    expect((await stat(join(vault, "journal-1"))).size).toBe(10);
    expect((await stat(join(vault, "journal-1.torn-at-10"))).size).toBe(2_499_990);
  });

  test("cutting at or past the end changes nothing", async () => {
    const journal = openJournalFile(vault);
    await journal.append(onto("", "whole|"));
    await journal.cut(1, 6);
    await journal.cut(1, 99);
    await journal.cut(2, 0);
    expect(await readdir(vault)).toEqual(["journal-1"]);
    expect(await readFile(join(vault, "journal-1"), "utf8")).toBe("whole|");
  });
});
