import type { Command } from "./command.ts";

export const nextMatch: Command = {
  id: "next-match",
  label: (t) => t.commands.nextMatch,
  group: "go",
  keys: ["F3"],
  isEnabled: ({ briefing }) => briefing !== null,
  run: ({ screen }) => screen.stepMatch("next"),
};
