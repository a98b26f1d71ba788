import { FakeMachine } from "../../host/fake-host.ts";
import type { DraftFields } from "../../model/import-draft.ts";
import type { ReadText } from "../import/import-tools.ts";
import { startNodePdfWorker } from "../import/node-pdf-worker.suite.ts";
import { createDraftIntake, type DraftTaken, type SealedDocument } from "./intake-draft.ts";
import { createImportReaders } from "./read-imports.ts";
import { delivery, monday, type VaultForTests } from "./vault-for-intake.suite.ts";

const readers = createImportReaders({
  limits: { fileBytes: 1_000_000 },
  startPdfWorker: startNodePdfWorker,
  host: new FakeMachine().connect(),
});

const sealed = (text: ReadText): SealedDocument => ({ text, originalId: null });

/** A file as the shipped readers read it. */
export async function readOneFile(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<SealedDocument> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const read = await readers.readFile({ name, bytes });
  const [document] = read.ok ? read.value : [];
  if (document === undefined) throw new Error("not read");
  return sealed(document.text);
}

export function readOnePaste(text: string): SealedDocument {
  const read = readers.readPaste({ text, html: null });
  if (!read.ok || "address" in read.value) throw new Error("not a text");
  return sealed(read.value);
}

/** The way from a draft into a vault in memory. */
export async function saveDraft(
  vault: VaultForTests,
  document: SealedDocument,
  { fields = {}, at = monday }: { readonly fields?: Partial<DraftFields>; readonly at?: number } = {},
): Promise<DraftTaken> {
  const wish = { document, fields: { ...document.text.fields, ...fields }, delivery, at, earlier: [] };
  const taken = await createDraftIntake(vault).intake(wish);
  vault.apply(taken.changes);
  return taken;
}
