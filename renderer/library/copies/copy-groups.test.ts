import { expect, test } from "vitest";
import type { BriefingId } from "../../model/ids.ts";
import { dayMs } from "../../model/time.ts";
import { sampleEpoch, sampleId } from "../journal/sample-changes.suite.ts";
import { seededRandom } from "../journal/sample-vault.suite.ts";
import { CopyGroups, type SignedText, slotsAlike } from "./copy-groups.ts";

const random = seededRandom(7);
const slots = (count: number) =>
  Array.from({ length: count }, () =>
    Math.floor(random() * 256)
      .toString(16)
      .padStart(2, "0"),
  ).join("");
const wire = slots(32);
/** Agrees with the wire's text in so many slots. */
const likeWire = (agreeing: number) => {
  const rest = Array.from({ length: 32 - agreeing }, (_, at) =>
    (Number.parseInt(wire.slice((agreeing + at) * 2, (agreeing + at) * 2 + 2), 16) ^ 0xff)
      .toString(16)
      .padStart(2, "0"),
  );
  return `${wire.slice(0, agreeing * 2)}${rest.join("")}`;
};

function text(number: number, source: string, but: Partial<SignedText> = {}): SignedText {
  return { id: sampleId<BriefingId>(number), signature: wire, time: sampleEpoch, source, ...but };
}

const numbers = (ids: readonly BriefingId[]) => ids.map((id) => Number.parseInt(id, 16)).sort((a, b) => a - b);

function groupsOf(...texts: SignedText[]) {
  const groups = new CopyGroups();
  for (const one of texts) groups.add(one);
  return (number: number) => numbers(groups.of(sampleId(number)));
}

test("a copy is found however many other texts came before and between", () => {
  const others = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => text(from + at, "z", { signature: slots(32) }));
  const of = groupsOf(
    ...others(100, 300),
    text(1, "a"),
    ...others(1_000, 4_500),
    text(2, "b", { signature: likeWire(slotsAlike) }),
    ...others(10_000, 100),
    text(3, "c"),
  );
  expect([of(1), of(2), of(3), of(100)]).toEqual([[1, 2, 3], [1, 2, 3], [1, 2, 3], []]);
});

test("the same text from several sources is one group, whichever came first", () => {
  const of = groupsOf(
    text(1, "a"),
    text(2, "b", { signature: likeWire(slotsAlike) }),
    text(3, "c"),
    text(4, "d", { signature: slots(32) }),
  );
  expect([of(1), of(2), of(3), of(4)]).toEqual([[1, 2, 3], [1, 2, 3], [1, 2, 3], []]);
});

test("one slot less is another text", () => {
  expect(groupsOf(text(1, "a"), text(2, "b", { signature: likeWire(slotsAlike - 1) }))(1)).toEqual([]);
});

test("a source's own bulletins, alike from week to week, are no copies", () => {
  expect(groupsOf(text(1, "a"), text(2, "a"))(1)).toEqual([]);
});

test("the same text more than a week apart is told anew", () => {
  const of = groupsOf(text(1, "a"), text(2, "b", { time: sampleEpoch + 8 * dayMs }));
  expect(of(1)).toEqual([]);
  expect(groupsOf(text(1, "a"), text(2, "b", { time: sampleEpoch - 7 * dayMs }))(1)).toEqual([1, 2]);
});

test("two groups become one when a text belongs to both", () => {
  const late = sampleEpoch + 10 * dayMs;
  const of = groupsOf(
    text(1, "a"),
    text(2, "b"),
    text(3, "c", { time: late }),
    text(4, "d", { time: late }),
    text(5, "e", { time: sampleEpoch + 5 * dayMs }),
  );
  expect(of(1)).toEqual([1, 2, 3, 4, 5]);
  expect(of(4)).toEqual(of(1));
});

test("a text that says something else leaves its group, and whoever was there only through it", () => {
  const groups = new CopyGroups();
  const far = text(3, "c", { time: sampleEpoch + 10 * dayMs });
  for (const one of [text(1, "a"), text(2, "b", { time: sampleEpoch + 5 * dayMs }), far, text(4, "d")]) groups.add(one);
  expect(numbers(groups.of(sampleId(3)))).toEqual([1, 2, 3, 4]);
  groups.add(text(2, "b", { signature: slots(32) }));
  expect(numbers(groups.of(sampleId(1)))).toEqual([1, 4]);
  expect(groups.of(sampleId(2))).toEqual([]);
  expect(groups.of(sampleId(3))).toEqual([]);
  groups.add(text(2, "b"));
  expect(numbers(groups.of(sampleId(4)))).toEqual([1, 2, 4]);
  groups.remove(sampleId(1));
  expect(numbers(groups.of(sampleId(4)))).toEqual([2, 4]);
  groups.add(text(5, "e"));
  expect(numbers(groups.of(sampleId(5)))).toEqual([2, 4, 5]);
});

test("among 20,000 texts every copy finds its text, and nothing else does", () => {
  const groups = new CopyGroups();
  const signatures = Array.from({ length: 20_000 }, () => slots(32));
  for (const [number, signature] of signatures.entries())
    groups.add(text(number + 1, `s${number % 20}`, { signature, time: sampleEpoch + number * 60_000 }));
  for (let number = 0; number < 200; number++) {
    const signature = `${(signatures[number] as string).slice(0, 40)}${slots(12)}`;
    groups.add(text(30_000 + number, "other", { signature, time: sampleEpoch }));
  }
  for (let number = 0; number < 200; number++)
    expect(numbers(groups.of(sampleId(number + 1)))).toEqual([number + 1, 30_000 + number]);
  expect(groups.of(sampleId(5_000))).toEqual([]);
});
