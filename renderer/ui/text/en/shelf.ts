import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("en");
const references = (count: number) => say(count, { one: "# reference", other: "# references" });

/** The reference shelf: what its texts say of themselves, and what can be done with it. */
export const shelf = {
  name: "References",
  about: "Written by the Field Reader team. Reference, not news.",
  count: references,
  /** On every text, joined with what follows. */
  notNews: "Reference, not news",
  writtenBy: "written by the Field Reader team",
  checked: (date: string) => `checked on ${date}`,
  reviewBefore: (date: string) => `review before ${date}`,
  due: "to be checked",
  sources: (names: string) => `sources: ${names}`,
  dueSince: (date: string) => `To be checked: it was due for review before ${date}.`,
  notReviewed: "This text in Kiswahili has not been reviewed in Goma yet.",
  versions: "This text in",
  tools: "Shelf of references",
  removeAll: "Remove the shelf",
  restoreAll: "Put back",
  removed: (count: number) => say(count, { one: "# removed", other: "# removed" }),
  empty: "The references are removed.",
  emptyNext: "They come with the app and can be put back without a network.",
  remove: "Remove from the shelf",
  removedNotice: ({ count }: { count: number }) =>
    count === 1 ? "Reference removed." : `${references(count)} removed.`,
  restoredNotice: ({ count }: { count: number }) =>
    count === 1 ? "Reference put back." : `${references(count)} put back.`,
  welcome: "Read the references",
  welcomeHint: "Short texts on reading, quoting and passing on news",
};

export type ShelfText = typeof shelf;
