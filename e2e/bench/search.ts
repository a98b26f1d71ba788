import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { type BenchCorpus, countLines, generatedCorpus, givenCorpus } from "./given-corpus.ts";
import { type InAppFigures, measureInApp } from "./keystrokes.ts";
import { measureTogether, type SearchFigures, unmeasured } from "./measure-search.ts";
import { type EngineName, engineNames } from "./search-engines.ts";
import { machineLoad } from "./statistics.ts";

/** Up to here all engines fit into one process, where their answers can be timed in turn. */
const mostTogether = 10_000;
/** Making the corpus, 120 s of building, the questions: beyond that a child is stuck. */
const longestChildMs = 900_000;
const childHeapMb = 6_000;

const { values } = parseArgs({
  options: {
    count: { type: "string" },
    only: { type: "string" },
    corpus: { type: "string" },
    queries: { type: "string" },
    "queries-per-class": { type: "string", default: "200" },
    "no-keystrokes": { type: "boolean", default: false },
    /** What a child process is started with. */
    child: { type: "string" },
  },
});
const say = (what: string): void => void process.stderr.write(`${what}\n`);

function corpusOf(count: number): BenchCorpus {
  if (values.corpus !== undefined && values.queries !== undefined)
    return givenCorpus(values.corpus, values.queries, count);
  return generatedCorpus(count, Number(values["queries-per-class"]));
}

function countsAsked(): number[] {
  const given = values.corpus === undefined ? null : countLines(values.corpus);
  if (values.count === undefined) return given === null ? [1_000, 10_000, 50_000] : [given];
  return [
    ...new Set(values.count.split(",").map((count) => Math.min(Number(count), given ?? Number.POSITIVE_INFINITY))),
  ];
}

function enginesAsked(): EngineName[] {
  const { only } = values;
  if (only === undefined) return [...engineNames];
  const wanted = engineNames.filter((name) => only.split(",").includes(name));
  if (wanted.length === 0) throw new Error(`no such engine: ${only}. There are ${engineNames.join(", ")}.`);
  return wanted;
}

/** An engine alone in a process: what it does to the memory, and how it fails, touches no other. */
function measureInChild(engine: EngineName, count: number): Promise<SearchFigures> {
  const passedOn = ["corpus", "queries", "queries-per-class"] as const;
  const options = passedOn.flatMap((name) => (values[name] === undefined ? [] : [`--${name}`, values[name]]));
  const script = process.argv[1] as string;
  const heap = `--max-old-space-size=${childHeapMb}`;
  const child = spawn(process.execPath, [heap, script, "--child", engine, "--count", String(count), ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), longestChildMs);
  let output = "";
  child.stdout.on("data", (data) => {
    output += String(data);
  });
  return new Promise((resolve) => {
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      const line = output.trim().split("\n").at(-1) ?? "";
      if (code === 0 && line !== "") resolve(JSON.parse(line) as SearchFigures);
      else if (signal === "SIGKILL") resolve(unmeasured(engine, count, "took too long"));
      else resolve(unmeasured(engine, count, `ended early, mostly for want of memory (over ${childHeapMb} MB)`));
    });
  });
}

async function measureAll(count: number): Promise<SearchFigures[]> {
  const engines = enginesAsked();
  if (count <= mostTogether || engines.length === 1) return measureTogether(engines, count, corpusOf(count), say);
  const figures: SearchFigures[] = [];
  for (const engine of engines) figures.push(await measureInChild(engine, count));
  return figures;
}

if (values.child !== undefined) {
  const [figures] = measureTogether(
    [values.child as EngineName],
    Number(values.count),
    corpusOf(Number(values.count)),
    say,
  );
  process.stdout.write(`${JSON.stringify(figures)}\n`);
} else {
  const counts = countsAsked();
  const engines: SearchFigures[] = [];
  for (const count of counts) {
    const figures = await measureAll(count);
    engines.push(...figures);
    say(`${count} briefings, machine's load ${machineLoad()}`);
  }
  const largest = Math.max(...counts);
  const isOurs = enginesAsked().includes("field-reader");
  let inApp: InAppFigures | null = null;
  if (isOurs && !values["no-keystrokes"]) inApp = await measureInApp(corpusOf(largest), largest, say);
  const { keystroke, narrowing } = inApp ?? { keystroke: null, narrowing: null };
  console.table(engines.map(({ recall, reason, ...figures }) => ({ ...figures, ...recall, reason: reason ?? "" })));
  if (keystroke !== null) console.table([{ figure: "keystroke to results", ...keystroke }]);
  if (narrowing !== null) console.table(narrowing.questions);
  console.log(`machine's load ${machineLoad()}`);
  console.log(JSON.stringify({ engines, keystroke, narrowing }));
}
