import type { Command } from "./command.ts";

export const addSource: Command = {
  id: "add-source",
  label: (t) => t.commands.addSource,
  group: "library",
  keys: [],
  run: ({ screen }) => screen.openDialog("add-source", { address: "" }),
};
