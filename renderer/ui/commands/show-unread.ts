import type { Command } from "./command.ts";

export const showUnread: Command = {
  id: "show-unread",
  label: (t) => t.commands.showUnread,
  group: "view",
  keys: ["g u"],
  run: ({ screen }) => screen.showView({ kind: "unread" }),
};
