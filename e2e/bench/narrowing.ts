import { shippedTables } from "../../renderer/library/search/names/shipped-tables.ts";
import type { CorpusBriefing } from "./corpus.ts";
import { type OpenedApp, patienceMs } from "./measured-app.ts";
import { seededRandom, zipfSampler } from "./random.ts";
import { median, percentile, rounded } from "./statistics.ts";

export interface NarrowingFigures {
  readonly count: number;
  /** From a question with a condition to its first rows at the page. */
  readonly hitsP50Ms: number;
  readonly hitsP95Ms: number;
  /** The counts of all its chips. */
  readonly chipsP50Ms: number;
  readonly chipsP95Ms: number;
  readonly questions: readonly {
    readonly q: string;
    readonly hits: number;
    readonly hitsMs: number;
    readonly chipsMs: number;
  }[];
}

const questions = [
  "place:goma",
  'source:"Bulletin 2"',
  `before:${new Date().getFullYear() - 1}`,
  "lang:fr",
  "place:goma lang:fr after:2015",
  "lang:fr OR lang:en OR lang:sw",
];
const rounds = 5;
/** The first time titles are read and lists are made. */
const roundsBefore = 1;

/** Made-up words are no names: a sentence with places and actors, some of them often, is added to each briefing. */
export function* withNames(briefings: Iterable<CorpusBriefing>): Generator<CorpusBriefing> {
  const random = seededRandom(7);
  const { places, actors } = shippedTables;
  const place = zipfSampler(places.length, random);
  const actor = zipfSampler(actors.length, random);
  for (const briefing of briefings) {
    const there = Array.from({ length: 1 + random.below(4) }, () => places[place()]?.name ?? "");
    const whose = Array.from({ length: random.below(3) }, () => actors[actor()]?.name ?? "");
    yield { ...briefing, body: [...briefing.body, `${[...there, ...whose].join(", ")}.`] };
  }
}

/** Conditions and the counts of all chips, asked as a person asks them, in the shipped app. */
export async function measureNarrowing({ page, library }: OpenedApp, count: number): Promise<NarrowingFigures> {
  async function ask(q: string) {
    await library.search.fill("");
    await page.evaluate(() => {
      window.fieldReaderNotes.calls.length = 0;
    });
    await library.search.fill(q);
    const answered = await page.waitForFunction(
      () => {
        const { calls, search } = window.fieldReaderNotes;
        const first = calls.find(({ name }) => name === "first of search" || name === "search");
        const chips = calls.find(({ name }) => name === "countFacets");
        const isWhole = calls.some(({ name }) => name === "search");
        if (first === undefined || chips === undefined || search === null || !isWhole) return null;
        return { hitsMs: first.ms, chipsMs: chips.ms, hits: search.total, hasAllNames: search.hasAllNames };
      },
      null,
      { timeout: patienceMs, polling: 50 },
    );
    return (await answered.jsonValue()) as { hitsMs: number; chipsMs: number; hits: number; hasAllNames: boolean };
  }

  while (!(await ask("place:goma")).hasAllNames) await page.waitForTimeout(2_000);
  const answers = new Map(questions.map((q) => [q, [] as Awaited<ReturnType<typeof ask>>[]]));
  for (let round = 0; round < roundsBefore + rounds; round++) {
    for (const [q, ofQuestion] of answers) {
      const answer = await ask(q);
      if (round >= roundsBefore) ofQuestion.push(answer);
    }
  }
  const all = [...answers.values()].flat();
  const hits = all.map(({ hitsMs }) => hitsMs);
  const chips = all.map(({ chipsMs }) => chipsMs);
  return {
    count,
    hitsP50Ms: rounded(median(hits)),
    hitsP95Ms: rounded(percentile(hits, 0.95)),
    chipsP50Ms: rounded(median(chips)),
    chipsP95Ms: rounded(percentile(chips, 0.95)),
    questions: [...answers].map(([q, ofQuestion]) => ({
      q,
      hits: ofQuestion[0]?.hits ?? 0,
      hitsMs: rounded(median(ofQuestion.map(({ hitsMs }) => hitsMs))),
      chipsMs: rounded(median(ofQuestion.map(({ chipsMs }) => chipsMs))),
    })),
  };
}
