import type { PresetKey } from "../../../model/preset-sources.ts";
import type { LeftOutReason } from "../../../model/source-list.ts";
import { pluralsIn } from "../plurals.ts";

const plural = pluralsIn("en");
const sources = (count: number) => plural(count, { one: "# source", other: "# sources" });

export interface ListsText {
  readonly title: (facts: { readonly count: number }) => string;
  readonly reading: string;
  readonly hint: string;
  readonly tickAll: string;
  readonly untickAll: string;
  readonly noFolder: string;
  readonly alreadyHere: string;
  readonly insecure: string;
  readonly leftOut: (facts: { readonly count: number }) => string;
  readonly reasons: { readonly [Reason in LeftOutReason]: string };
  readonly add: (facts: { readonly count: number }) => string;
  readonly adding: string;
  readonly nothingNew: string;
  readonly folder: string;
  readonly folderHint: string;
  readonly notFetchedYet: string;
  readonly presets: {
    readonly title: string;
    readonly intro: string;
    readonly label: string;
    readonly notChecked: string;
    readonly checked: (when: string) => string;
    readonly by: (publisher: string) => string;
    readonly what: { readonly [Key in PresetKey]: string };
  };
  readonly ways: {
    readonly choose: string;
    readonly chooseHint: string;
    readonly takeOver: string;
    readonly others: string;
  };
  readonly export: {
    readonly title: string;
    readonly holds: (facts: { readonly count: number }) => string;
    readonly without: string;
    readonly keys: string;
    readonly local: (facts: { readonly count: number }) => string;
    readonly nothing: string;
    readonly save: string;
    readonly fileName: string;
  };
}

export const lists: ListsText = {
  title: ({ count }) => plural(count, { one: "A list with # source", other: "A list of # sources" }),
  reading: "Reading the list…",
  hint: "Nothing is fetched yet. “Get” will ask the sources that you add.",
  tickAll: "Tick all",
  untickAll: "Untick all",
  noFolder: "Without a folder",
  alreadyHere: "already here",
  insecure: "not protected (http): stays switched off until you allow it",
  leftOut: ({ count }) => plural(count, { one: "# left out", other: "# left out" }),
  reasons: {
    "local-address": "on someone’s own network",
    "bad-address": "not a web address",
    "no-address": "without an address",
    twice: "twice in the list",
    "other-list": "another list, which is not followed",
    "commented-out": "switched off in the list",
    "too-many": "past the limit",
  },
  add: ({ count }) => (count === 0 ? "Add" : `Add ${sources(count)}`),
  adding: "Adding…",
  nothingNew: "All of these sources are already here.",
  folder: "Folder",
  folderHint: "Sources of one folder stand together.",
  notFetchedYet: "not fetched yet",
  presets: {
    title: "Choose sources",
    intro: "Public sources on eastern DR Congo. Nothing is fetched before you press “Get”.",
    label: "Sources to choose from",
    notChecked: "not checked from here",
    checked: (when) => `answered here ${when}`,
    by: (publisher) => `by ${publisher}`,
    what: {
      "reliefweb-fr": "Reports and updates of all agencies",
      "reliefweb-en": "Reports and updates of all agencies",
      ocha: "What OCHA publishes on DR Congo",
      "un-news-fr": "United Nations news on Africa",
      "un-news-en": "United Nations news on Africa",
      "un-news-sw": "United Nations news",
      "radio-okapi": "Congolese radio with correspondents in the provinces",
      "actualite-cd": "Congolese news site",
      "rfi-afrique": "Radio news on Africa",
      "bbc-swahili": "World and African news",
      "new-humanitarian": "Reporting on crises",
    },
  },
  ways: {
    choose: "Choose sources",
    chooseHint: "ReliefWeb, OCHA, Radio Okapi and others",
    takeOver: "Take over a colleague’s list (OPML)",
    others: "Other ways",
  },
  export: {
    title: "Export the list of sources",
    holds: ({ count }) => `The file holds the names, addresses and folders of ${sources(count)}.`,
    without: "No briefing is in it, nor what was read or saved.",
    keys: "An address may contain a personal key: look before you pass it on.",
    local: ({ count }) => `${sources(count)} on your own network left out: the address means nothing elsewhere.`,
    nothing: "There is no source to export yet.",
    save: "Save the file",
    fileName: "field-reader-sources.opml",
  },
};
