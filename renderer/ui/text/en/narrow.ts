import type { Territory } from "../../../model/names.ts";
import type { OperatorKey } from "../../../model/query/query-operators.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("en");
const briefings = (count: number) => say(count, { one: "# briefing", other: "# briefings" });

interface SilenceFacts {
  /** How long nothing came; null = nothing ever did. */
  readonly places: readonly { readonly place: string; readonly days: number | null }[];
  readonly checked: number;
  readonly enabled: number;
}

/** Narrowing a search: chips, hints, areas, and names that people add. */
export const narrow = {
  /** Written behind a place's name, so that a search can read it again. */
  territory: {
    goma: "Goma city",
    "beni-city": "Beni city",
    butembo: "Butembo city",
    beni: "Beni territory",
    lubero: "Lubero",
    masisi: "Masisi",
    nyiragongo: "Nyiragongo",
    rutshuru: "Rutshuru",
    walikale: "Walikale",
    kalehe: "Kalehe, South Kivu",
    mambasa: "Mambasa, Ituri",
  } satisfies Record<Territory, string> as Record<Territory, string>,
  place: (name: string, territories: readonly string[]) => `${name} (${territories.join(", ")})`,
  operator: {
    place: "place",
    territory: "territory",
    actor: "actor",
    source: "source",
    lang: "language",
    in: "words in",
    is: "only",
    has: "with",
    before: "before",
    after: "from",
  } satisfies Record<OperatorKey, string> as Record<OperatorKey, string>,
  without: (what: string) => `without ${what}`,
  or: "or",
  chips: "This search is narrowed",
  remove: (what: string) => `Remove ${what}`,
  groups: "Narrow the search",
  group: {
    places: "Places",
    territories: "Territories",
    sources: "Sources",
    actors: "Actors",
    languages: "Languages",
    months: "Months",
    more: "More",
  },
  chip: (name: string, count: number) => `${name}: ${briefings(count)}`,
  unread: "unread",
  saved: "saved",
  reference: "reference",
  attachment: "with an attachment",
  inTitle: "words in the title",
  value: { title: "the title", unread: "unread", saved: "saved", reference: "reference", attachment: "an attachment" },
  hint: {
    "open-quote": "A quotation mark is open: it was searched as words.",
    "operator-meant": (typed: string) => `“${typed}” was searched as a word. Did you mean:`,
    "value-missing": (operator: string) => `What should “${operator}” be? It was left out.`,
    "or-alone": "OR stands between two words or conditions, neither with a minus. Here it was left out.",
    "or-as-word": (typed: string) =>
      `Everything is in capitals, so “${typed}” was searched as a word. To find one or the other:`,
    "or-read": (typed: string) => `“${typed}” was read as “one or the other”. As a plain word:`,
    "query-cut": "The question is very long: only its beginning was searched.",
    "date-unknown": (value: string) =>
      `“${value}” is no date. Dates are written 2026, 2026-10, 2026-10-05, yesterday or 30d.`,
    "value-unknown": (value: string, known: string) => `“${value}” isn’t known here. Known: ${known}.`,
    "place-unknown": (value: string) => `“${value}” is in no table of places; it was searched as a word.`,
    "place-elsewhere": (value: string, places: string) => `There is no ${value}. There is ${places}.`,
    "place-several": (value: string) => `${value} is the name of several places; all were searched. Only:`,
    "territory-too": "The town was searched. The whole territory:",
    "territory-unknown": (value: string) => `“${value}” is no territory here; it was searched as a word.`,
    "actor-unknown": (value: string) => `“${value}” is in no table of names; it was searched as a word.`,
    "source-unknown": (value: string) => `No source is called “${value}”.`,
    "names-incomplete": ({ done, outOf }: { done: string; outOf: string }) =>
      `Places and names have been looked for in ${done} of ${outOf} briefings so far.`,
    nearest: "Did you mean:",
  },
  silence: ({ places, checked, enabled }: SilenceFacts) =>
    `${places
      .map(({ place, days }, at) =>
        days === null
          ? `${at === 0 ? "No" : "no"} report on ${place} is here`
          : `0 reports on ${place} for ${say(days, { one: "# day", other: "# days" })}`,
      )
      .join(
        ", ",
      )}: ${checked} of ${say(enabled, { one: "# source", other: "# sources" })} checked in the last 24 hours – absence of reports is no proof of calm.`,
  wider: {
    condition: ({ count, written }: { count: number; written: string }) => `${briefings(count)} without “${written}”`,
    filters: (count: number) => `${briefings(count)} without the filters`,
    all: (count: number) => `${briefings(count)} without conditions and filters`,
  },
  areas: {
    title: "My areas",
    hint: "Lists and searches begin with these. What they leave out is always counted beside them. None chosen: everywhere.",
    shown: (areas: string) => `My areas: ${areas}.`,
    outside: (count: number) => `${say(count, { one: "# more", other: "# more" })} outside my areas`,
    noneOutside: "Nothing more outside them.",
    counted: "in my areas",
    nothingInside: "Nothing in my areas.",
    showAll: "Show everywhere",
    everywhere: "Everywhere is shown.",
    back: "Only my areas",
  },
};

export type NarrowText = typeof narrow;
