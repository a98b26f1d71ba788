import type { ArgsOf } from "../../contracts/calls.ts";
import type { LibraryCalls } from "../../contracts/library.ts";
import type { Text } from "../text/text.ts";
import { type Command, type CommandContext, commandGroups } from "./command.ts";
import { parseKeys } from "./keys.ts";

export type MenuModel = ArgsOf<LibraryCalls["setMenu"]>;

/** What the host's own menu shows. */
export function menuModel(commands: readonly Command[], context: CommandContext): MenuModel {
  return {
    language: context.text.language,
    menus: commandGroups.map((group) => ({
      label: context.text.commands.groups[group],
      items: commands
        .filter((command) => command.group === group)
        .map((command) => ({
          commandId: command.id,
          label: command.label(context.text),
          accelerator: acceleratorOf(command),
          enabled: command.isEnabled?.(context) ?? true,
        })),
    })),
  };
}

/**
 * Only keys that can't be part of typing: a menu's accelerator fires in fields too. Native keys stay with the
 * browser, or pasting into a field would open a dialog; so do those that mean something else in a field.
 */
function acceleratorOf(command: Command): string | null {
  if (command.keysAreNative || command.keysBelongToFields) return null;
  const suited = command.keys.find((notation) => {
    const [press, more] = parseKeys(notation);
    return press !== undefined && more === undefined && (press.mod || press.alt || /^F\d+$/.test(press.key));
  });
  return suited === undefined ? null : suited.replace(/Arrow(?=Left|Right|Up|Down)/, "");
}

/** The rows of the shortcut sheet: each group with the commands that have keys. */
export function shortcutSheet(commands: readonly Command[], text: Text) {
  return commandGroups
    .map((group) => ({
      title: text.commands.groups[group],
      rows: commands
        .filter((command) => command.group === group && command.keys.length > 0)
        .map((command) => ({ id: command.id, label: command.label(text), keys: command.keys })),
    }))
    .filter(({ rows }) => rows.length > 0);
}
