import type { Command } from "./command.ts";

export const goForward: Command = {
  id: "go-forward",
  label: (t) => t.commands.goForward,
  group: "go",
  keys: ["Alt+ArrowRight", "]"],
  run: ({ screen }) => screen.go("forward"),
};
