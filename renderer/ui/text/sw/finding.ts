import type { FindingText } from "../en/finding.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("sw");
const results = (count: number): string => say(count, { one: "tokeo jipya #", other: "matokeo mapya #" });

export const finding: FindingText = {
  savedSearches: "Utafutaji uliowekwa",
  save: "Weka utafutaji huu",
  savedAlready: "Utafutaji huu umewekwa.",
  details: "Jina na mengine",
  unread: (count) => say(count, { one: "# haijasomwa", other: "# hazijasomwa" }),
  dialog: {
    title: "Utafutaji uliowekwa",
    name: "Jina",
    searchesFor: "Unatafuta",
    withFilters: "pamoja na vichujio vilivyowekwa",
    remove: "Ondoa",
    gone: "Utafutaji huu haupo tena.",
  },
  notice: {
    saved: (name) => `“${name}” uko kati ya utafutaji uliowekwa.`,
    renamed: (name) => `Sasa utafutaji unaitwa “${name}”.`,
    removed: (name) => `“${name}” umeondolewa. Ripoti zinabaki.`,
    newHits: ({ count, names }) => `Kuna ${results(count)} kwa ${names.map((name) => `“${name}”`).join(", ")}.`,
  },
  notification: { title: "Field Reader", text: (count) => `Kuna ${results(count)}` },
  palette: {
    label: "Nenda au fanya",
    nothing: "Hakuna kitu chenye jina kama hilo.",
    kinds: {
      command: "Amri",
      source: "Chanzo",
      "saved-search": "Utafutaji uliowekwa",
      place: "Mahali",
      actor: "Mhusika",
      briefing: "Ripoti",
    },
    place: (name, territories) => `${name} — ${territories.join(", ")}`,
  },
  history: {
    label: "Utafutaji wa mwisho",
    clear: "Futa utafutaji wa mwisho",
    cleared: "Utafutaji wa mwisho umefutwa.",
  },
  settings: {
    title: "Utafutaji",
    history: "Onyesha utafutaji wangu wa mwisho",
    historyHint: "Chini ya kisanduku cha kutafuta kikiwa tupu. Atakayesoma hapa baada yako angeuona; ukizima, hufutwa.",
    notifications: "Niarifu kwenye skrini utafutaji uliowekwa unapopata matokeo mapya",
    notificationsHint: "Ni idadi tu, kamwe si maneno.",
    refused: "Kivinjari hiki hakiruhusu kuonyesha kitu nje ya dirisha lake.",
  },
};
