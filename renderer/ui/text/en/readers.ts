import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("en");

/** Who reads on this laptop, and what came since they last looked. */
export const readers = {
  who: "Who is reading?",
  reading: (name: string) => `Reader: ${name}`,
  unnamed: "no name yet",
  protectsNothing:
    "A name protects nothing: whoever opens this laptop can read everything. It only keeps apart what each of you has read, saved and set.",
  list: "Readers",
  readsNow: "reads now",
  rename: (name: string) => `Rename: ${name}`,
  remove: (name: string) => `Remove: ${name}`,
  newName: "New name",
  keepName: "Save the name",
  leaveName: "Leave it as it is",
  addTitle: "Add a reader",
  name: "Name",
  nameHint: "For example “Night shift”.",
  add: "Add and read by this name",
  keys: "Keys 1 to 9 choose. Esc goes on as before.",
  goOn: "Go on",
  notice: {
    "reader-chosen": ({ name }: { name: string }) => `Reading now: ${name}.`,
    "reader-removed": ({ name }: { name: string }) =>
      `Removed from the readers: ${name}. What was read or saved under that name isn’t shown any more.`,
    "reader-renamed": ({ name }: { name: string }) => `New name: ${name}.`,
    looked: ({ count }: { count: number }) =>
      say(count, { one: "# briefing noted as seen.", other: "# briefings noted as seen." }),
  },
  sinceLooked: {
    label: "What came since you last looked",
    last: (when: string) => `You last looked ${when}.`,
    never: "You haven’t looked yet: everything that came is here.",
    alerts: (count: number) => say(count, { one: "# alert", other: "# alerts" }),
    filesAndPastes: "Files and pastes",
    onlyThis: (name: string) => `Show only ${name}`,
    more: (count: number) => say(count, { one: "and # more source", other: "and # more sources" }),
    seen: "I have seen this",
    nothing: "Nothing has come since you last looked.",
    nothingYet: "Nothing has come yet.",
  },
};

export type ReadersText = typeof readers;
