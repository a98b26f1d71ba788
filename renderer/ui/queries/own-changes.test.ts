import { describe, expect, test } from "vitest";
import type { Library } from "../../contracts/library.ts";
import { type BriefingId, brandId, type UndoToken } from "../../model/ids.ts";
import { fail, succeed } from "../../model/result.ts";
import { type OwnChange, tellOwnChanges } from "./own-changes.ts";

const one = brandId<BriefingId>("1".repeat(32));
const token = brandId<UndoToken>("f".repeat(32));

function library(answers: Partial<Library>): { calls: Library; told: OwnChange[] } {
  const told: OwnChange[] = [];
  return { calls: tellOwnChanges(answers as Library, (change) => told.push(change)), told };
}

describe("what the person does", () => {
  test("shows before the disk has it", async () => {
    let answer = () => {};
    const { calls, told } = library({
      setRead: () =>
        new Promise((resolve) => {
          answer = () => resolve(succeed({ undo: token, affected: 1 }));
        }),
    });
    const done = calls.setRead({ ids: [one], read: true });
    expect(told).toEqual([{ own: "state", ids: [one], patch: { read: true }, underWay: expect.any(Promise) }]);
    answer();
    await done;
    expect(told).toHaveLength(1);
  });

  test("is taken back on screen when the disk is full", async () => {
    const { calls, told } = library({ setSaved: async () => fail({ kind: "disk-full" }) });
    await calls.setSaved({ ids: [one], saved: true });
    expect(told.at(-1)).toEqual({ own: "state", ids: [one], patch: { saved: false } });
  });

  test("is taken back on screen when the library falls over, and the fault isn't hidden", async () => {
    const { calls, told } = library({ setRead: () => Promise.reject(new Error("bug")) });
    await expect(calls.setRead({ ids: [one], read: false })).rejects.toThrow("bug");
    expect(told.at(-1)).toEqual({ own: "state", ids: [one], patch: { read: true } });
  });

  test("comes back by undo as it was", async () => {
    const { calls, told } = library({
      setRead: async () => succeed({ undo: token, affected: 1 }),
      undo: async () => succeed(null),
    });
    await calls.setRead({ ids: [one], read: true });
    await calls.undo({ token });
    expect(told.at(-1)).toEqual({ own: "state", ids: [one], patch: { read: false } });
  });

  test("names what leaves the list when it deletes, and nothing when deleting failed", async () => {
    const good = library({ deleteBriefings: async () => succeed({ undo: token, affected: 1 }) });
    await good.calls.deleteBriefings({ ids: [one] });
    expect(good.told).toEqual([{ own: "rows", gone: [one] }]);
    const bad = library({ deleteBriefings: async () => fail({ kind: "not-ready" }) });
    await bad.calls.deleteBriefings({ ids: [one] });
    expect(bad.told).toEqual([]);
  });
});
