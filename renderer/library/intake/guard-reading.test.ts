import { expect, test } from "vitest";
import { FakeMachine } from "../../host/fake-host.ts";
import { succeed } from "../../model/result.ts";
import { guardReading } from "./guard-reading.ts";

const file = { name: "rapport.pdf", bytes: Uint8Array.from([1, 2, 3]) };
const never = () => new Promise<never>(() => {});

/** Begins to read, and the program ends before the reader does. */
async function crash(machine: FakeMachine): Promise<void> {
  let hasBegun: () => void = () => {};
  const begun = new Promise<void>((resolve) => {
    hasBegun = resolve;
  });
  const guarded = guardReading(() => {
    hasBegun();
    return never();
  }, machine.connect());
  void guarded(file);
  await begun;
  machine.restart();
}

test("a file that ended the program twice isn't opened a third time, and other files are", async () => {
  const machine = new FakeMachine();
  await crash(machine);
  await crash(machine);
  const guarded = guardReading(async () => succeed([]), machine.connect());
  expect(await guarded(file)).toEqual({ ok: false, failure: { kind: "quarantined-file" } });
  expect(await guarded({ name: "autre.pdf", bytes: Uint8Array.from([4]) })).toEqual({ ok: true, value: [] });
});

test("a file whose reading was cut once by the power is read the next time, and its mark is gone", async () => {
  const machine = new FakeMachine();
  await crash(machine);
  const guarded = guardReading(async () => succeed([]), machine.connect());
  expect(await guarded(file)).toEqual({ ok: true, value: [] });
  expect(machine.disk.parseMarks.size).toBe(0);
});

test("a reader's bug takes the mark with it: the program goes on", async () => {
  const machine = new FakeMachine();
  const guarded = guardReading(() => Promise.reject(new TypeError("bug")), machine.connect());
  await expect(guarded(file)).rejects.toThrow("bug");
  expect(machine.disk.parseMarks.size).toBe(0);
});
