import { expect, test } from "vitest";
import { mebibyte } from "../model/measure.ts";
import { sampleArrival, sampleId } from "./journal/sample-changes.suite.ts";
import { listedIds, SampleLaptop } from "./journal/sample-vault.suite.ts";

test("a library without this computer's key opens by its recovery code, and by itself from then on", async () => {
  const laptop = new SampleLaptop();
  const first = await laptop.open();
  const code = await first.getRecoveryCode();
  await first.commit([await sampleArrival(first, 1)]);
  await first.close();
  laptop.machine.disk.hostKey = null;
  const locked = await laptop.tryOpen();
  expect(locked.result).toEqual({ ok: false, failure: { kind: "key-missing" } });
  expect(locked.statuses.at(-1)).toEqual({ at: "locked" });
  const wrong = await laptop.tryOpen({ recoveryCode: "0000-0000-0000-0000-0000-0000-0000" });
  expect(wrong.result).toEqual({ ok: false, failure: { kind: "wrong-recovery-code" } });
  // The screen with the typed code stays.
  expect(wrong.statuses).toEqual([{ at: "locked" }]);
  const typed = (code ?? "").toLowerCase().replaceAll("-", " ").replaceAll("0", "o");
  const unlocked = await laptop.open({ recoveryCode: typed });
  expect(listedIds(unlocked)).toEqual([sampleId(1)]);
  await unlocked.close();
  expect(listedIds(await laptop.open())).toEqual([sampleId(1)]);
});

test("a recovery code that can't be used because the disk is full needn't be typed again", async () => {
  const laptop = new SampleLaptop();
  const first = await laptop.open();
  const code = (await first.getRecoveryCode()) ?? "";
  await first.close();
  laptop.machine.disk.hostKey = null;
  laptop.machine.freeBytes = 40 * mebibyte;
  const tried = await laptop.tryOpen({ recoveryCode: code });
  expect(tried.result).toMatchObject({ ok: false, failure: { kind: "disk-low" } });
  expect(tried.statuses).toEqual([{ at: "locked" }]);
});

test("the recovery code can be shown until it is written down", async () => {
  const laptop = new SampleLaptop();
  const vault = await laptop.open();
  const code = await vault.getRecoveryCode();
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  await vault.close();
  const again = await laptop.open();
  expect(await again.getRecoveryCode()).toBe(code);
  expect(await again.confirmRecoveryCodeWritten()).toMatchObject({ ok: true });
  await again.close();
  const later = await laptop.open();
  expect(later.recoveryCodeWrittenDown).toBe(true);
  expect(await later.getRecoveryCode()).toBeNull();
});
