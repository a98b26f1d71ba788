import type { Command } from "./command.ts";

export const stepOut: Command = {
  id: "step-out",
  label: (t) => t.commands.stepOut,
  group: "go",
  keys: ["Escape"],
  run: ({ screen }) => screen.stepOut(),
};
