import type { CopiesText } from "../en/copies.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("sw");

export const copies: CopiesText = {
  count: (count) => say(count, { one: "nakala # ya habari moja", other: "nakala # za habari moja" }),
  unread: (count) => say(count, { one: "# haijasomwa", other: "# hazijasomwa" }),
  closed: "nyingine zimefichwa, E huzionyesha",
  opened: "nyingine zinafuata chini, E huzificha",
  copy: "nakala ya habari hiyo hiyo",
  grouped: (count) => say(count, { one: "nakala # imekusanywa", other: "nakala # zimekusanywa" }),
  sameText: (sources) =>
    say(sources, {
      one: "Maandishi yale yale kutoka chanzo #: nakala za habari moja, si uthibitisho.",
      other: "Maandishi yale yale kutoka vyanzo #: nakala za habari moja, si uthibitisho #.",
    }),
  others: "Nakala nyingine",
  markRead: "Weka nakala zote kuwa zimesomwa",
  none: "Maandishi haya hayana nakala hapa.",
  also: ({ way, when }) => `pia ${way}, ${when}`,
};
