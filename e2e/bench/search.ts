import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type SearchDocument, SearchIndex } from "../../renderer/library/search/search-index.ts";
import {
  type CorpusBriefing,
  type CorpusQuery,
  generateBriefings,
  generateQueries,
  type QueryClass,
  queryClasses,
} from "./corpus.ts";
import { machineLoad, median, percentile, rounded, timed } from "./statistics.ts";

interface SearchFigures {
  readonly engine: "field-reader";
  readonly count: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly recall: Readonly<Record<QueryClass, number>>;
  readonly mrr: number;
  readonly buildMs: number;
  readonly loadMs: number;
  readonly add1Ms: number;
  readonly add100Ms: number;
  readonly delete1Ms: number;
  readonly memoryMb: number;
  readonly diskMb: number;
}

const seed = 4;
const perBatch = 500;
const mebibyte = 1024 * 1024;

function documentOf(briefing: CorpusBriefing, time: number): SearchDocument {
  const { id, title, keyPoints, body } = briefing;
  return { id, revision: 1, time, title, keyPoints, sourceName: "Bulletin", body };
}

/** Texts are made batch by batch and forgotten, so that the memory measured is the index alone. */
function buildIndex(count: number): { index: SearchIndex; buildMs: number; kept: CorpusBriefing[] } {
  const index = new SearchIndex();
  const kept: CorpusBriefing[] = [];
  const keepEvery = Math.max(1, Math.floor(count / 2_000));
  let buildMs = 0;
  let number = 0;
  let batch: SearchDocument[] = [];
  const flush = (): void => {
    buildMs += timed(() => index.add(batch)).ms;
    batch = [];
  };
  for (const briefing of generateBriefings({ count, seed })) {
    batch.push(documentOf(briefing, number));
    if (number++ % keepEvery === 0) kept.push(briefing);
    if (batch.length === perBatch) flush();
  }
  flush();
  buildMs += timed(() => {
    index.serialise();
    for (const _step of index.tidy());
  }).ms;
  return { index, buildMs, kept };
}

function ask(index: SearchIndex, queries: readonly CorpusQuery[]) {
  const limit = 50;
  for (const { q } of queries.slice(0, 100)) index.search({ query: q, limit });
  const latencies: number[] = [];
  const found = new Map<QueryClass, number[]>(queryClasses.map((kind) => [kind, []]));
  let reciprocalRanks = 0;
  for (const query of queries) {
    const { value, ms } = timed(() => index.search({ query: query.q, limit }));
    latencies.push(ms);
    const rank = value.hits.findIndex((hit) => hit.id === query.expect);
    found.get(query.class)?.push(rank >= 0 && rank < 10 ? 1 : 0);
    if (rank >= 0) reciprocalRanks += 1 / (rank + 1);
    if (verbose && (rank < 0 || rank >= 10)) {
      process.stderr.write(`${query.class}: ${query.q} → place ${rank + 1} of ${value.total}\n`);
    }
  }
  const recall = Object.fromEntries(
    [...found].map(([kind, hits]) => [kind, rounded(hits.reduce((sum, hit) => sum + hit, 0) / hits.length, 3)]),
  ) as Record<QueryClass, number>;
  return {
    p50Ms: rounded(median(latencies), 2),
    p95Ms: rounded(percentile(latencies, 0.95), 2),
    recall,
    mrr: rounded(reciprocalRanks / queries.length, 3),
  };
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function usedBytes(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function measure(count: number): SearchFigures {
  const before = usedBytes();
  const { index, buildMs, kept } = buildIndex(count);
  const queries = generateQueries(kept, { perClass: queriesPerClass, seed: seed + 1 });
  kept.length = 0;
  const memoryMb = rounded((usedBytes() - before) / mebibyte);
  const answers = ask(index, queries);

  const { parts } = index.serialise();
  const diskMb = rounded(parts.reduce((sum, part) => sum + part.bytes.length, 0) / mebibyte);
  const loads = [1, 2, 3].map(() => timed(() => SearchIndex.load(parts)));
  if (loads.some(({ value }) => value === null || value.size !== count))
    throw new Error("the kept index can't be read");

  const fresh = [...generateBriefings({ count: 130, seed: seed + 2 })].map((briefing, number) => ({
    ...documentOf(briefing, count + number),
    id: `new-${number}`,
  }));
  const add1Ms = median(fresh.slice(0, 30).map((document) => timed(() => index.add([document])).ms));
  const add100Ms = timed(() => index.add(fresh.slice(30))).ms;
  const delete1Ms = median(fresh.slice(0, 30).map(({ id }) => timed(() => index.remove([id])).ms));
  process.stderr.write(`  ${index.termCount} terms, estimate ${rounded(index.memoryBytes / mebibyte)} MB\n`);
  return {
    engine: "field-reader",
    count,
    ...answers,
    buildMs: rounded(buildMs, 0),
    loadMs: rounded(median(loads.map(({ ms }) => ms)), 0),
    add1Ms: rounded(add1Ms, 2),
    add100Ms: rounded(add100Ms),
    delete1Ms: rounded(delete1Ms, 3),
    memoryMb,
    diskMb,
  };
}

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "2000,10000" },
    "queries-per-class": { type: "string", default: "200" },
    verbose: { type: "boolean", default: false },
  },
});
const queriesPerClass = Number(values["queries-per-class"]);
const verbose = values.verbose;

const engines: SearchFigures[] = [];
for (const count of values.count.split(",").map(Number)) engines.push(measure(count));
const load = machineLoad();
console.table(engines.map(({ recall, ...figures }) => ({ ...figures, ...recall })));
console.log(`machine's load ${load}`);
console.log(JSON.stringify({ engines, load }));
