import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type CorpusQuery, type QueryClass, queryClasses } from "./corpus.ts";
import { type BenchCorpus, documentOf } from "./given-corpus.ts";
import { createEngine, type EngineName, freshDocuments, type SearchEngine } from "./search-engines.ts";
import { median, percentile, rounded, timed } from "./statistics.ts";

/** null = couldn't be measured: `reason` says why. */
export interface SearchFigures {
  readonly engine: EngineName;
  readonly count: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly recall: Readonly<Record<QueryClass, number | null>>;
  readonly mrr: number | null;
  readonly buildMs: number | null;
  readonly loadMs: number | null;
  readonly add1Ms: number | null;
  readonly add100Ms: number | null;
  readonly delete1Ms: number | null;
  readonly dict400kP95Ms: number | null;
  readonly memoryMb: number | null;
  readonly diskMb: number | null;
  readonly reason?: string;
}

const perBatch = 250;
const mebibyte = 1024 * 1024;
const longestBuildMs = 120_000;
/** An engine that takes longer than this for a question is asked ten of them only. */
const slowMs = 500;
const queriesForSlow = 10;
/** Nor is anyone waited for longer than this in all: who is slower is asked fewer, of each class as many. */
const longestAskingMs = 60_000;
const warmUps = 100;
const longestWarmUpMs = 3_000;
const limit = 50;
const largeDictionary = 400_000;

export function unmeasured(engine: EngineName, count: number, reason: string): SearchFigures {
  const recall = Object.fromEntries(queryClasses.map((kind) => [kind, null])) as Record<QueryClass, null>;
  return {
    engine,
    count,
    p50Ms: null,
    p95Ms: null,
    recall,
    mrr: null,
    buildMs: null,
    loadMs: null,
    add1Ms: null,
    add100Ms: null,
    delete1Ms: null,
    dict400kP95Ms: null,
    memoryMb: null,
    diskMb: null,
    reason,
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

interface Built {
  readonly name: EngineName;
  readonly engine: SearchEngine;
  readonly buildMs: number;
  /** null = an engine before this one in the process let go of more meanwhile. */
  readonly memoryMb: number | null;
}

/** Texts are made batch by batch and forgotten, so that the memory measured is the engine's alone. */
function build(name: EngineName, corpus: BenchCorpus): Built | { readonly tooSlow: number } {
  const before = usedBytes();
  const engine = createEngine(name);
  let buildMs = 0;
  let processorMs = 0;
  const add = (): void => {
    const before = process.cpuUsage();
    buildMs += timed(() => engine.add(batch)).ms;
    const { user, system } = process.cpuUsage(before);
    processorMs += (user + system) / 1000;
    batch = [];
  };
  let number = 0;
  let batch: ReturnType<typeof documentOf>[] = [];
  for (const briefing of corpus.briefings()) {
    batch.push(documentOf(briefing, number++));
    if (batch.length < perBatch) continue;
    add();
    // By the processor's time: a busy machine gives up on nothing that a quiet one would wait for.
    if (processorMs > longestBuildMs) return { tooSlow: number };
  }
  add();
  buildMs += timed(() => engine.finish()).ms;
  const used = usedBytes() - before;
  return { name, engine, buildMs, memoryMb: used < 0 ? null : used / mebibyte };
}

interface Answers {
  readonly latencies: number[];
  readonly found: Map<QueryClass, number[]>;
  reciprocalRanks: number;
  asked: number;
  /** Asked ten questions only. */
  readonly isSlow: boolean;
  /** Asked every so manieth question. */
  readonly every: number;
}

/** Every engine answers the same question before the next is asked; each time another begins. */
function askInterleaved(built: readonly Built[], queries: readonly CorpusQuery[]): Map<EngineName, Answers> {
  const answers = new Map<EngineName, Answers>();
  for (const { name, engine } of built) answers.set(name, startAnswers(engine, queries));
  for (const [number, query] of queries.entries()) {
    for (let turn = 0; turn < built.length; turn++) {
      const { name, engine } = built[(turn + number) % built.length] as Built;
      const answer = answers.get(name) as Answers;
      const isDone = answer.latencies.length >= queriesForSlow || sum(answer.latencies) > longestAskingMs;
      if ((answer.isSlow && isDone) || number % answer.every !== 0) continue;
      const { value, ms } = timed(() => engine.search(query.q, limit));
      answer.latencies.push(ms);
      answer.asked++;
      const rank = value.indexOf(query.expect);
      answer.found.get(query.class)?.push(rank >= 0 && rank < 10 ? 1 : 0);
      if (rank >= 0) answer.reciprocalRanks += 1 / (rank + 1);
    }
  }
  return answers;
}

/** The first question says whether an engine is slow; a slow one's first answer counts, as it has few. */
function startAnswers(engine: SearchEngine, queries: readonly CorpusQuery[]): Answers {
  const first = timed(() => engine.search(queries[0]?.q ?? "", limit)).ms;
  const isSlow = first > slowMs;
  let warmUpMs = 0;
  let warmed = 0;
  for (const { q } of isSlow ? [] : queries.slice(0, warmUps)) {
    if (warmUpMs > longestWarmUpMs) break;
    warmUpMs += timed(() => engine.search(q, limit)).ms;
    warmed++;
  }
  const expectedMs = (warmUpMs / Math.max(1, warmed)) * queries.length;
  const every = isSlow ? queries.length / queriesForSlow : expectedMs / longestAskingMs;
  return {
    latencies: isSlow ? [first] : [],
    found: new Map(queryClasses.map((kind) => [kind, []])),
    reciprocalRanks: 0,
    asked: 0,
    isSlow,
    every: Math.max(1, isSlow ? Math.floor(every) : Math.ceil(every)),
  };
}

/** All given engines in this process. */
export function measureTogether(
  names: readonly EngineName[],
  count: number,
  corpus: BenchCorpus,
  say: (what: string) => void,
): SearchFigures[] {
  const queries = corpus.queries();
  const built: Built[] = [];
  const figures: SearchFigures[] = [];
  for (const name of names) {
    const one = build(name, corpus);
    if ("tooSlow" in one) {
      figures.push(
        unmeasured(name, count, `${one.tooSlow} of ${count} briefings after ${longestBuildMs / 1000} s of building`),
      );
      say(`${name}: the build was given up`);
    } else {
      built.push(one);
      say(`${name}: ${count} briefings in ${rounded(one.buildMs / 1000)} s`);
    }
  }
  const answers = askInterleaved(built, queries);
  for (const one of built) figures.push(figuresOf(one, answers.get(one.name) as Answers, count, queries));
  return names.flatMap((name) => figures.filter(({ engine }) => engine === name));
}

function figuresOf(
  { name, engine, buildMs, memoryMb }: Built,
  { latencies, found, reciprocalRanks, asked, isSlow, every }: Answers,
  count: number,
  queries: readonly CorpusQuery[],
): SearchFigures {
  const share = (hits: readonly number[]): number | null =>
    isSlow || hits.length === 0 ? null : rounded(sum(hits) / hits.length, 3);
  const kept = engine.keep?.() ?? null;
  const loads = kept === null ? [] : [1, 2, 3].map(() => timed(kept.load).ms);
  const fresh = freshDocuments();
  const add1Ms = median(fresh.slice(0, 30).map((document) => timed(() => engine.add([document])).ms));
  const add100Ms = timed(() => engine.add(fresh.slice(30))).ms;
  const delete1Ms = median(fresh.slice(0, 30).map(({ id }) => timed(() => engine.remove(id)).ms));
  let dict400kP95Ms: number | null = null;
  if (engine.fillDictionary !== null) {
    engine.fillDictionary(largeDictionary);
    const larger = queries.map(({ q }) => timed(() => engine.search(q, limit)).ms);
    dict400kP95Ms = rounded(percentile(larger, 0.95), 2);
  }
  return {
    engine: name,
    count,
    p50Ms: rounded(median(latencies), 2),
    p95Ms: rounded(percentile(latencies, 0.95), 2),
    recall: Object.fromEntries([...found].map(([kind, hits]) => [kind, share(hits)])) as Record<
      QueryClass,
      number | null
    >,
    mrr: isSlow ? null : rounded(reciprocalRanks / asked, 3),
    buildMs: rounded(buildMs, 0),
    loadMs: loads.length === 0 ? null : rounded(median(loads), 0),
    add1Ms: rounded(add1Ms, 2),
    add100Ms: rounded(add100Ms),
    delete1Ms: rounded(delete1Ms, 3),
    dict400kP95Ms,
    memoryMb: memoryMb === null ? null : rounded(memoryMb),
    diskMb: kept === null ? null : rounded(kept.bytes / mebibyte),
    ...(isSlow || every > 1 ? { reason: reasonOf(latencies.length, { isSlow }) } : {}),
  };
}

function reasonOf(asked: number, { isSlow }: { readonly isSlow: boolean }): string {
  return isSlow
    ? `over ${slowMs} ms a question: asked ${asked} only`
    : `asked ${asked} questions, as many as ${longestAskingMs / 1000} s take`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
