import { isFiltered } from "../../model/view.ts";
import type { Command } from "./command.ts";

/** Filters hide a part, and nobody has seen what they hide. */
export const markLooked: Command = {
  id: "mark-looked",
  label: (t) => t.commands.markLooked,
  group: "briefing",
  keys: ["v"],
  isEnabled: ({ view, filters, isSearching }) => view.kind === "since-looked" && !isSearching && !isFiltered(filters),
  async run({ library, screen }) {
    const shown = await screen.shown();
    if (shown === null) return;
    const { upTo, count } = shown;
    const outcome = await library.setLooked({ upTo });
    if (outcome.ok) screen.tell({ kind: "looked", count }, outcome.value.undo);
    else screen.tell({ kind: "failed", failure: outcome.failure });
  },
};
