import type { Command } from "./command.ts";

export const showSaved: Command = {
  id: "show-saved",
  label: (t) => t.commands.showSaved,
  group: "view",
  keys: ["g s"],
  run: ({ screen }) => screen.showView({ kind: "saved" }),
};
