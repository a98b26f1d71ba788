import type { Command } from "./command.ts";

export const showAll: Command = {
  id: "show-all",
  label: (t) => t.commands.showAll,
  group: "view",
  keys: ["g a"],
  run: ({ screen }) => screen.showView({ kind: "all" }),
};
