import type { Command } from "./command.ts";

export const openPalette: Command = {
  id: "open-palette",
  label: (t) => t.finding.palette.label,
  group: "go",
  keys: ["CmdOrCtrl+Shift+P"],
  run: ({ screen }) => screen.openPalette(),
};
