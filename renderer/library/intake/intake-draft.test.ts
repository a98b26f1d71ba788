import { beforeEach, describe, expect, test } from "vitest";
import { brandId, type DraftId } from "../../model/ids.ts";
import type { ImportDraft } from "../../model/import-draft.ts";
import { createDraftIntake } from "./intake-draft.ts";
import { createFeedIntake } from "./intake-feed.ts";
import { createImportReaders } from "./read-imports.ts";
import { delivery, monday, sourceNamed, VaultForTests } from "./vault-for-intake.suite.ts";

let vault: VaultForTests;
beforeEach(() => {
  vault = new VaultForTests();
});
const readers = createImportReaders({ fileBytes: 1_000_000 });
const note =
  "Points clés\n- Le puits est ouvert.\n- La route est fermée.\nLe puits de Sake est ouvert depuis lundi matin, dit le chef.";

function draftOf(text = note, name = "note.txt"): ImportDraft {
  const read = readers.readFile({ name, bytes: new TextEncoder().encode(text) });
  if (!read.ok) throw new Error(read.failure.kind);
  return { ...read.value, id: brandId<DraftId>("a".repeat(32)), alreadyHere: null };
}

async function save(draft: ImportDraft, but: Partial<ImportDraft["fields"]> = {}) {
  const taken = await createDraftIntake(vault).intake({
    draft,
    fields: { ...draft.fields, ...but },
    delivery,
    at: monday,
  });
  vault.apply(taken.changes);
  return taken;
}

describe("an import that is saved", () => {
  test("keeps what the person corrected; with no answer it stays inside", async () => {
    const { id, isNew } = await save(draftOf(), {
      title: " Puits  de Sake ",
      sourceName: "Équipe eau",
      asOf: "2026-10-18",
    });
    expect(isNew).toBe(true);
    expect(vault.heads.get(id)).toMatchObject({
      title: "Puits de Sake",
      keyPoints: ["Le puits est ouvert.", "La route est fermée."],
      sourceId: null,
      sourceName: "Équipe eau",
      handling: { audience: "internal", label: null },
      times: { asOf: "2026-10-18", published: null, posted: null, fetched: monday },
      provenances: [{ way: "file", label: "note.txt", sourceId: null }],
    });
  });

  test("keeps the answer to “who may read it?”", async () => {
    const { id } = await save(draftOf(), { audience: "restricted", label: { scale: "tlp", level: "amber" } });
    expect(vault.heads.get(id)?.handling).toEqual({ audience: "restricted", label: { scale: "tlp", level: "amber" } });
  });

  test("again, under another name or as a paste, is one briefing with two provenances", async () => {
    const first = await save(draftOf());
    const pasted = readers.readPaste({ text: note.replaceAll("\n", "\r\n"), html: null });
    if (!pasted.ok || "address" in pasted.value) throw new Error("not a text");
    expect(await createDraftIntake(vault).findSame(pasted.value)).toBe(first.id);
    const again = await save(
      { ...pasted.value, id: brandId<DraftId>("b".repeat(32)), alreadyHere: null },
      { title: "Autre titre" },
    );
    expect(again).toMatchObject({
      id: first.id,
      isNew: false,
      changes: [{ kind: "provenance-added", provenance: { way: "paste" } }],
    });
  });

  test("of a page that a feed brought already adds only a provenance", async () => {
    const link = "https://radio.example.org/a1";
    const source = sourceNamed("radio");
    const item = {
      itemKey: "a1",
      title: "Puits",
      link,
      content: { kind: "text" as const, text: "Le puits est ouvert." },
      baseAddress: null,
      published: monday,
      posted: null,
      updated: null,
      authors: [],
      publisher: null,
      language: null,
      attachments: [],
      extractOnly: false,
    };
    vault.apply((await createFeedIntake(vault)({ source, items: [item], delivery, at: monday })).changes);
    const page = draftOf(
      `<html><head><title>Puits</title><link rel="canonical" href="${link}?utm_source=x"></head><body><p>Le puits est ouvert.</p></body></html>`,
      "page.html",
    );
    expect(page.fields.link).toBe(link);
    expect(await createDraftIntake(vault).findSame(page)).not.toBeNull();
    expect(await save(page)).toMatchObject({ isNew: false });
  });

  test("after it was deleted comes back, because a person wants it", async () => {
    const { id } = await save(draftOf());
    vault.apply([{ kind: "briefings-deleted", ids: [id] }]);
    expect(await createDraftIntake(vault).findSame(draftOf())).toBeNull();
    const again = await save(draftOf(), { title: "Corrigé" });
    expect(again).toMatchObject({ id, isNew: true });
    expect(vault.deleted.has(id)).toBe(false);
    expect(vault.heads.get(id)).toMatchObject({ title: "Corrigé", revision: 2 });
  });
});
