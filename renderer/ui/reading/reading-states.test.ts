import { expect, test } from "vitest";
import type { BriefingRow, ReadingState } from "../../model/briefing.ts";
import { type BriefingId, brandId } from "../../model/ids.ts";
import { makeReadingStates } from "./reading-states.ts";

const one = brandId<BriefingId>("1".repeat(32));
const told = (state: ReadingState) => [{ head: { id: one }, state } as BriefingRow];
const unread = { read: false, saved: false };

test("rows that were asked for before the person saved one don't take that back, however late they come", async () => {
  const states = makeReadingStates();
  const asked = states.moment();
  states.set([one], { saved: true }, Promise.resolve());
  states.learn(told(unread), asked);
  expect(states.patchOf(one)).toEqual({ saved: true });
});

test("rows that were asked for while the disk still wrote don't take back what it writes", async () => {
  const states = makeReadingStates();
  let written = () => {};
  const writing = new Promise<void>((resolve) => {
    written = resolve;
  });
  states.set([one], { read: true }, writing);
  const asked = states.moment();
  states.learn(told(unread), asked);
  expect(states.patchOf(one)).toEqual({ read: true });
  written();
  await writing;
  states.learn(told(unread), asked);
  expect(states.patchOf(one)).toEqual({ read: true });
});

test("rows that were asked for after it was kept say how it stands", async () => {
  const states = makeReadingStates();
  const refused = Promise.reject(new Error("disk full"));
  states.set([one], { read: true }, refused);
  await refused.catch(() => {});
  states.set([one], { read: false });
  states.learn(told({ read: true, saved: true }), states.moment());
  expect(states.patchOf(one)).toEqual({ read: true, saved: true });
});
