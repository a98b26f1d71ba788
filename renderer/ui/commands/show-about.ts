import type { Command } from "./command.ts";

export const showAbout: Command = {
  id: "show-about",
  label: (t) => t.commands.showAbout,
  group: "help",
  keys: [],
  run: ({ screen }) => screen.openDialog("about", null),
};
