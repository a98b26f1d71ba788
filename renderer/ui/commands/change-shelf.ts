import type { Command, CommandContext } from "./command.ts";

export const removeShelf: Command = {
  id: "remove-shelf",
  label: (t) => t.commands.removeShelf,
  group: "library",
  keys: [],
  isEnabled: ({ view }) => view.kind === "references",
  run: (context) => change(context, true),
};

export const restoreShelf: Command = {
  id: "restore-shelf",
  label: (t) => t.commands.restoreShelf,
  group: "library",
  keys: [],
  isEnabled: ({ view }) => view.kind === "references",
  run: (context) => change(context, false),
};

async function change({ library, screen }: CommandContext, removed: boolean): Promise<void> {
  const outcome = await library.setShelfRemoved({ removed });
  if (!outcome.ok) return screen.tell({ kind: "failed", failure: outcome.failure });
  const { affected: count, undo } = outcome.value;
  screen.tell({ kind: removed ? "references-removed" : "references-restored", count }, undo);
}
