import { type BriefingId, brandId } from "../../model/ids.ts";
import type { Catalogue } from "../vault.ts";
import { holdsPhrases, needsTexts, phrasesIn } from "./phrases.ts";
import type { PlainTexts } from "./plain-texts.ts";
import type { PreparedSearch } from "./prepare-search.ts";
import type { Hit } from "./rank.ts";

/** A phrase is looked up in the texts themselves, best hits first. */
export const maxPhraseCandidates = 400;
const textsPerRead = 20;

export interface KeepPhrasesNeeds {
  readonly catalogue: Catalogue;
  /** In the order asked; null = damaged. */
  readonly readTexts: (ids: readonly BriefingId[]) => Promise<readonly (PlainTexts | null)[]>;
  readonly isOver: () => boolean;
}

/** Whether a search can only be decided by reading the texts themselves. */
export function asksTexts({ query, narrowing }: Pick<PreparedSearch, "query" | "narrowing">): boolean {
  return needsTexts(query) || narrowing.withPhrases.length > 0;
}

export interface KeptHits {
  readonly hits: readonly Hit[];
  /** Every text that had to be read was. */
  readonly isWhole: boolean;
}

/** Keeps the hits whose texts hold the phrases asked for. Texts are read only where nothing else decides. */
export async function keepPhrases(
  prepared: PreparedSearch,
  hits: readonly Hit[],
  { catalogue, readTexts, isOver }: KeepPhrasesNeeds,
): Promise<KeptHits> {
  const kept = new Set<string>();
  const open: BriefingId[] = [];
  let isWhole = true;
  for (const hit of hits) {
    const id = brandId<BriefingId>(hit.id);
    if (!needsTexts(prepared.query) && holds(prepared, id, null, catalogue)) kept.add(id);
    else if (open.length < maxPhraseCandidates) open.push(id);
    else isWhole = false;
  }
  for (let from = 0; from < open.length && !isOver(); from += textsPerRead) {
    const ids = open.slice(from, from + textsPerRead);
    const texts = await readTexts(ids);
    ids.forEach((id, at) => {
      const read = texts[at] ?? null;
      if (read !== null && holdsPhrases(read, prepared.query) && holds(prepared, id, read, catalogue)) kept.add(id);
    });
  }
  return { hits: hits.filter(({ id }) => kept.has(id)), isWhole };
}

/** Of each OR between conditions and phrases one side; without the texts no phrase counts. */
function holds({ narrowing }: PreparedSearch, id: BriefingId, texts: PlainTexts | null, catalogue: Catalogue): boolean {
  const head = catalogue.head(id);
  if (head === null) return false;
  const state = catalogue.state(id);
  const stands = texts === null ? () => false : phrasesIn(texts);
  return narrowing.withPhrases.every(({ otherwise, phrases }) => otherwise(head, state) || phrases.some(stands));
}
