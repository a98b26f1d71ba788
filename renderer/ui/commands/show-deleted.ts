import type { Command } from "./command.ts";

export const showDeleted: Command = {
  id: "show-deleted",
  label: (t) => t.commands.showDeleted,
  group: "view",
  keys: ["g d"],
  run: ({ screen }) => screen.showView({ kind: "deleted" }),
};
