import type { Command } from "./command.ts";

export const openFolder: Command = {
  id: "open-folder",
  label: (t) => t.commands.openFolder,
  group: "library",
  keys: ["CmdOrCtrl+Shift+O"],
  run: ({ screen }) => screen.chooseFolder(),
};
