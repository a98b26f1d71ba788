import type { Command } from "./command.ts";

export const toggleSaved: Command = {
  id: "toggle-saved",
  label: (t) => t.commands.toggleSaved,
  group: "briefing",
  keys: ["s"],
  keysFollowOthers: true,
  isEnabled: ({ briefing }) => briefing !== null,
  async run({ library, briefing, screen }) {
    if (briefing === null) return;
    const saved = !briefing.state.saved;
    const outcome = await library.setSaved({ ids: [briefing.head.id], saved });
    if (!outcome.ok) return screen.tell({ kind: "failed", failure: outcome.failure });
    screen.tell({ kind: saved ? "saved" : "unsaved" }, outcome.value.undo);
  },
};
