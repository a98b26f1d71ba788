import type { Command } from "./command.ts";

export const copyWithSource: Command = {
  id: "copy-with-source",
  label: (t) => t.commands.copyWithSource,
  group: "briefing",
  keys: ["c"],
  isEnabled: ({ briefing }) => briefing !== null,
  run: ({ screen }) => screen.copyWithSource(),
};
