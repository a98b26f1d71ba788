import { takeBack } from "../state/take-back.ts";
import type { Command } from "./command.ts";

export const undo: Command = {
  id: "undo",
  label: (t) => t.commands.undo,
  group: "briefing",
  keys: ["CmdOrCtrl+Z"],
  keysBelongToFields: true,
  isEnabled: ({ undoable }) => undoable !== null,
  async run({ library, undoable, screen }) {
    if (undoable !== null) await takeBack(undoable, { library, screen });
  },
};
