import { expect, test } from "vitest";
import type { Change } from "../../model/changes.ts";
import type { BriefingId } from "../../model/ids.ts";
import { sampleContent, sampleHead, sampleId } from "../journal/sample-changes.suite.ts";
import { RecentContents } from "./recent-contents.ts";

function arrival(number: number, body: Uint8Array): Change {
  return {
    kind: "revision-arrived",
    head: sampleHead(number),
    contentDigest: "0".repeat(32),
    signature: null,
    marksUnread: false,
    body,
  };
}

const idOf = (number: number) => sampleId<BriefingId>(number);

test("what was sealed is at hand once it is committed, and the oldest of too many are let go", () => {
  const recent = new RecentContents(2);
  for (const number of [1, 2, 3]) {
    const sealed = new Uint8Array([number]);
    recent.noteSealed(sealed, sampleContent(number));
    expect(recent.get(idOf(number), 1)).toBe(null);
    recent.keep([arrival(number, sealed)]);
    expect(recent.get(idOf(number), 1)).toEqual(sampleContent(number));
  }
  expect(recent.get(idOf(1), 1)).toBe(null);
  expect(recent.get(idOf(2), 1)).toEqual(sampleContent(2));
});

test("another text sealed for the same revision but never committed isn't taken for it", () => {
  const recent = new RecentContents(9);
  const [committed, other] = [new Uint8Array([1]), new Uint8Array([2])];
  recent.noteSealed(committed, sampleContent(1));
  recent.keep([arrival(1, committed)]);
  recent.noteSealed(other, sampleContent(1, "Something else."));
  expect(recent.get(idOf(1), 1)).toEqual(sampleContent(1));
});

test("what couldn't be committed isn't given to anybody", () => {
  const recent = new RecentContents(9);
  const sealed = new Uint8Array([1]);
  recent.noteSealed(sealed, sampleContent(1));
  recent.keep([arrival(1, sealed)]);
  recent.drop([arrival(1, sealed)]);
  expect(recent.get(idOf(1), 1)).toBe(null);
});
