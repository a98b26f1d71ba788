import type { TextSize } from "../../model/settings.ts";
import type { Command, CommandContext } from "./command.ts";

const sizes: readonly TextSize[] = [1, 2, 3, 4, 5];

/** null at either end. */
function sizeBeside(size: TextSize, step: 1 | -1): TextSize | null {
  return sizes.find((other) => other === size + step) ?? null;
}

async function changeSize({ library, settings, screen }: CommandContext, step: 1 | -1): Promise<void> {
  const textSize = sizeBeside(settings.textSize, step);
  if (textSize === null) return;
  const outcome = await library.changeSettings({ settings: { ...settings, textSize } });
  if (!outcome.ok) screen.tell({ kind: "failed", failure: outcome.failure });
}

export const largerText: Command = {
  id: "larger-text",
  label: (t) => t.commands.largerText,
  group: "view",
  keys: ["+"],
  isEnabled: ({ settings }) => sizeBeside(settings.textSize, 1) !== null,
  run: (context) => changeSize(context, 1),
};

export const smallerText: Command = {
  id: "smaller-text",
  label: (t) => t.commands.smallerText,
  group: "view",
  keys: ["-"],
  isEnabled: ({ settings }) => sizeBeside(settings.textSize, -1) !== null,
  run: (context) => changeSize(context, -1),
};
