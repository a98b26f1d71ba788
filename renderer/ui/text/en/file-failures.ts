import type { FailuresText } from "../failure-sentence.ts";

const nothingAdded = "Nothing was added or changed.";

/** Why a file that was to be imported isn't, or not all that were brought. */
export type FileFailuresText = Pick<
  FailuresText,
  | "password-protected"
  | "encrypted-mail"
  | "damaged-file"
  | "expanding-archive"
  | "unsafe-archive"
  | "nested-archive"
  | "plain-archive"
  | "quarantined-file"
  | "too-much-at-once"
  | "too-many-files"
  | "reading-stopped"
  | "closed-folder"
>;

export const fileFailures: FileFailuresText = {
  "password-protected": () => ({
    what: "The file is locked with a password.",
    safe: nothingAdded,
    next: "Open it in its own program, save it without the password, and import that.",
  }),
  "encrypted-mail": () => ({
    what: "This e-mail is encrypted for the person it was sent to.",
    safe: nothingAdded,
    next: "Open it in your mail program, copy its text and paste it here.",
  }),
  "damaged-file": () => ({
    what: "The file is damaged, or only a part of it arrived.",
    safe: nothingAdded,
    next: "Ask for it again.",
  }),
  "expanding-archive": () => ({
    what: "Unpacked, the file would fill this computer’s memory. It may have been made to do that.",
    safe: nothingAdded,
    next: "Ask who sent it, and for the documents one by one.",
  }),
  "unsafe-archive": () => ({
    what: "The file has names inside that lead out of their folder, as harmful files do.",
    safe: nothingAdded,
    next: "Don’t unpack it. Ask who sent it.",
  }),
  "nested-archive": () => ({
    what: "There is an archive inside the archive, and that isn’t opened.",
    safe: nothingAdded,
    next: "Unpack both, then import the files that you need.",
  }),
  "plain-archive": () => ({
    what: "The archive holds neither a document nor a chat.",
    safe: nothingAdded,
    next: "Unpack it, then import the files inside.",
  }),
  "quarantined-file": () => ({
    what: "This file stopped the reading program twice. It isn’t opened any more.",
    safe: nothingAdded,
    next: "Ask for it in another form, as text or as another PDF.",
  }),
  "too-much-at-once": ({ limit }, { bytes }) => ({
    what: `More than ${bytes(limit)} of text wait to be saved.`,
    safe: "What was read before it waits in the preview.",
    next: "Save that first, then import this file again.",
  }),
  "reading-stopped": () => ({
    what: "You stopped before all files were read: those read by then are here.",
    safe: "The others are untouched where they lie.",
    next: "Save these, then bring the others in a second go.",
  }),
  "closed-folder": () => ({
    what: "The system doesn’t let all that is in this folder be seen.",
    safe: "The folder is untouched. What could be seen of it was read.",
    next: "Copy its files into a folder of your own and bring that, or ask whoever looks after this computer.",
  }),
  "too-many-files": ({ taken }, { count }) => ({
    what: `There are more files than are read at once: the first ${count(taken)} were taken.`,
    safe: "The others are untouched where they lie.",
    next: "Save these, then bring the others in a second go, one folder after another.",
  }),
};
