import type { BriefingHead, RevisionContent } from "../../model/briefing.ts";
import { canonicalLink } from "../../model/canonical-link.ts";
import type { Change } from "../../model/changes.ts";
import { type BriefingId, brandId, type DeliveryId, type SourceId } from "../../model/ids.ts";
import type { Source } from "../../model/source.ts";
import type { Catalogue } from "../vault.ts";
import type { IntakeVault } from "./intake-feed.ts";

/** As much of a vault as intake asks for, in memory. */
export class VaultForTests implements IntakeVault {
  readonly heads = new Map<BriefingId, BriefingHead>();
  readonly deleted = new Set<BriefingId>();
  readonly #digests = new Map<BriefingId, string[]>();
  readonly #contents = new Map<string, RevisionContent>();

  readonly catalogue = {
    whenComplete: Promise.resolve(),
    head: (id: BriefingId) => this.heads.get(id) ?? null,
    isDeleted: (id: BriefingId) => this.deleted.has(id),
    allIds: () => [...this.heads.keys()].filter((id) => !this.deleted.has(id)),
    digests: (id: BriefingId) => this.#digests.get(id) ?? [],
    findByLink: (link: string) =>
      [...this.heads.values()].find((head) => head.link !== null && canonicalLink(head.link) === link)?.id ?? null,
  } as unknown as Catalogue;

  sealRevision(id: BriefingId, revision: number, content: RevisionContent): Promise<Uint8Array> {
    this.#contents.set(`${id} ${revision}`, content);
    return Promise.resolve(new Uint8Array([revision]));
  }

  readRevision(id: BriefingId, revision: number | null): Promise<RevisionContent | null> {
    return Promise.resolve(this.#contents.get(`${id} ${revision ?? this.heads.get(id)?.revision}`) ?? null);
  }

  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind === "revision-arrived") {
        this.heads.set(change.head.id, change.head);
        this.#digests.set(change.head.id, [...this.catalogue.digests(change.head.id), change.contentDigest]);
      } else if (change.kind === "provenance-added") {
        const head = this.heads.get(change.id) as BriefingHead;
        this.heads.set(change.id, { ...head, provenances: [...head.provenances, change.provenance] });
      } else if (change.kind === "briefings-deleted") for (const id of change.ids) this.deleted.add(id);
      else if (change.kind === "briefings-restored") for (const id of change.ids) this.deleted.delete(id);
    }
  }

  titles(): string[] {
    return [...this.heads.values()].map((head) => head.title);
  }
}

export const delivery = brandId<DeliveryId>("d".repeat(32));
export const monday = Date.UTC(2026, 9, 19, 14);

export function sourceNamed(name: string, but: Partial<Source> = {}): Source {
  return {
    id: brandId<SourceId>(
      Array.from(name.padEnd(16, "-").slice(0, 16), (letter) =>
        (letter.charCodeAt(0) & 255).toString(16).padStart(2, "0"),
      ).join(""),
    ),
    address: `https://${name}.example.org/feed`,
    name,
    homePage: null,
    format: "rss",
    flavour: "plain",
    rank: 2,
    enabled: true,
    audience: "public",
    permissions: { insecure: false, local: false },
    folder: null,
    fullText: "never",
    ...but,
  };
}
