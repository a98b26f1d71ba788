import type { Command } from "./command.ts";

/** What comes of it stands in the bottom line. */
export const getNew: Command = {
  id: "get-new",
  label: (t) => t.commands.getNew,
  group: "library",
  keys: ["r"],
  isEnabled: ({ isSyncing }) => !isSyncing,
  async run({ library, isSyncing }) {
    if (!isSyncing) await library.syncNow({ sources: null });
  },
};
