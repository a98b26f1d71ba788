import type { Command } from "./command.ts";

export const goBack: Command = {
  id: "go-back",
  label: (t) => t.commands.goBack,
  group: "go",
  keys: ["Alt+ArrowLeft", "["],
  run: ({ screen }) => screen.go("back"),
};
