import type { Command } from "./command.ts";

export const search: Command = {
  id: "search",
  label: (t) => t.commands.search,
  group: "go",
  keys: ["CmdOrCtrl+K", "/"],
  run: ({ screen }) => screen.focusSearch(),
};
