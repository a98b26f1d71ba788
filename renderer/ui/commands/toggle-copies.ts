import type { Command } from "./command.ts";

export const toggleCopies: Command = {
  id: "toggle-copies",
  label: (t) => t.commands.toggleCopies,
  group: "view",
  keys: ["e"],
  isEnabled: ({ briefing }) => briefing !== null,
  run: ({ screen }) => screen.toggleCopies(),
};
