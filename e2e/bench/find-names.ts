// `node build/run-ts.mjs e2e/bench/find-names.ts`: how many briefings a second are searched for names. Last line JSON.
import { NameFinder } from "../../renderer/library/search/names/find-names.ts";
import { shippedTables } from "../../renderer/library/search/names/shipped-tables.ts";
import { generateBriefings } from "./corpus.ts";
import { machineLoad, rounded, timed } from "./statistics.ts";

const count = 5_000;
const { value: finder, ms: makeMs } = timed(() => new NameFinder(shippedTables));
const texts = [...generateBriefings({ count, seed: 4 })].map(({ title, keyPoints, body }) => [
  title,
  ...keyPoints,
  ...body,
]);
let named = 0;
const { ms } = timed(() => {
  for (const ofBriefing of texts) if (finder.find(ofBriefing).places.length > 0) named++;
});
process.stdout.write(`load ${machineLoad()}\n`);
process.stdout.write(
  `${JSON.stringify({ perSecond: Math.round(count / (ms / 1000)), makeMs: rounded(makeMs), named })}\n`,
);
