import type { Command } from "./command.ts";

export const markOlderRead: Command = {
  id: "mark-older-read",
  label: (t) => t.commands.markOlderRead,
  group: "briefing",
  keys: [],
  isEnabled: ({ briefing }) => briefing !== null,
  async run({ library, briefing, view, filters, screen }) {
    if (briefing === null) return;
    const outcome = await library.markOlderRead({ view, filters, id: briefing.head.id });
    if (!outcome.ok) return screen.tell({ kind: "failed", failure: outcome.failure });
    screen.tell({ kind: "marked-read", count: outcome.value.affected }, outcome.value.undo);
  },
};
