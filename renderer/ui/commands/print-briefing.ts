import type { Command } from "./command.ts";

export const printBriefing: Command = {
  id: "print-briefing",
  label: (t) => t.commands.print,
  group: "briefing",
  keys: ["CmdOrCtrl+P", "p"],
  isEnabled: ({ briefing }) => briefing !== null,
  run: ({ screen }) => screen.print(),
};
