import { describe, expect, test } from "vitest";
import { brandId, type SourceId } from "../../../model/ids.ts";
import { defaultSettings, type InterfaceLanguage } from "../../../model/settings.ts";
import type { SourceSync, SyncStatus } from "../../../model/sync-status.ts";
import { makeFormat } from "../../format/format.ts";
import { sentenceFor } from "../../text/failure-sentence.ts";
import { texts } from "../../text/text.ts";
import { stuckSentence, syncSentence } from "./sync-sentence.ts";

const now = Date.UTC(2026, 9, 24, 12);
const hourMs = 3_600_000;
const { timeZone } = defaultSettings;

function said(status: SyncStatus, language: InterfaceLanguage = "en") {
  const text = texts[language];
  const format = makeFormat({ language, timeZone, clock: { now, trusted: true }, words: text.time });
  return { sentence: syncSentence(status, { text, format, now }), words: text.reading.sync, format };
}

const source = (digit: string, progress: SourceSync["progress"]): SourceSync => ({
  sourceId: brandId<SourceId>(digit.repeat(32)),
  name: `Source ${digit}`,
  progress,
});
const failedBy = (digit: string, kind: "no-link" | "entity-bomb") => source(digit, { at: "failed", failure: { kind } });
const ages = { lastCheckedAt: now - hourMs, newestItem: now - 3 * hourMs, checkedSources: 7, enabledSources: 10 };

describe("the bottom line", () => {
  for (const language of ["en", "fr", "sw"] as const) {
    test(`says both ages and how many sources they speak for (${language})`, () => {
      const { sentence, words, format } = said({ at: "idle", ages, last: [] }, language);
      expect(sentence).toContain(words.at(format.clockTime(now - hourMs)));
      expect(sentence).toContain(words.newest(format.age(now - 3 * hourMs)));
      expect(sentence).toMatch(/7\D+10/);
    });
  }

  test("counts sources that wait for a link apart from those someone has to look into", () => {
    const last = [failedBy("1", "no-link"), failedBy("2", "no-link"), failedBy("3", "entity-bomb")];
    const { sentence, words } = said({ at: "waiting-for-link", since: now, ages, last });
    expect(sentence).toContain(words.waitingCount(2));
    expect(sentence).toContain(words.failedCount(1));
  });

  test("doesn't let a source wait for a link while the link is up", () => {
    const mistyped = source("1", { at: "failed", failure: { kind: "name-not-found", host: "radio.example" } });
    const totals = { received: 9, expected: null, added: 1, revised: 0 };
    const { sentence, words } = said({ at: "partly-done", ages, last: [mistyped], totals });
    expect(sentence).toContain(words.failedCount(1));
    expect(sentence).not.toContain(words.waitingCount(1));
  });

  test("says why nothing at all could be got, once", () => {
    const failure = { kind: "disk-low", freeBytes: 20_000_000 } as const;
    const stuck: SyncStatus = { at: "stuck", ages, last: [failedBy("1", "entity-bomb")], failure };
    const text = texts.en;
    const format = makeFormat({ language: "en", timeZone, clock: { now, trusted: true }, words: text.time });
    const spoken = { text, format };
    expect(stuckSentence(stuck, { at: "ready" }, spoken)).toContain(sentenceFor(failure, text, format).what);
    expect(stuckSentence(stuck, { at: "read-only", why: failure }, spoken)).toBeNull();
    expect(stuckSentence({ at: "idle", ages, last: [] }, { at: "ready" }, spoken)).toBeNull();
  });

  test("names the day where the last look was not today", () => {
    const { sentence, words, format } = said({
      at: "idle",
      ages: { ...ages, lastCheckedAt: now - 40 * hourMs },
      last: [],
    });
    expect(sentence).toContain(words.on(format.instant(now - 40 * hourMs)));
  });

  test("doesn't claim a check that never was, nor sources that aren't there", () => {
    const never = said({ at: "idle", ages: { ...ages, lastCheckedAt: null }, last: [] });
    expect(never.sentence).toContain(never.words.neverChecked(10));
    const none = said({ at: "idle", ages: { ...ages, enabledSources: 0 }, last: [] });
    expect(none.sentence).toBe(none.words.noSources);
  });

  test("tells while it runs what is fetched, how much came and how much is left", () => {
    const sources = [
      source("1", { at: "done", added: 2, revised: 0, unchanged: false, leftOut: [], cut: false, received: 9 }),
      source("2", { at: "fetching", received: 1024, expected: 4096 }),
    ];
    const totals = { received: 2048, expected: 8192, added: 2, revised: 0 };
    const { sentence, words, format } = said({ at: "syncing", ages, sources, totals });
    expect(sentence).toContain(words.fetching("Source 2"));
    expect(sentence).toContain(words.sourcesDone({ done: 1, of: format.count(2) }));
    expect(sentence).toContain(words.received({ received: format.bytes(2048), expected: format.bytes(8192) }));
    expect(sentence).toContain(words.added(2));
  });
});
