import type { Command } from "./command.ts";

export const saveSearch: Command = {
  id: "save-search",
  label: (t) => t.finding.save,
  group: "go",
  keys: [],
  isEnabled: ({ isSearching }) => isSearching,
  async run({ library, query, filters, screen }) {
    const name = query.trim();
    const outcome = await library.saveSearch({ id: null, name, query: name, filters });
    if (!outcome.ok) return screen.tell({ kind: "failed", failure: outcome.failure });
    screen.tell({ kind: "search-saved", name }, outcome.value.undo);
  },
};
