import type { Command } from "./command.ts";

export const nextBriefing: Command = {
  id: "next-briefing",
  label: (t) => t.commands.nextBriefing,
  group: "go",
  keys: ["j", "ArrowDown"],
  run: ({ screen }) => screen.select("next"),
};
