import type { Command } from "./command.ts";

export const openBriefing: Command = {
  id: "open-briefing",
  label: (t) => t.commands.openBriefing,
  group: "go",
  keys: ["Enter"],
  keysFollowOthers: true,
  isEnabled: ({ briefing }) => briefing !== null,
  run: ({ screen }) => screen.openSelected(),
};
