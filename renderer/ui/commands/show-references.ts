import type { Command } from "./command.ts";

export const showReferences: Command = {
  id: "show-references",
  label: (t) => t.commands.showReferences,
  group: "view",
  keys: ["g f"],
  run: ({ screen }) => screen.showView({ kind: "references" }),
};
