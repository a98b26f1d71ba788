import type { BodyTree } from "../../model/body.ts";
import type { BriefingHead, Provenance, RevisionContent } from "../../model/briefing.ts";
import { canonicalLink } from "../../model/canonical-link.ts";
import type { Change } from "../../model/changes.ts";
import { type AttachmentId, type BriefingId, brandId, type DeliveryId } from "../../model/ids.ts";
import type { DraftFields, DraftStanding } from "../../model/import-draft.ts";
import { cleanLine } from "../../model/plain-characters.ts";
import type { Instant } from "../../model/time.ts";
import { measureBody } from "../body/build-body.ts";
import { signatureOf } from "../copies/signature-of.ts";
import type { ReadText } from "../import/import-tools.ts";
import { asSaidBefore, findChatDay, type StandingDay } from "./chat-days.ts";
import { contentDigest } from "./content-digest.ts";
import { digestId } from "./digest.ts";
import { isFrontPage } from "./identity-link.ts";
import type { IntakeVault } from "./intake-feed.ts";

/** What a file says, its own bytes lying on the disk already. */
export interface SealedDocument {
  readonly text: ReadText;
  /** null = nothing to know it by but its words. */
  readonly originalId: AttachmentId | null;
}

export interface DraftTaken {
  readonly id: BriefingId;
  readonly as: "new" | "revision" | "known";
  readonly changes: readonly Change[];
  /** What its changes make of it; null = its text stays as it was. */
  readonly arrived: { readonly head: BriefingHead; readonly body: BodyTree } | null;
}

export interface DraftIntake {
  /** The briefing that holds this text, this page, or an earlier part of it; deleted ones count as gone. */
  findStanding(document: SealedDocument): Promise<DraftStanding | null>;
  intake(arrival: {
    readonly document: SealedDocument;
    readonly fields: DraftFields;
    readonly delivery: DeliveryId;
    readonly at: Instant;
    /** What goes into the same batch before it: in no vault yet. */
    readonly earlier: readonly DraftTaken[];
  }): Promise<DraftTaken>;
}

/** What the same batch brings, by id: the newest of each. */
type Beside = ReadonlyMap<BriefingId, NonNullable<DraftTaken["arrived"]>>;

/**
 * The id of an imported text, made from its words as they were read: the same for a file, its copy under another name
 * and a paste of it, in every vault. What a person corrects in the preview doesn't change it.
 */
async function importedId({ text: { fields, body }, originalId }: SealedDocument): Promise<BriefingId> {
  // A picture, or a page that was scanned: the file is all there is to know it by.
  if (originalId !== null && fields.keyPoints.length === 0 && body.blocks.length === 0) {
    return brandId<BriefingId>(await digestId("briefing", "import-file", originalId));
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

  async function standingOf(
    { text }: SealedDocument,
    own: BriefingId,
    { link, beside }: { readonly link: string | null; readonly beside: Beside },
  ): Promise<StandingDay | null> {
    const same = isHere(own) || beside.has(own) ? own : sameByLink(link);
    if (same !== null) return { id: same, grown: null };
    return text.isChatDay ? findChatDay(chatDays(beside), text) : null;
  }

  const headOver = (id: BriefingId, beside: Beside) => beside.get(id)?.head ?? vault.catalogue.head(id);

  function chatDays(beside: Beside): Parameters<typeof findChatDay>[0] {
    return {
      *heads() {
        for (const id of new Set([...beside.keys(), ...vault.catalogue.allIds()])) {
          const head = headOver(id, beside);
          if (head !== null) yield head;
        }
      },
      bodyOf: async (id) => beside.get(id)?.body ?? (await vault.readRevision(id, null))?.body ?? null,
    };
  }

  return {
    async findStanding(document) {
      await vault.catalogue.whenComplete;
      const { link } = document.text.fields;
      const standing = await standingOf(document, await importedId(document), { link, beside: new Map() });
      return standing === null ? null : { id: standing.id, has: standing.grown === null ? "same" : "less" };
    },

    async intake({ document, fields: typed, delivery, at, earlier }) {
      await vault.catalogue.whenComplete;
      const beside: Beside = new Map(earlier.flatMap(({ id, arrived }) => (arrived === null ? [] : [[id, arrived]])));
      const imported = await importedId(document);
      const { fileName } = document.text;
      const way = fileName === "" ? "paste" : "file";
      const provenance: Provenance = { way, sourceId: null, delivery, label: fileName, at };
      const standing = await standingOf(document, imported, { link: typed.link, beside });
      if (standing !== null && standing.grown === null) {
        const changes: Change[] = [{ kind: "provenance-added", id: standing.id, provenance }];
        return { id: standing.id, as: "known", changes, arrived: null };
      }
      const own = standing?.id ?? imported;
      const body = standing?.grown ?? document.text.body;
      // Saved by hand after it was deleted: the person wants it back, with what they corrected now.
      const before = headOver(own, beside);
      const fields = before === null || standing === null ? typed : asSaidBefore(typed, document.text.fields, before);
      const restored: Change[] =
        before === null || standing !== null ? [] : [{ kind: "briefings-restored", ids: [own] }];
      const content: RevisionContent = {
        title: cleanLine(fields.title),
        keyPoints: fields.keyPoints.map(cleanLine).filter((point) => point !== ""),
        body,
        attachments: [],
      };
      const head = headOf({ own, content, fields, provenance, before });
      const digest = await contentDigest(content);
      if (before !== null && vault.catalogue.digests(own).includes(digest)) {
        const changes: Change[] = [...restored, { kind: "provenance-added", id: own, provenance }];
        return { id: own, as: "new", changes, arrived: null };
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
      const as = standing === null ? "new" : "revision";
      return { id: own, as, changes: [arrived, ...restored], arrived: { head, body } };
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
