import type { Command } from "./command.ts";

export const showShortcuts: Command = {
  id: "show-shortcuts",
  label: (t) => t.commands.showShortcuts,
  group: "help",
  keys: ["?"],
  run: ({ screen }) => screen.openDialog("shortcuts", null),
};
