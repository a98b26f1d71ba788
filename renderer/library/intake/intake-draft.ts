import type { BriefingHead, Provenance, RevisionContent } from "../../model/briefing.ts";
import { canonicalLink } from "../../model/canonical-link.ts";
import type { Change } from "../../model/changes.ts";
import { type BriefingId, brandId, type DeliveryId } from "../../model/ids.ts";
import type { DraftFields } from "../../model/import-draft.ts";
import { cleanLine } from "../../model/plain-characters.ts";
import type { Instant } from "../../model/time.ts";
import { attachmentIdOf } from "../attachments/attachment-id.ts";
import { measureBody } from "../body/build-body.ts";
import type { ReadDocument } from "../import/import-tools.ts";
import { contentDigest } from "./content-digest.ts";
import { digestId } from "./digest.ts";
import { isFrontPage } from "./identity-link.ts";
import type { IntakeVault } from "./intake-feed.ts";
import { signatureOf } from "./signature-of.ts";

export interface DraftTaken {
  readonly id: BriefingId;
  readonly isNew: boolean;
  readonly changes: readonly Change[];
}

export interface DraftIntake {
  /** The briefing that holds this text or this page already; deleted ones count as gone. */
  findSame(document: ReadDocument): Promise<BriefingId | null>;
  intake(arrival: {
    readonly document: ReadDocument;
    readonly fields: DraftFields;
    readonly delivery: DeliveryId;
    readonly at: Instant;
  }): Promise<DraftTaken>;
}

/**
 * The id of an imported text, made from its words as they were read: the same for a file, its copy under another name
 * and a paste of it, in every vault. What a person corrects in the preview doesn't change it.
 */
async function importedId({ text: { fields, body }, original }: ReadDocument): Promise<BriefingId> {
  // A picture, or a page that was scanned: the file is all there is to know it by.
  if (original !== null && fields.keyPoints.length === 0 && body.blocks.length === 0) {
    return brandId<BriefingId>(await digestId("briefing", "import-file", await attachmentIdOf(original.bytes)));
  }
  const words = await contentDigest({ title: "", keyPoints: fields.keyPoints, body, attachments: [] });
  return brandId<BriefingId>(await digestId("briefing", "import", words));
}

export function createDraftIntake(vault: IntakeVault): DraftIntake {
  const isHere = (id: BriefingId) => vault.catalogue.head(id) !== null && !vault.catalogue.isDeleted(id);

  function sameByLink(link: string | null): BriefingId | null {
    const canonical = link === null ? null : canonicalLink(link);
    const id = canonical === null || isFrontPage(canonical) ? null : vault.catalogue.findByLink(canonical);
    return id !== null && isHere(id) ? id : null;
  }

  return {
    async findSame(document) {
      await vault.catalogue.whenComplete;
      const id = await importedId(document);
      return isHere(id) ? id : sameByLink(document.text.fields.link);
    },

    async intake({ document, fields, delivery, at }) {
      await vault.catalogue.whenComplete;
      const own = await importedId(document);
      const { fileName, body } = document.text;
      const way = fileName === "" ? "paste" : "file";
      const provenance: Provenance = { way, sourceId: null, delivery, label: fileName, at };
      const same = isHere(own) ? own : sameByLink(fields.link);
      if (same !== null)
        return { id: same, isNew: false, changes: [{ kind: "provenance-added", id: same, provenance }] };
      // Saved by hand after it was deleted: the person wants it back, with what they corrected now.
      const before = vault.catalogue.head(own);
      const restored: Change[] = before === null ? [] : [{ kind: "briefings-restored", ids: [own] }];
      const content: RevisionContent = {
        title: cleanLine(fields.title),
        keyPoints: fields.keyPoints.map(cleanLine).filter((point) => point !== ""),
        body,
        attachments: [],
      };
      const head = headOf({ own, content, fields, provenance, before });
      const digest = await contentDigest(content);
      if (before !== null && vault.catalogue.digests(own).includes(digest)) {
        return { id: own, isNew: true, changes: [...restored, { kind: "provenance-added", id: own, provenance }] };
      }
      const sealed = await vault.sealRevision(own, head.revision, content);
      const arrived: Change = {
        kind: "revision-arrived",
        head,
        contentDigest: digest,
        signature: signatureOf(content),
        marksUnread: true,
        body: sealed,
      };
      return { id: own, isNew: true, changes: [arrived, ...restored] };
    },
  };
}

function headOf({
  own,
  content,
  fields,
  provenance,
  before,
}: {
  own: BriefingId;
  content: RevisionContent;
  fields: DraftFields;
  provenance: Provenance;
  before: BriefingHead | null;
}): BriefingHead {
  return {
    id: own,
    title: content.title,
    keyPoints: content.keyPoints,
    ...measureBody(content.body, content.keyPoints),
    language: fields.language,
    kind: fields.kind,
    times: { asOf: fields.asOf, published: fields.published, posted: null, fetched: provenance.at },
    expires: null,
    sourceId: null,
    sourceName: cleanLine(fields.sourceName),
    authors: [],
    link: fields.link,
    grade: { source: null, information: null },
    // A hand import with no answer stays inside.
    handling: { audience: fields.audience ?? "internal", label: fields.label },
    extractOnly: false,
    fullText: null,
    withdrawn: null,
    attachments: [],
    kept: before?.kept ?? [],
    revision: (before?.revision ?? 0) + 1,
    revisedAt: before === null ? null : provenance.at,
    delivery: provenance.delivery,
    provenances: [...(before?.provenances ?? []), provenance],
  };
}
