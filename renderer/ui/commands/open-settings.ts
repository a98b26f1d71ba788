import type { Command } from "./command.ts";

export const openSettings: Command = {
  id: "open-settings",
  label: (t) => t.commands.openSettings,
  group: "library",
  keys: ["CmdOrCtrl+,"],
  run: ({ screen }) => screen.openDialog("settings", null),
};
