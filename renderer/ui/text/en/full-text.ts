import type { FullTextChoice } from "../../../model/full-text.ts";
import { pluralsIn } from "../plurals.ts";

const plural = pluralsIn("en");
const articles = (count: number) => plural(count, { one: "# article", other: "# articles" });

export interface FullTextText {
  /** In a source's settings. */
  readonly label: string;
  readonly choices: { readonly [Choice in FullTextChoice]: string };
  readonly hint: (facts: { readonly bytes: string; readonly most: string; readonly count: number }) => string;
  /** On an opened extract. */
  readonly get: (bytes: string) => string;
  readonly getThisOne: (bytes: string) => string;
  readonly getting: (bytes: string) => string;
  readonly stop: string;
  readonly fetched: (facts: { readonly date: string; readonly bytes: string }) => string;
  readonly compare: string;
  readonly missed: (facts: { readonly date: string; readonly what: string }) => string;
  /** In the bottom line's details. */
  readonly progress: (facts: { readonly done: string; readonly total: number }) => string;
  readonly tally: (facts: { readonly fetched: number; readonly missed: number; readonly left: number }) => string;
}

export const fullText: FullTextText = {
  label: "Where only extracts come, the full text",
  choices: { never: "never", ask: "when I ask", always: "always" },
  hint: ({ bytes, most, count }) =>
    `From the article’s web page: about ${bytes} each. “Always” gets the newest first, at most ${articles(count)} each time, so up to ${most} more.`,
  get: (bytes) => `Get the full text (about ${bytes})`,
  getThisOne: (bytes) => `Get this one in full (about ${bytes})`,
  getting: (bytes) => `Getting the text: ${bytes} so far`,
  stop: "Stop",
  fetched: ({ date, bytes }) =>
    `Full text, taken from the article’s web page on ${date} (${bytes}). The source itself sent an extract.`,
  compare: "Compare with the extract",
  missed: ({ date, what }) => `Full text asked for on ${date}: ${what} The extract stays.`,
  progress: ({ done, total }) => `full texts: ${done} of ${total}`,
  tally: ({ fetched, missed, left }) =>
    [
      fetched > 0 ? plural(fetched, { one: "# full text", other: "# full texts" }) : "",
      missed > 0 ? plural(missed, { one: "# not to be had", other: "# not to be had" }) : "",
      left > 0 ? plural(left, { one: "# left for next time", other: "# left for next time" }) : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
};
