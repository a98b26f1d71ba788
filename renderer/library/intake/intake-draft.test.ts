import { beforeEach, describe, expect, test } from "vitest";
import { type AttachmentId, brandId } from "../../model/ids.ts";
import type { DraftFields } from "../../model/import-draft.ts";
import { readOneFile, readOnePaste, saveDraft } from "./import-testbed.suite.ts";
import { createDraftIntake, type SealedDocument } from "./intake-draft.ts";
import { createFeedIntake } from "./intake-feed.ts";
import { delivery, monday, sourceNamed, VaultForTests } from "./vault-for-intake.suite.ts";

let vault: VaultForTests;
beforeEach(() => {
  vault = new VaultForTests();
});
const note =
  "Points clés\n- Le puits est ouvert.\n- La route est fermée.\nLe puits de Sake est ouvert depuis lundi matin, dit le chef.";

const readOne = (text = note, name = "note.txt") => readOneFile(name, text);
const save = (document: SealedDocument, fields: Partial<DraftFields> = {}) => saveDraft(vault, document, { fields });

describe("an import that is saved", () => {
  test("keeps what the person corrected; with no answer it stays inside", async () => {
    const { id, as } = await save(await readOne(), {
      title: " Puits  de Sake ",
      sourceName: "Équipe eau",
      asOf: "2026-10-18",
    });
    expect(as).toBe("new");
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
    const { id } = await save(await readOne(), { audience: "restricted", label: { scale: "tlp", level: "amber" } });
    expect(vault.heads.get(id)?.handling).toEqual({ audience: "restricted", label: { scale: "tlp", level: "amber" } });
  });

  test("again, under another name or as a paste, is one briefing with two provenances", async () => {
    const first = await save(await readOne());
    const pasted = readOnePaste(note.replaceAll("\n", "\r\n"));
    expect(await createDraftIntake(vault).findStanding(pasted)).toEqual({
      id: first.id,
      has: "same",
    });
    const again = await save(pasted, { title: "Autre titre" });
    expect(again).toMatchObject({
      id: first.id,
      as: "known",
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
      fullText: null,
    };
    vault.apply((await createFeedIntake(vault)({ source, items: [item], delivery, at: monday })).changes);
    const page = await readOne(
      `<html><head><title>Puits</title><link rel="canonical" href="${link}?utm_source=x"></head><body><p>Le puits est ouvert.</p></body></html>`,
      "page.html",
    );
    expect(page.text.fields.link).toBe(link);
    expect(await createDraftIntake(vault).findStanding(page)).not.toBeNull();
    expect(await save(page)).toMatchObject({ as: "known" });
  });

  test("after it was deleted comes back, because a person wants it", async () => {
    const { id } = await save(await readOne());
    vault.apply([{ kind: "briefings-deleted", ids: [id] }]);
    expect(await createDraftIntake(vault).findStanding(await readOne())).toBeNull();
    const again = await save(await readOne(), { title: "Corrigé" });
    expect(again).toMatchObject({ id, as: "new" });
    expect(vault.deleted.has(id)).toBe(false);
    expect(vault.heads.get(id)).toMatchObject({ title: "Corrigé", revision: 2 });
  });

  test("without a word is known by its file: the same picture is one briefing, another one isn't", async () => {
    const empty = { ...(await readOne()).text, body: { blocks: [] } };
    const text = { ...empty, fields: { ...empty.fields, keyPoints: [] } };
    const picture = (digit: number, name: string): SealedDocument => ({
      text: { ...text, fileName: name },
      originalId: brandId<AttachmentId>(String(digit).repeat(32)),
    });
    const first = await save(picture(1, "bridge.png"));
    expect(await save(picture(1, "copy of bridge.png"))).toMatchObject({ id: first.id, as: "known" });
    expect((await save(picture(2, "bridge.png"))).id).not.toBe(first.id);
  });
});
