import { Menu, type MenuItemConstructorOptions } from "electron";
import type { ArgsOf } from "../renderer/contracts/calls.ts";
import type { OptionalHostCalls } from "../renderer/contracts/host.ts";
import type { ShellWords } from "./text.ts";

export type MenuWish = ArgsOf<OptionalHostCalls["setMenu"]>;

export interface MenuSurroundings {
  readonly words: ShellWords;
  readonly platform: NodeJS.Platform;
}

/** Until the page has said what it can do, and after it is gone: what the system does without it. */
export function setUpMinimalMenu(surroundings: MenuSurroundings): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate([], () => {}, surroundings)));
}

export function showMenu(wish: MenuWish, choose: (commandId: string) => void, surroundings: MenuSurroundings): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(wish.menus, choose, surroundings)));
}

/** The page's menus around the system's own. Roles act on the field that has the focus, which no command could. */
function menuTemplate(
  menus: MenuWish["menus"],
  choose: (commandId: string) => void,
  { words, platform }: MenuSurroundings,
): MenuItemConstructorOptions[] {
  const pageMenus = menus.map((menu) => ({
    label: menu.label,
    submenu: menu.items.map((item) => commandItem(item, choose, platform)),
  }));
  // By custom the first is about files, the second about editing, and the last is help.
  const first = pageMenus.slice(0, 1);
  const middle = pageMenus.slice(1, -1);
  const last = pageMenus.slice(1).slice(-1);
  const onMac = platform === "darwin";
  return [
    ...(onMac ? [applicationMenu(words)] : []),
    ...first,
    editMenu(words),
    ...middle,
    windowMenu(words, { withQuit: !onMac }),
    ...last,
  ];
}

function commandItem(
  item: MenuWish["menus"][number]["items"][number],
  choose: (commandId: string) => void,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions {
  return {
    id: item.commandId,
    label: item.label,
    enabled: item.enabled,
    click: () => choose(item.commandId),
    ...acceleratorOf(item.accelerator, platform),
  };
}

/**
 * The page itself hears the keys, in both hosts alike, and knows when a field has the focus. So the menu only shows
 * them; macOS can't show without taking, and there a bare letter is left out.
 */
function acceleratorOf(accelerator: string | null, platform: NodeJS.Platform): MenuItemConstructorOptions {
  if (accelerator === null) return {};
  if (platform !== "darwin") return { accelerator, registerAccelerator: false };
  return /\b(?:Cmd|Command|CmdOrCtrl|CommandOrControl|Ctrl|Control)\b/.test(accelerator) ? { accelerator } : {};
}

function applicationMenu(words: ShellWords): MenuItemConstructorOptions {
  return {
    label: words.appName,
    submenu: [
      { role: "about", label: words.about },
      { type: "separator" },
      { role: "hide", label: words.hide },
      { role: "hideOthers", label: words.hideOthers },
      { role: "unhide", label: words.showAll },
      { type: "separator" },
      { role: "quit", label: words.quit },
    ],
  };
}

function editMenu(words: ShellWords): MenuItemConstructorOptions {
  return {
    label: words.edit,
    submenu: [
      { role: "undo", label: words.undo },
      { role: "redo", label: words.redo },
      { type: "separator" },
      { role: "cut", label: words.cut },
      { role: "copy", label: words.copy },
      { role: "paste", label: words.paste },
      { role: "selectAll", label: words.selectAll },
    ],
  };
}

function windowMenu(words: ShellWords, { withQuit }: { withQuit: boolean }): MenuItemConstructorOptions {
  return {
    label: words.window,
    submenu: [
      { role: "zoomIn", label: words.zoomIn },
      { role: "zoomOut", label: words.zoomOut },
      { role: "resetZoom", label: words.resetZoom },
      { type: "separator" },
      { role: "togglefullscreen", label: words.fullScreen },
      { role: "minimize", label: words.minimize },
      { role: "close", label: words.close },
      ...(withQuit ? [{ type: "separator" } as const, { role: "quit", label: words.quit } as const] : []),
    ],
  };
}
