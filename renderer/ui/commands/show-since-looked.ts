import type { Command } from "./command.ts";

export const showSinceLooked: Command = {
  id: "show-since-looked",
  label: (t) => t.commands.showSinceLooked,
  group: "view",
  keys: ["g n"],
  run: ({ screen }) => screen.showView({ kind: "since-looked" }),
};
