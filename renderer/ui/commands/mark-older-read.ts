import type { Command } from "./command.ts";

export const markOlderRead: Command = {
  id: "mark-older-read",
  label: (t) => t.commands.markOlderRead,
  group: "briefing",
  keys: [],
  // What is older than a hit stands in the view behind the search, where nobody sees it.
  isEnabled: ({ briefing, isSearching }) => briefing !== null && briefing.reference === undefined && !isSearching,
  async run({ library, briefing, view, filters, isSearching, screen }) {
    if (briefing === null || briefing.reference !== undefined || isSearching) return;
    const outcome = await library.markOlderRead({ view, filters, id: briefing.head.id });
    if (!outcome.ok) return screen.tell({ kind: "failed", failure: outcome.failure });
    screen.tell({ kind: "marked-read", count: outcome.value.affected }, outcome.value.undo);
  },
};
