import type { Command } from "./command.ts";

export const chooseSources: Command = {
  id: "choose-sources",
  label: (t) => t.commands.chooseSources,
  group: "library",
  keys: [],
  run: ({ screen }) => screen.openDialog("choose-sources", null),
};
