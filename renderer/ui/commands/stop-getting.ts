import type { Command } from "./command.ts";

export const stopGetting: Command = {
  id: "stop-getting",
  label: (t) => t.commands.stopGetting,
  group: "library",
  keys: [],
  isEnabled: ({ isSyncing }) => isSyncing,
  async run({ library }) {
    await library.cancelSync({ sourceId: null });
  },
};
