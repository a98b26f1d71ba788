import type { Command } from "./command.ts";

export const pasteText: Command = {
  id: "paste-text",
  label: (t) => t.commands.pasteText,
  group: "library",
  keys: ["CmdOrCtrl+V"],
  keysAreNative: true,
  run: ({ screen }) => screen.openDialog("paste", null),
};
