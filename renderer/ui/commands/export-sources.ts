import type { Command } from "./command.ts";

export const exportSources: Command = {
  id: "export-sources",
  label: (t) => t.commands.exportSources,
  group: "library",
  keys: [],
  run: ({ screen }) => screen.openDialog("export-sources", null),
};
