import type { Command } from "./command.ts";

export const chooseReader: Command = {
  id: "choose-reader",
  label: (t) => t.commands.chooseReader,
  group: "library",
  keys: ["g i"],
  run: ({ screen }) => screen.openDialog("readers", { asks: false }),
};
