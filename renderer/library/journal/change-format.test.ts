import { readdirSync, readFileSync } from "node:fs";
import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { defaultSettings } from "../../model/settings.ts";
import { noFilters } from "../../model/view.ts";
import { sampleContent, sampleDelivery, sampleEpoch, sampleId, sampleSource } from "./sample-changes.suite.ts";
import { SampleLaptop, sampleGeneration } from "./sample-vault.suite.ts";
import { changeFormat } from "./upcasters.ts";

/** A whole library as the first version wrote it. It is never written again: it stands for what lies on laptops. */
interface StoredLibrary {
  readonly header: readonly [string, string];
  readonly hostKey: string;
  readonly journal: string;
}

function laptopWith(fixture: string): SampleLaptop {
  const text = readFileSync(new URL(`fixtures/${fixture}`, import.meta.url), "utf8");
  const stored = JSON.parse(text) as StoredLibrary;
  const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));
  const laptop = new SampleLaptop();
  laptop.profile = new IDBFactory();
  const { disk } = laptop.machine;
  disk.headers[0] = bytesOf(stored.header[0]);
  disk.headers[1] = bytesOf(stored.header[1]);
  disk.hostKey = bytesOf(stored.hostKey);
  disk.replaceJournal(sampleGeneration, bytesOf(stored.journal));
  return laptop;
}

test("every change format that was ever shipped has its stored library", () => {
  const stored = readdirSync(new URL("fixtures/", import.meta.url));
  const formats = Array.from({ length: changeFormat }, (_, index) => `library-format-${index + 1}.json`);
  expect(stored.sort()).toEqual(formats);
});

test("a library of change format 1, with a change of every kind, is read as it was written", async () => {
  const vault = await laptopWith("library-format-1.json").open();
  const { catalogue } = vault;
  expect(vault.damage).toEqual([]);
  expect(vault.sequence).toBe(7);
  expect(await vault.getRecoveryCode()).toBe("915H-7A5E-P7PH-DWBE-Y4HH-R12W-FFCY");

  const { rows } = catalogue.page({ view: { kind: "all" }, filters: noFilters, offset: 0, limit: 10 });
  expect(rows.map(({ head }) => head.id)).toEqual([sampleId(4), sampleId(2), sampleId(1)]);
  expect(catalogue.isDeleted(sampleId(3))).toBe(true);
  expect(catalogue.head(sampleId(1))).toMatchObject({
    revision: 2,
    title: "The ferry at landing 1 stops",
    language: "sw",
  });
  expect(catalogue.head(sampleId(1))?.provenances).toHaveLength(2);
  expect(catalogue.head(sampleId(2))?.withdrawn).toBe(sampleEpoch + 5);
  expect(catalogue.digests(sampleId(1))).toHaveLength(2);
  expect(catalogue.state(sampleId(1))).toEqual({ read: false, saved: true });
  expect(catalogue.state(sampleId(2))).toEqual({ read: true, saved: false });
  expect(await vault.readRevision(sampleId(1), 1)).toEqual(sampleContent(1));
  expect(await vault.readRevision(sampleId(1), null)).toEqual(sampleContent(1, "The ferry stops until Friday."));

  expect(catalogue.sources()).toEqual([{ ...sampleSource, name: "Kivu Access Notes, daily" }]);
  expect(catalogue.cursor(sampleSource.id)?.etag).toBe('"f1"');
  expect(catalogue.deliveries()).toEqual([sampleDelivery(0)]);
  expect(catalogue.settings()).toEqual({ ...defaultSettings, language: "fr", theme: "dark" });
});

test("a library of change format 1 goes on growing", async () => {
  const laptop = laptopWith("library-format-1.json");
  const vault = await laptop.open();
  await vault.commit([{ kind: "read-set", ids: [sampleId(4)], read: true }]);
  await vault.close();
  expect((await laptop.open()).catalogue.state(sampleId(4)).read).toBe(true);
});

test("a library of change format 2 is read as it was written, with every kind of change that the format added", async () => {
  const vault = await laptopWith("library-format-2.json").open();
  const { catalogue } = vault;
  expect(vault.damage).toEqual([]);
  expect(vault.sequence).toBe(11);
  expect(await vault.getRecoveryCode()).toBe("8B9K-6TNB-EKJP-PCA6-DPW8-D6Q1-3WBS");

  expect(catalogue.sources()).toEqual([{ ...sampleSource, folder: "Roads", fullText: "ask" }]);
  expect(catalogue.head(sampleId(1))?.kept).toMatchObject([{ name: "ferry.pdf", role: "original", bytes: 900 }]);
  expect(catalogue.gettingRules()).toEqual({ mode: "every-6-hours", onMeteredLink: true });
  expect(catalogue.traffic()).toEqual([{ sourceId: sampleSource.id, month: "2026-10", received: 2_000 }]);
  expect(catalogue.addedNames().map(({ name }) => name)).toEqual(["Landing Seven"]);

  // A third one was added by mistake and removed.
  expect(catalogue.readers().map(({ name }) => name)).toEqual(["", "Night team"]);
  expect(catalogue.currentReader()).toBe(sampleId(0xbeef));
  expect(catalogue.settings()).toEqual({ ...defaultSettings, language: "sw", areas: ["masisi"], searchHistory: true });
  expect(catalogue.savedSearches().map(({ name, query }) => [name, query])).toEqual([["Ferries", "ferry"]]);
  expect(catalogue.looked()).toEqual({ upTo: 9, at: sampleEpoch + 8 });
  expect(catalogue.state(sampleId(1))).toEqual({ read: false, saved: false });
  expect(catalogue.state(sampleId(3))).toEqual({ read: false, saved: true });
});
