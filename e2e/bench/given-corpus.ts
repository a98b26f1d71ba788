import { closeSync, openSync, readSync } from "node:fs";
import type { SearchDocument } from "../../renderer/library/search/search-index.ts";
import { type CorpusBriefing, type CorpusQuery, generateBriefings, generateQueries, queryClasses } from "./corpus.ts";

/** Where briefings and questions come from; every call makes the same ones again, so that nobody has to keep them. */
export interface BenchCorpus {
  briefings(): Iterable<CorpusBriefing>;
  queries(): CorpusQuery[];
}

const seed = 4;
/** Questions are asked about some of the briefings only. */
const askedAbout = 2_000;

export function generatedCorpus(count: number, queriesPerClass: number): BenchCorpus {
  return {
    briefings: () => generateBriefings({ count, seed }),
    queries() {
      const every = Math.max(1, Math.floor(count / askedAbout));
      const some: CorpusBriefing[] = [];
      let number = 0;
      for (const briefing of generateBriefings({ count, seed })) if (number++ % every === 0) some.push(briefing);
      return generateQueries(some, { perClass: queriesPerClass, seed: seed + 1 });
    },
  };
}

/** JSON Lines: a briefing `{id,title,keyPoints,body,lang}` and a question `{q,expect,class}` a line. */
export function givenCorpus(corpusFile: string, queriesFile: string, count: number): BenchCorpus {
  return {
    *briefings() {
      let number = 0;
      for (const line of linesOf(corpusFile)) {
        if (number++ >= count) return;
        yield briefingFrom(JSON.parse(line) as Given<keyof CorpusBriefing>);
      }
    },
    queries: () => [...linesOf(queriesFile)].map((line) => queryFrom(JSON.parse(line) as Given<keyof CorpusQuery>)),
  };
}

export function countLines(file: string): number {
  let lines = 0;
  for (const _line of linesOf(file)) lines++;
  return lines;
}

export function documentOf({ id, title, keyPoints, body }: CorpusBriefing, time: number): SearchDocument {
  return { id, revision: 1, time, title, keyPoints, sourceName: "Bulletin", body };
}

type Given<Name extends string> = Readonly<Record<Name, unknown>>;

function briefingFrom(given: Given<keyof CorpusBriefing>): CorpusBriefing {
  const { id, title, keyPoints, body, lang } = given;
  const text = Array.isArray(body) ? body.map(String) : String(body ?? "").split(/\n{2,}/);
  return {
    id: String(id),
    title: String(title ?? ""),
    keyPoints: Array.isArray(keyPoints) ? keyPoints.map(String) : [],
    body: text,
    lang: lang === "en" || lang === "sw" ? lang : "fr",
  };
}

function queryFrom(given: Given<keyof CorpusQuery>): CorpusQuery {
  const kind = queryClasses.find((known) => known === given.class);
  return { q: String(given.q), expect: String(given.expect), class: kind ?? "exact" };
}

const bytesPerRead = 1 << 20;

function* linesOf(file: string): Generator<string> {
  const descriptor = openSync(file, "r");
  const decoder = new TextDecoder();
  const bytes = new Uint8Array(bytesPerRead);
  let rest = "";
  try {
    for (let length = readSync(descriptor, bytes); length > 0; length = readSync(descriptor, bytes)) {
      const lines = (rest + decoder.decode(bytes.subarray(0, length), { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      yield* lines.filter((line) => line.trim() !== "");
    }
    if (rest.trim() !== "") yield rest;
  } finally {
    closeSync(descriptor);
  }
}
