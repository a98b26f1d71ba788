import type { RefusedRow } from "../../../model/own-names.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("en");

/** Names that people add to the tables of places and actors. */
export const ownNames = {
  title: "Own names",
  hint: "Add a spelling that your team uses, or a place that the program doesn’t know. Searches and briefings then find it too.",
  none: "No own names yet.",
  kind: "What it names",
  kinds: { place: "A place", actor: "An organisation or group" },
  name: "Name",
  variants: "Other spellings",
  variantsHint: "With commas between them.",
  sameAs: "Means the same as",
  sameAsHint: "A name that is known already, for example Kibati (Walikale). Leave it empty for something new.",
  territory: "Territory",
  noTerritory: "Choose",
  add: "Add",
  list: "Own names",
  remove: (name: string) => `Remove ${name}`,
  removeShort: "Remove",
  more: (count: number) => say(count, { one: "Show # more", other: "Show # more" }),
  another: (name: string) => `another spelling of ${name}`,
  save: "Save as a file",
  open: "Open a file of names",
  opened: ({ added, refused }: { added: number; refused: number }) =>
    `${say(added, { one: "# name added", other: "# names added" })}, ${say(refused, { one: "# left out", other: "# left out" })}.`,
  why: {
    "no-name": "no name",
    "already-known": "already known",
    "unknown-name": "means a name that isn’t known, or that several places have",
    "no-territory": "a place without a territory",
    circle: "names that only mean each other",
    "too-many": "too many",
  } satisfies Record<RefusedRow, string> as Record<RefusedRow, string>,
  refusedRow: ({ why, count, example }: { why: string; count: number; example: string }) =>
    `${why}: ${count}${example === "" ? "" : ` (${example})`}`,
};

export type OwnNamesText = typeof ownNames;
