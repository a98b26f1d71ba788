import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("en");

/** Files kept with a briefing: in the reader, before one is saved out, in an import's preview. */
export const attachments = {
  heading: "Files kept here",
  pictures: "Pictures",
  kind: {
    picture: "picture",
    pdf: "PDF",
    word: "Word document",
    document: "document",
    mail: "e-mail",
    page: "web page",
    text: "text",
    archive: "archive",
    sound: "sound",
    film: "film",
    other: "file",
  },
  role: { original: "the file it was read from", attachment: "came with it" },
  facts: ({ kind, bytes, role }: { kind: string; bytes: string; role: string }) => `${kind} · ${bytes} · ${role}`,
  total: ({ count, bytes }: { count: number; bytes: string }) =>
    `${say(count, { one: "# file", other: "# files" })}, ${bytes} together.`,
  saveCopy: "Save a copy",
  saveCopyOf: ({ name }: { name: string }) => `Save a copy of “${name}”`,
  remove: "Remove to free space",
  removeOf: ({ name }: { name: string }) => `Remove “${name}” to free space`,
  removed: ({ name }: { name: string }) => `“${name}” removed. Its space is freed at one of the next starts.`,
  savedOut: ({ name }: { name: string }) => `A copy of “${name}” was handed to the browser or system to save.`,
  pictureLoading: "The picture is being read…",
  leaves: "The copy leaves the sealed library: whoever has this computer, or the stick it goes to, can open it.",
  meantFor: ({ audience }: { audience: string }) => `This briefing is for: ${audience}.`,
  hidden:
    "The original can hold where, when and with which camera it was taken. The cleaned copy shows the same picture without that.",
  untrusted: "Nobody has checked this file. Open it only if you trust where it comes from.",
  saveCleaned: "Save the cleaned copy",
  saveOriginal: "Save the original",
  reading: ({ percent }: { percent: string }) => `Reading… ${percent}`,
  kept: "Kept with it, sealed",
  sizeInSettings: "Files kept with briefings",
};

export type AttachmentsText = typeof attachments;
