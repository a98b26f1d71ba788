import type { Command } from "./command.ts";

export const deleteBriefing: Command = {
  id: "delete-briefing",
  label: (t) => t.commands.deleteBriefing,
  group: "briefing",
  keys: ["Delete"],
  keysFollowOthers: true,
  isEnabled: ({ briefing, view }) => briefing !== null && view.kind !== "deleted",
  async run({ library, briefing, view, screen }) {
    if (briefing === null || view.kind === "deleted") return;
    const outcome = await library.deleteBriefings({ ids: [briefing.head.id] });
    if (!outcome.ok) return screen.tell({ kind: "failed", failure: outcome.failure });
    // A second press while the disk wrote: what can be taken back is the first.
    if (outcome.value.affected === 0) return;
    const kind = briefing.reference === undefined ? "deleted" : "references-removed";
    screen.tell({ kind, count: 1 }, outcome.value.undo);
  },
};
