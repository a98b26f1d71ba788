import type { Command } from "./command.ts";

export const previousBriefing: Command = {
  id: "previous-briefing",
  label: (t) => t.commands.previousBriefing,
  group: "go",
  keys: ["k", "ArrowUp"],
  run: ({ screen }) => screen.select("previous"),
};
