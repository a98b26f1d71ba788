import { beforeEach, expect, test } from "vitest";
import { FakeMachine } from "../../host/fake-host.ts";
import type { DraftFields } from "../../model/import-draft.ts";
import { textRunsOf } from "../../model/reading-order.ts";
import { startNodePdfWorker } from "../import/node-pdf-worker.suite.ts";
import { createDraftIntake, type DraftTaken, type SealedDocument } from "./intake-draft.ts";
import { createImportReaders } from "./read-imports.ts";
import { delivery, monday, VaultForTests } from "./vault-for-intake.suite.ts";

let vault: VaultForTests;
beforeEach(() => {
  vault = new VaultForTests();
});

const readers = createImportReaders({
  limits: { fileBytes: 1_000_000 },
  startPdfWorker: startNodePdfWorker,
  host: new FakeMachine().connect(),
});

const morning = [
  "21/10/2026 à 08:00 - Base Goma: La route du marché est ouverte",
  "21/10/2026 à 08:05 - Eau Sake: Merci",
];
const evening = ["21/10/2026 à 18:30 - Base Goma: Le pont est refermé jusqu’à jeudi"];
const nextDay = ["22/10/2026 à 07:00 - Eau Sake: Bonjour à tous", "22/10/2026 à 07:01 - Base Goma: Bonjour"];

async function daysOf(
  lines: readonly string[],
  name = "Discussion WhatsApp avec Équipe Sake.txt",
): Promise<SealedDocument[]> {
  const read = await readers.readFile({ name, bytes: new TextEncoder().encode(lines.join("\n")) });
  if (!read.ok) throw new Error(read.failure.kind);
  return read.value.map(({ text }) => ({ text, originalId: null }));
}

/** In one batch, as a preview saves what it shows. */
async function save(days: readonly SealedDocument[], said: Partial<DraftFields> = {}): Promise<DraftTaken["as"][]> {
  const earlier: DraftTaken[] = [];
  for (const document of days) {
    const fields = { ...document.text.fields, ...said };
    earlier.push(await createDraftIntake(vault).intake({ document, fields, delivery, at: monday, earlier }));
  }
  for (const { changes } of earlier) vault.apply(changes);
  return earlier.map(({ as }) => as);
}

async function messages(): Promise<string[][]> {
  return Promise.all(
    [...vault.heads.keys()].map(async (id) => {
      const content = await vault.readRevision(id, null);
      return (content?.body.blocks ?? []).map((block) =>
        textRunsOf({ blocks: [block] })
          .map(({ text }) => text)
          .join(" ")
          .slice(0, 5),
      );
    }),
  );
}

test("a chat exported again later completes its last day and adds the days after it", async () => {
  expect(await save(await daysOf(morning))).toEqual(["new"]);
  const later = await daysOf([...morning, ...evening, ...nextDay], "Discussion WhatsApp avec Équipe Sake (1).txt");
  expect((await createDraftIntake(vault).findStanding(later[0] as SealedDocument))?.has).toBe("less");
  expect(await save(later)).toEqual(["revision", "new"]);
  expect(await messages()).toEqual([
    ["08:00", "08:05", "18:30"],
    ["07:00", "07:01"],
  ]);
  expect([...vault.heads.values()].map(({ revision, title }) => [title, revision])).toEqual([
    ["Équipe Sake, 21.10.2026", 2],
    ["Équipe Sake, 22.10.2026", 1],
  ]);
});

test("the same export a third time, and the first one after it, bring nothing new", async () => {
  await save(await daysOf(morning));
  await save(await daysOf([...morning, ...evening]));
  expect(await save(await daysOf([...morning, ...evening]))).toEqual(["known"]);
  expect(await save(await daysOf(morning))).toEqual(["known"]);
  expect(vault.heads.size).toBe(1);
});

test("an export whose beginning the phone left out loses no message that is here", async () => {
  await save(await daysOf([...morning, ...evening]));
  const cut = [...morning.slice(1), "21/10/2026 à 12:00 - Eau Sake: Le puits aussi", ...evening];
  expect(await save(await daysOf(cut))).toEqual(["revision"]);
  expect(await messages()).toEqual([["08:00", "08:05", "12:00", "18:30"]]);
});

test("a day whose title a person corrected is still that day", async () => {
  await save(await daysOf(morning), { title: "Route du marché" });
  expect(await save(await daysOf([...morning, ...evening]))).toEqual(["revision"]);
});

test("what was said of a day holds for what completes it, above all who may read it, unless it is said anew", async () => {
  const label = { scale: "tlp", level: "amber" } as const;
  await save(await daysOf(morning), { title: "Route du marché", audience: "restricted", label });
  const [stood] = vault.heads.values();
  await save(await daysOf([...morning, ...evening]));
  const [completed] = vault.heads.values();
  expect(completed).toMatchObject({ revision: 2, title: "Route du marché", handling: stood?.handling });
  const night = ["21/10/2026 à 22:00 - Eau Sake: Bonne nuit"];
  await save(await daysOf([...morning, ...evening, ...night]), { audience: "public" });
  expect([...vault.heads.values()][0]).toMatchObject({ handling: { audience: "public", label } });
});

test.each([
  ["that is here", true],
  ["that is new", false],
])("two exports of one chat, saved together, lose no message of a day %s", async (_, isHere) => {
  if (isHere) await save(await daysOf(morning));
  const later = [morning[1] ?? "", "21/10/2026 à 12:00 - Eau Sake: Le puits aussi"];
  const both = [...(await daysOf([...morning, ...evening])), ...(await daysOf(later))];
  expect(await save(both)).toEqual([isHere ? "revision" : "new", "revision"]);
  expect(await messages()).toEqual([["08:00", "08:05", "12:00", "18:30"]]);
});

test("another chat of the same name on the same day stays another briefing", async () => {
  await save(await daysOf(morning));
  const other = ["21/10/2026 à 09:00 - Magasin: Dix sacs", "21/10/2026 à 09:30 - Magasin: Vingt sacs"];
  expect(await save(await daysOf(other))).toEqual(["new"]);
  expect(vault.heads.size).toBe(2);
});
