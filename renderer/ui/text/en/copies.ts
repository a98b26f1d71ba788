import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("en");

/** One thing that came by several ways, and one text that several sources carry. */
export const copies = {
  count: (count: number) => say(count, { one: "# copy of one dispatch", other: "# copies of one dispatch" }),
  unread: (count: number) => say(count, { one: "# unread", other: "# unread" }),
  closed: "the others are hidden, E shows them",
  opened: "the others stand below, E hides them",
  copy: "copy of the same dispatch",
  grouped: (count: number) => say(count, { one: "# copy grouped", other: "# copies grouped" }),
  sameText: (sources: number) =>
    say(sources, {
      one: "The same text from # source: copies of one dispatch, not confirmations.",
      other: "The same text from # sources: copies of one dispatch, not # confirmations.",
    }),
  others: "The other copies",
  markRead: "Mark all copies as read",
  none: "This text has no copies here.",
  /** `way` = "by the source X". */
  also: ({ way, when }: { way: string; when: string }) => `also ${way}, ${when}`,
};

export type CopiesText = typeof copies;
