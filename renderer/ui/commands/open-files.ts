import type { Command } from "./command.ts";

export const openFiles: Command = {
  id: "open-files",
  label: (t) => t.commands.openFiles,
  group: "library",
  keys: ["CmdOrCtrl+O"],
  run: ({ screen }) => screen.chooseFiles(),
};
