import { expect, test, vi } from "vitest";
import type { Library } from "../../contracts/library.ts";
import type { BriefingHead, BriefingRow } from "../../model/briefing.ts";
import { type BriefingId, brandId, type UndoToken } from "../../model/ids.ts";
import { defaultSettings } from "../../model/settings.ts";
import { noFilters } from "../../model/view.ts";
import { interfaceLanguages } from "../text/interface-language.ts";
import { texts } from "../text/text.ts";
import type { CommandContext, ScreenActions } from "./command.ts";
import { keyCaps } from "./keys.ts";
import { menuModel, shortcutSheet } from "./menu-model.ts";
import { commandById, commands } from "./registry.ts";

const undo = brandId<UndoToken>("0".repeat(32));
const id = brandId<BriefingId>("a".repeat(32));

function screen(): ScreenActions {
  return {
    openDialog: vi.fn(),
    tell: vi.fn(),
    forgetUndo: vi.fn(),
    showView: vi.fn(),
    select: vi.fn(),
    openSelected: vi.fn(),
    stepOut: vi.fn(),
    go: vi.fn(),
    stepMatch: vi.fn(),
    focusSearch: vi.fn(),
    openPalette: vi.fn(),
    copyWithSource: vi.fn(),
    print: vi.fn(),
    chooseFiles: vi.fn(),
    chooseFolder: vi.fn(),
    toggleCopies: vi.fn(),
    shown: vi.fn(async () => null),
  };
}

function context(overrides: Partial<CommandContext> = {}): CommandContext {
  const briefing: BriefingRow = { head: { id } as BriefingHead, state: { read: true, saved: false } };
  return {
    library: {} as Library,
    text: texts.fr,
    settings: defaultSettings,
    view: { kind: "all" },
    filters: noFilters,
    query: "",
    briefing,
    isSyncing: false,
    isWaitingForLink: false,
    isSearching: false,
    undoable: null,
    screen: screen(),
    ...overrides,
  };
}

async function run(commandId: string, given: CommandContext): Promise<void> {
  await commandById(commandId)?.run(given);
}

test("every command is known once and has a name in every language", () => {
  const ids = commands.map((command) => command.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const language of interfaceLanguages) {
    const labels = commands.map((command) => command.label(texts[language]));
    expect(labels.filter((label) => label === "")).toEqual([]);
    expect(new Set(labels).size).toBe(labels.length);
  }
});

test("no two commands share a key", () => {
  const keys = commands.flatMap((command) => command.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test("saving a briefing can be taken back", async () => {
  const setSaved = vi.fn(async () => ({ ok: true, value: { undo, affected: 1 } }) as const);
  const given = context({ library: { setSaved } as unknown as Library });
  await run("toggle-saved", given);
  expect(setSaved).toHaveBeenCalledWith({ ids: [id], saved: true });
  expect(given.screen.tell).toHaveBeenCalledWith({ kind: "saved" }, undo);
});

test("marking unread what is read says so", async () => {
  const setRead = vi.fn(async () => ({ ok: true, value: { undo, affected: 1 } }) as const);
  const given = context({ library: { setRead } as unknown as Library });
  await run("toggle-read", given);
  expect(setRead).toHaveBeenCalledWith({ ids: [id], read: false });
  expect(given.screen.tell).toHaveBeenCalledWith({ kind: "marked-unread", count: 1 }, undo);
});

test("a second Delete while the disk writes the first leaves the notice that takes the first back", async () => {
  const deleteBriefings = vi.fn(async () => ({ ok: true, value: { undo, affected: 0 } }) as const);
  const given = context({ library: { deleteBriefings } as unknown as Library });
  await run("delete-briefing", given);
  expect(given.screen.tell).not.toHaveBeenCalled();
});

test("a full disk is told instead of shown as done", async () => {
  const failure = { kind: "disk-full" } as const;
  const deleteBriefings = vi.fn(async () => ({ ok: false, failure }) as const);
  const given = context({ library: { deleteBriefings } as unknown as Library });
  await run("delete-briefing", given);
  expect(given.screen.tell).toHaveBeenCalledWith({ kind: "failed", failure });
});

test("with no briefing open, what is done to one does nothing", async () => {
  const given = context({ briefing: null });
  for (const commandId of ["toggle-saved", "toggle-read", "mark-older-read", "delete-briefing", "restore-briefing"]) {
    expect(commandById(commandId)?.isEnabled?.(given)).toBe(false);
    await run(commandId, given);
  }
  expect(given.screen.tell).not.toHaveBeenCalled();
});

test("while a search is shown, nothing behind it can be marked read", async () => {
  const markOlderRead = vi.fn();
  const given = context({ library: { markOlderRead } as unknown as Library, isSearching: true });
  expect(commandById("mark-older-read")?.isEnabled?.(given)).toBe(false);
  await run("mark-older-read", given);
  expect(markOlderRead).not.toHaveBeenCalled();
});

test("the last thing done is taken back, and isn't offered again", async () => {
  const library = { undo: vi.fn(async () => ({ ok: true, value: null }) as const) };
  const given = context({ library: library as unknown as Library, undoable: undo });
  await run("undo", given);
  expect(library.undo).toHaveBeenCalledWith({ token: undo });
  expect(given.screen.forgetUndo).toHaveBeenCalledWith(undo);
  expect(given.screen.tell).toHaveBeenCalledWith({ kind: "undone" });
  expect(commandById("undo")?.isEnabled?.(context())).toBe(false);
});

test("what a full disk kept from being taken back can be tried again, what is too late can't", async () => {
  const full = { kind: "disk-full" } as const;
  const late = { kind: "nothing-to-undo" } as const;
  for (const [failure, offered] of [[full, undo] as const, [late, null] as const]) {
    const library = { undo: vi.fn(async () => ({ ok: false, failure }) as const) };
    const given = context({ library: library as unknown as Library, undoable: undo });
    await run("undo", given);
    expect(given.screen.tell).toHaveBeenCalledWith({ kind: "failed", failure }, offered);
  }
});

test("waiting for a link can be given up, and that is said", async () => {
  const cancelSync = vi.fn(async () => null);
  const given = context({ library: { cancelSync } as unknown as Library, isWaitingForLink: true });
  expect(commandById("stop-getting")?.isEnabled?.(context())).toBe(false);
  expect(commandById("stop-getting")?.isEnabled?.(given)).toBe(true);
  await run("stop-getting", given);
  expect(cancelSync).toHaveBeenCalledWith({ sourceId: null });
  expect(given.screen.tell).toHaveBeenCalledWith({ kind: "stopped-trying" });
});

test("the largest text can't be made larger, and the next size is kept", async () => {
  const changeSettings = vi.fn(async () => ({ ok: true, value: null }) as const);
  const library = { changeSettings } as unknown as Library;
  const largest = context({ library, settings: { ...defaultSettings, textSize: 5 } });
  expect(commandById("larger-text")?.isEnabled?.(largest)).toBe(false);
  await run("larger-text", largest);
  expect(changeSettings).not.toHaveBeenCalled();
  await run("larger-text", context({ library }));
  expect(changeSettings).toHaveBeenCalledWith({ settings: { ...defaultSettings, textSize: 4 } });
});

test("the menu speaks the interface's language and takes no key that could be typed", () => {
  const { menus } = menuModel(commands, context());
  expect(menus.map((menu) => menu.label)).toEqual(Object.values(texts.fr.commands.groups));
  const items = menus.flatMap((menu) => menu.items);
  expect(items).toHaveLength(commands.length);
  const accelerators = items.flatMap((item) => item.accelerator ?? []);
  expect(accelerators).toContain("CmdOrCtrl+K");
  expect(accelerators).toContain("Alt+Left");
  expect(accelerators.filter((keys) => !/^(CmdOrCtrl|Alt|Shift)\+|^F\d/.test(keys))).toEqual([]);
});

test("the menu never takes Ctrl-V or Ctrl-Z away from fields", () => {
  const items = menuModel(commands, context()).menus.flatMap((menu) => menu.items);
  expect(items.find((item) => item.commandId === "undo")?.accelerator).toBeNull();
  expect(items.find((item) => item.commandId === "paste-text")?.accelerator).toBeNull();
});

test("getting new briefings is off while they are being got, and stopping is on", () => {
  const items = menuModel(commands, context({ isSyncing: true })).menus.flatMap((menu) => menu.items);
  expect(items.find((item) => item.commandId === "get-new")?.enabled).toBe(false);
  expect(items.find((item) => item.commandId === "stop-getting")?.enabled).toBe(true);
});

test("the sheet names every command that has a key, pasting too", () => {
  const shown = shortcutSheet(commands, texts.fr).flatMap((group) => group.rows.map((row) => row.id));
  expect(shown).toEqual(expect.arrayContaining(["paste-text", "search", "show-unread"]));
  expect(shown).toHaveLength(commands.filter((command) => command.keys.length > 0).length);
});

test("keys are written as they stand on the keyboard", () => {
  const names = texts.fr.commands.keyNames;
  expect(keyCaps("CmdOrCtrl+K", names, { isMac: false })).toEqual([["Ctrl", "K"]]);
  expect(keyCaps("CmdOrCtrl+K", names, { isMac: true })).toEqual([["⌘", "K"]]);
  expect(keyCaps("g u", names, { isMac: false })).toEqual([["G"], ["U"]]);
  expect(keyCaps("+", names, { isMac: false })).toEqual([["+"]]);
  expect(keyCaps("Alt+ArrowLeft", names, { isMac: false })).toEqual([["Alt", "←"]]);
  expect(keyCaps("Escape", names, { isMac: false })).toEqual([["Échap"]]);
});

test("a search is kept under its own words, and can be taken back", async () => {
  const saveSearch = vi.fn(async () => ({ ok: true, value: { undo, affected: 1 } }) as const);
  const given = context({ library: { saveSearch } as unknown as Library, query: " cholera sake ", isSearching: true });
  await run("save-search", given);
  expect(saveSearch).toHaveBeenCalledWith({
    id: null,
    name: "cholera sake",
    query: "cholera sake",
    filters: noFilters,
  });
  expect(given.screen.tell).toHaveBeenCalledWith({ kind: "search-saved", name: "cholera sake" }, undo);
  expect(commandById("save-search")?.isEnabled?.(context())).toBe(false);
});
