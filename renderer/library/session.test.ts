import { expect, test } from "vitest";
import { fakeAnswer } from "../host/fake-host.ts";
import { mebibyte } from "../model/measure.ts";
import { hardlyWaits, setUpPageTestbed } from "./page-testbed.suite.ts";

const now = Date.parse("2026-10-22T08:00:00Z");
const notAllowed = { insecure: false, local: false };
const computer = setUpPageTestbed(now);
const { openPage } = computer;

/** A library whose key this computer has lost, and its recovery code. */
async function loseKey(): Promise<string> {
  const first = await openPage();
  const code = await first.library.calls.getRecoveryCode({});
  first.close();
  computer.machine.disk.hostKey = null;
  return code ?? "";
}

test("a wrong recovery code is said on the screen where it was typed, and the right one then opens the library", async () => {
  const code = await loseKey();
  const page = await openPage();
  expect(await page.library.calls.getStatus({})).toEqual({ at: "locked" });
  const told = page.statuses.length;
  const wrong = await page.library.calls.unlockWithRecoveryCode({ code: "0000" });
  expect(wrong).toEqual({ ok: false, failure: { kind: "wrong-recovery-code" } });
  expect(page.statuses.slice(told).filter(({ at }) => at !== "locked")).toEqual([]);
  expect(await page.library.calls.unlockWithRecoveryCode({ code })).toEqual({ ok: true, value: null });
  expect(await page.library.calls.getStatus({})).toEqual({ at: "ready" });
});

test("a recovery code opens the library, but doesn't take it away from another window", async () => {
  const code = await loseKey();
  const here = await openPage();
  const there = await openPage();
  await there.library.calls.unlockWithRecoveryCode({ code });
  const refused = await here.library.calls.unlockWithRecoveryCode({ code });
  expect(refused).toEqual({ ok: false, failure: { kind: "open-elsewhere" } });
  expect(await there.library.calls.getStatus({})).toEqual({ at: "ready" });
});

test("the screen that offers to take the library over stays until it is known how that went", async () => {
  await openPage();
  const second = await openPage({ wait: hardlyWaits });
  expect(await second.library.calls.getStatus({})).toEqual({ at: "open-elsewhere" });
  const told = second.statuses.length;
  await second.library.calls.useHere({});
  await expect.poll(() => second.statuses.at(-1)).toEqual({ at: "ready" });
  expect(second.statuses.slice(told)).toEqual([{ at: "ready" }]);
});

test("a page that waits for the library never takes it from the one that holds it, and says nothing meanwhile", async () => {
  const first = await openPage();
  const second = await openPage({ wait: hardlyWaits });
  const told = second.statuses.length;
  const noted = (await second.library.calls.exportLog({})).length;
  await second.library.calls.openIfFree({});
  await second.library.calls.openIfFree({});
  expect(await first.library.calls.getStatus({})).toEqual({ at: "ready" });
  expect(await second.library.calls.getStatus({})).toEqual({ at: "open-elsewhere" });
  expect(second.statuses.slice(told)).toEqual([]);
  expect((await second.library.calls.exportLog({})).length).toBe(noted);
});

test("once the other page is closed, the one that waits goes on by itself", async () => {
  const first = await openPage();
  const second = await openPage({ wait: hardlyWaits });
  const told = second.statuses.length;
  first.close();
  await second.library.calls.openIfFree({});
  await expect.poll(() => second.statuses.at(-1)).toEqual({ at: "ready" });
  expect(second.statuses.slice(told)).toEqual([{ at: "ready" }]);
});

test("a press on “use it here” isn’t answered with what the waiting page was told just then", async () => {
  const first = await openPage();
  const second = await openPage({ wait: hardlyWaits });
  const [, taken] = await Promise.all([second.library.calls.openIfFree({}), second.library.calls.useHere({})]);
  expect(taken).toEqual({ ok: true, value: null });
  expect(await first.library.calls.getStatus({})).toEqual({ at: "open-elsewhere" });
});

test("a page that waits says so when the machine is gone", async () => {
  await openPage();
  const second = await openPage({ wait: hardlyWaits });
  computer.machine.restart();
  await second.library.calls.openIfFree({});
  expect(await second.library.calls.getStatus({})).toEqual({ at: "closed", why: { kind: "host-unreachable" } });
});

test("a text that was read before another window took the library isn't said to be saved", async () => {
  const first = await openPage();
  const pasted = await first.library.calls.readPaste({ text: "The ferry runs again from Monday.", html: null });
  if (!pasted.ok || !("draft" in pasted.value)) throw new Error("no draft");
  const second = await openPage({ wait: hardlyWaits });
  await second.library.calls.useHere({});
  await first.library.calls.useHere({});
  const { id, fields } = pasted.value.draft;
  const saved = await first.library.calls.saveDrafts({
    drafts: [{ id, fields: { ...fields, keyPoints: [...fields.keyPoints] } }],
  });
  expect(saved).toEqual({ ok: false, failure: { kind: "draft-gone" } });
});

test("a mistake of the program while the library opens is told with the number that the log has too", async () => {
  computer.machine.disk.journalLength = () => {
    throw new TypeError("not a function");
  };
  const { library } = await openPage();
  const status = await library.calls.getStatus({});
  expect(status).toMatchObject({ at: "closed", why: { kind: "bug" } });
  const bug = (await library.calls.exportLog({})).find(({ fact }) => fact.event === "bug");
  expect(status).toMatchObject({ why: { reference: bug?.fact.event === "bug" ? bug.fact.reference : "none" } });
});

test("where the library can't be opened, addresses, texts and files are answered with just that", async () => {
  const { library } = await openPage({ hasMachine: false });
  const notReady = { ok: false, failure: { kind: "not-ready" } };
  expect(await library.calls.lookAtAddress({ address: "radio.example", permissions: notAllowed })).toEqual(notReady);
  expect(await library.calls.readPaste({ text: "The ferry runs again.", html: null })).toEqual(notReady);
  expect(await library.calls.readFiles({ files: [{ name: "ferry.txt", bytes: new Uint8Array(9) }] })).toEqual([
    { fileName: "ferry.txt", outcome: "failed", failure: { kind: "not-ready" } },
  ]);
});

test("a sync that meets a disk without room says so for the library too, and room made since is noticed", async () => {
  const address = "https://radio.example/rss";
  const feed =
    "<rss version='2.0'><channel><title>Radio</title><item><title>Water in Sake</title></item></channel></rss>";
  computer.machine.serve(address, fakeAnswer(address, feed));
  const minutes: (() => void)[] = [];
  const { library } = await openPage({
    wait: (delayMs) => (delayMs === 60_000 ? new Promise((resolve) => minutes.push(resolve)) : hardlyWaits(delayMs)),
  });
  await library.calls.lookAtAddress({ address, permissions: notAllowed });
  await library.calls.addSource({ address, name: "Radio", rank: 1, permissions: notAllowed });
  computer.machine.freeBytes = 40 * mebibyte;
  const why = { kind: "disk-low", freeBytes: 40 * mebibyte };
  expect(await library.calls.syncNow({ sources: null })).toMatchObject({ at: "stuck", failure: why });
  expect(await library.calls.getStatus({})).toEqual({ at: "read-only", why });
  computer.machine.freeBytes = 900 * mebibyte;
  for (const pass of minutes.splice(0)) pass();
  await expect.poll(() => library.calls.getStatus({})).toEqual({ at: "ready" });
});

test("the list that is asked for during the start is answered with what the library holds", async () => {
  const { library } = await openPage();
  const read = await library.calls.readPaste({ text: "The ferry runs again.\n\nTwo crossings a day.", html: null });
  if (!read.ok || !("draft" in read.value)) throw new Error("the text wasn't read");
  const { id, fields } = read.value.draft;
  await library.calls.saveDrafts({ drafts: [{ id, fields }] });
  computer.closePages();
  const again = await openPage();
  expect(again.firstPage.rows.map(({ head }) => head.title)).toEqual([fields.title]);
});

test("a page that is reloaded has its library again, though the machine hears late that the old page is gone", async () => {
  const old = await openPage();
  let waits = 0;
  const reloaded = await openPage({
    wait: (delayMs) => {
      if (++waits === 5) old.close();
      return hardlyWaits(delayMs);
    },
  });
  expect(await reloaded.library.calls.getStatus({})).toEqual({ at: "ready" });
});
