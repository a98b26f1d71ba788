import type { Command } from "./command.ts";

export const stopGetting: Command = {
  id: "stop-getting",
  label: (t) => t.commands.stopGetting,
  group: "library",
  keys: ["x"],
  isEnabled: ({ isSyncing, isWaitingForLink }) => isSyncing || isWaitingForLink,
  async run({ library, isSyncing, isWaitingForLink, screen }) {
    if (!isSyncing && !isWaitingForLink) return;
    await library.cancelSync({ sourceId: null });
    if (!isSyncing) screen.tell({ kind: "stopped-trying" });
  },
};
