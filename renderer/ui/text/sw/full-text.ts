import type { FullTextText } from "../en/full-text.ts";
import { pluralsIn } from "../plurals.ts";

const plural = pluralsIn("sw");
const articles = (count: number) => plural(count, { one: "makala #", other: "makala #" });

export const fullText: FullTextText = {
  label: "Maandishi kamili, panapokuja dondoo tu",
  choices: { never: "kamwe", ask: "ninapoomba", always: "kila mara" },
  hint: ({ bytes, most, count }) =>
    `Kutoka ukurasa wa makala: karibu ${bytes} kila moja. “Kila mara”: mpya kwanza, ${articles(count)} kwa mara moja zaidi, hivyo hadi ${most} zaidi.`,
  get: (bytes) => `Leta maandishi kamili (karibu ${bytes})`,
  getThisOne: (bytes) => `Leta hii yote (karibu ${bytes})`,
  getting: (bytes) => `Inaleta maandishi: ${bytes} zimefika`,
  stop: "Simamisha",
  fetched: ({ date, bytes }) =>
    `Maandishi kamili, kutoka ukurasa wa makala tarehe ${date} (${bytes}). Chanzo chenyewe kilituma dondoo.`,
  compare: "Linganisha na dondoo",
  missed: ({ date, what }) => `Maandishi kamili yaliombwa tarehe ${date}: ${what} Dondoo inabaki.`,
  progress: ({ done, total }) => `maandishi kamili: ${done} kati ya ${total}`,
  tally: ({ fetched, missed, left }) =>
    [
      fetched > 0 ? plural(fetched, { one: "maandishi kamili #", other: "maandishi kamili #" }) : "",
      missed > 0 ? plural(missed, { one: "# haipatikani", other: "# hazipatikani" }) : "",
      left > 0 ? plural(left, { one: "# kwa mara ijayo", other: "# kwa mara ijayo" }) : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
};
