import { expect } from "vitest";
import type { Block } from "../../model/body.ts";
import type { BriefingHead, ReadingState, RevisionContent } from "../../model/briefing.ts";
import { type BriefingId, brandId, type DeliveryId } from "../../model/ids.ts";
import type { AddedName } from "../../model/names.ts";
import { defaultSettings } from "../../model/settings.ts";
import type { Source } from "../../model/source.ts";
import { type Filters, noFilters } from "../../model/view.ts";
import type { Catalogue } from "../vault.ts";
import type { IndexStore } from "./index-store.ts";
import type { SearchedVault } from "./keep-index.ts";
import { NamesKeeper } from "./names/keep-facets.ts";
import { shippedTables } from "./names/shipped-tables.ts";
import { createSearchService, type SearchService } from "./search-service.ts";

export const idOf = (number: number) => brandId<BriefingId>(number.toString(16).padStart(32, "0"));

export interface Given {
  readonly title: string;
  readonly keyPoints?: readonly string[];
  readonly paragraphs: readonly string[];
  readonly language?: "fr" | "en";
  readonly but?: Partial<BriefingHead>;
  readonly state?: Partial<ReadingState>;
}

function bodyOf(paragraphs: readonly string[]): RevisionContent["body"] {
  const blocks = paragraphs.map(
    (text): Block => ({ kind: "paragraph", inlines: [{ kind: "text", text, marks: [], href: null }] }),
  );
  return { blocks };
}

/** A vault with nothing but what search reads of it. */
export class MemoryVault implements SearchedVault {
  readonly heads = new Map<BriefingId, BriefingHead>();
  readonly contents = new Map<BriefingId, RevisionContent>();
  readonly states = new Map<BriefingId, ReadingState>();
  readonly deleted = new Set<BriefingId>();
  sources: readonly Source[] = [];
  addedNames: readonly AddedName[] = [];
  reads = 0;
  isComplete = true;
  whenComplete: Promise<void> = Promise.resolve();

  put(number: number, { title, keyPoints = [], paragraphs, language = "fr", but = {}, state = {} }: Given): BriefingId {
    const id = idOf(number);
    this.states.set(id, { read: false, saved: false, ...state });
    const revision = (this.heads.get(id)?.revision ?? 0) + 1;
    this.contents.set(id, { title, keyPoints, body: bodyOf(paragraphs), attachments: [] });
    this.heads.set(id, {
      id,
      title,
      keyPoints,
      lead: (paragraphs[0] ?? "").slice(0, 200),
      language,
      kind: "sitrep",
      times: { asOf: null, published: number, posted: null, fetched: number },
      expires: null,
      sourceId: null,
      sourceName: "Bulletin du lac",
      authors: [],
      link: null,
      grade: { source: null, information: null },
      handling: { audience: "internal", label: null },
      extractOnly: false,
      fullText: null,
      withdrawn: null,
      wordCount: 10,
      attachments: [],
      kept: [],
      revision,
      revisedAt: null,
      delivery: brandId<DeliveryId>("0".repeat(32)),
      provenances: [],
      ...but,
    });
    return id;
  }

  async readRevisions(ids: readonly BriefingId[]) {
    this.reads++;
    await Promise.resolve();
    return ids.map((id) => this.contents.get(id) ?? null);
  }

  inReadingOrder(ids: readonly BriefingId[]): readonly BriefingId[] {
    return ids;
  }

  get #ids(): BriefingId[] {
    return [...this.heads.keys()].filter((id) => !this.deleted.has(id)).reverse();
  }

  get catalogue(): Catalogue {
    const partly: Partial<Catalogue> = {
      sequence: 1,
      isComplete: this.isComplete,
      whenComplete: this.whenComplete,
      head: (id) => this.heads.get(id) ?? null,
      state: (id) => this.states.get(id) ?? { read: false, saved: false },
      isDeleted: (id) => this.deleted.has(id),
      row: (id) => {
        const head = this.deleted.has(id) ? undefined : this.heads.get(id);
        return head === undefined ? null : { head, state: this.states.get(id) ?? { read: false, saved: false } };
      },
      allIds: () => this.#ids,
      allRows: () =>
        this.#ids.map((id) => ({
          head: this.heads.get(id) as BriefingHead,
          state: this.states.get(id) ?? { read: false, saved: false },
        })),
      sources: () => this.sources,
      lastCheckedAt: () => null,
      settings: () => defaultSettings,
      addedNames: () => this.addedNames,
      idsOf: ({ filters }) => this.#ids.filter((id) => this.heads.get(id)?.language === filters.language),
      counts: () => ({
        sequence: 1,
        all: this.#ids.length,
        unread: 0,
        saved: 0,
        arrivals: 0,
        deleted: 0,
        "since-looked": 0,
      }),
    };
    return partly as Catalogue;
  }
}

export const briefingsChanged = (ids: readonly BriefingId[] | "many") => ({
  sequence: 2,
  kinds: ["briefings"] as const,
  ids,
});

export function smallVault(): MemoryVault {
  const vault = new MemoryVault();
  vault.put(1, {
    title: "Pont de Kalembe coupé",
    paragraphs: ["Les camions attendent.", "Le marché de Pinga est fermé."],
  });
  vault.put(2, { title: "Market day", keyPoints: ["Prices doubled in Sake"], paragraphs: ["Calm."], language: "en" });
  return vault;
}

export class MemoryStore implements IndexStore {
  readonly buffers = new Map<string, Uint8Array>();
  async read(name: string) {
    return this.buffers.get(name) ?? null;
  }
  async write(buffers: ReadonlyMap<string, Uint8Array | null>) {
    for (const [name, bytes] of buffers) {
      if (bytes === null) this.buffers.delete(name);
      else this.buffers.set(name, bytes);
    }
  }
}

export function open(vault: SearchedVault, store: IndexStore | null = null, { now = 0 } = {}) {
  const bugs: unknown[] = [];
  let time = now;
  const common = {
    vault,
    store,
    clock: () => (time += 20),
    wait: () => new Promise<void>((resolve) => setTimeout(resolve, 0)),
    onProgress: () => {},
    onBug: (error: unknown) => bugs.push(error),
  };
  const names = new NamesKeeper({ ...common, shipped: shippedTables, isSearchReading: () => !service.isComplete });
  const service: SearchService = createSearchService({ ...common, names, onText: (document) => names.take(document) });
  const ask = (query: string, filters: Partial<Filters> = {}, limit = 20) =>
    service.search({ query, filters: { ...noFilters, ...filters }, limit });
  const titles = async (query: string, filters?: Partial<Filters>) =>
    (await ask(query, filters)).hits.map((hit) => hit.row.head.title);
  const settle = async () => {
    await names.start();
    await until(() => service.isComplete && names.isComplete);
    expect(bugs).toEqual([]);
  };
  return { service, names, ask, titles, settle };
}

export async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 5_000 && !isSo(); turn++) await new Promise((done) => setTimeout(done, 1));
  expect(isSo()).toBe(true);
}
