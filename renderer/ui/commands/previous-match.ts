import type { Command } from "./command.ts";

export const previousMatch: Command = {
  id: "previous-match",
  label: (t) => t.commands.previousMatch,
  group: "go",
  keys: ["Shift+F3"],
  isEnabled: ({ briefing }) => briefing !== null,
  run: ({ screen }) => screen.stepMatch("previous"),
};
