import type { NamedKind } from "../../../model/saved-search.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("en");

/** Saved searches, the command palette and the history of searches. */
export interface FindingText {
  readonly savedSearches: string;
  readonly save: string;
  readonly savedAlready: string;
  readonly details: string;
  readonly unread: (count: number) => string;
  readonly dialog: {
    readonly title: string;
    readonly name: string;
    readonly searchesFor: string;
    readonly withFilters: string;
    readonly remove: string;
    readonly gone: string;
  };
  readonly notice: {
    readonly saved: (name: string) => string;
    readonly renamed: (name: string) => string;
    readonly removed: (name: string) => string;
    readonly newHits: (facts: { readonly count: number; readonly names: readonly string[] }) => string;
  };
  readonly notification: { readonly title: string; readonly text: (count: number) => string };
  readonly palette: {
    readonly label: string;
    readonly nothing: string;
    readonly kinds: Readonly<Record<NamedKind, string>>;
    readonly place: (name: string, territories: readonly string[]) => string;
  };
  readonly history: { readonly label: string; readonly clear: string; readonly cleared: string };
  readonly settings: {
    readonly title: string;
    readonly history: string;
    readonly historyHint: string;
    readonly notifications: string;
    readonly notificationsHint: string;
    readonly refused: string;
  };
}

export const finding: FindingText = {
  savedSearches: "Saved searches",
  save: "Save this search",
  savedAlready: "This search is saved.",
  details: "Name and more",
  unread: (count) => say(count, { one: "# unread", other: "# unread" }),
  dialog: {
    title: "Saved search",
    name: "Name",
    searchesFor: "Looks for",
    withFilters: "with the filters that were set",
    remove: "Remove",
    gone: "This search isn’t there any more.",
  },
  notice: {
    saved: (name) => `“${name}” is among the saved searches.`,
    renamed: (name) => `The search is now called “${name}”.`,
    removed: (name) => `“${name}” removed. The briefings stay.`,
    newHits: ({ count, names }) =>
      `${say(count, { one: "# new result", other: "# new results" })} for ${names.map((n) => `“${n}”`).join(", ")}.`,
  },
  notification: {
    title: "Field Reader",
    text: (count) => say(count, { one: "# new result", other: "# new results" }),
  },
  palette: {
    label: "Go to or do",
    nothing: "Nothing has a name like this.",
    kinds: {
      command: "Command",
      source: "Source",
      "saved-search": "Saved search",
      place: "Place",
      actor: "Actor",
      briefing: "Briefing",
    },
    place: (name, territories) => `${name} — ${territories.join(", ")}`,
  },
  history: { label: "Last searches", clear: "Clear the last searches", cleared: "The last searches are gone." },
  settings: {
    title: "Search",
    history: "Show my last searches",
    historyHint:
      "Under the empty search box. Whoever reads here after you would see them; switching it off clears them.",
    notifications: "Tell me on the desktop when a saved search has new results",
    notificationsHint: "Only how many, never what.",
    refused: "This browser doesn’t let the app show anything outside its window.",
  },
};
