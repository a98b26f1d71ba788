import type { Command } from "./command.ts";

export const nextUnread: Command = {
  id: "next-unread",
  label: (t) => t.commands.nextUnread,
  group: "go",
  keys: ["n"],
  run: ({ screen }) => screen.select("next-unread"),
};
