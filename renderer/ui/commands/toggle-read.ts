import type { Command } from "./command.ts";

export const toggleRead: Command = {
  id: "toggle-read",
  label: (t) => t.commands.toggleRead,
  group: "briefing",
  keys: ["m"],
  keysFollowOthers: true,
  // What isn't news is never unread.
  isEnabled: ({ briefing }) => briefing !== null && briefing.reference === undefined,
  async run({ library, briefing, screen }) {
    if (briefing === null || briefing.reference !== undefined) return;
    const read = !briefing.state.read;
    const outcome = await library.setRead({ ids: [briefing.head.id], read });
    if (!outcome.ok) return screen.tell({ kind: "failed", failure: outcome.failure });
    screen.tell({ kind: read ? "marked-read" : "marked-unread", count: 1 }, outcome.value.undo);
  },
};
