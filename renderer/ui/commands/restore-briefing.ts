import type { Command } from "./command.ts";

export const restoreBriefing: Command = {
  id: "restore-briefing",
  label: (t) => t.commands.restoreBriefing,
  group: "briefing",
  keys: [],
  isEnabled: ({ briefing, view }) => briefing !== null && view.kind === "deleted",
  async run({ library, briefing, screen }) {
    if (briefing === null) return;
    const outcome = await library.restoreBriefings({ ids: [briefing.head.id] });
    if (!outcome.ok) return screen.tell({ kind: "failed", failure: outcome.failure });
    const kind = briefing.reference === undefined ? "restored" : "references-restored";
    screen.tell({ kind, count: 1 }, outcome.value.undo);
  },
};
