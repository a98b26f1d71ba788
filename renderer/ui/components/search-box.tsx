import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { isMac } from "../commands/is-mac.ts";
import { useLibrary } from "../queries/library-context.tsx";
import { useSettings } from "../queries/settings-context.tsx";
import { useLibraryQuery } from "../queries/use-library.ts";
import { usePanes } from "../state/panes.tsx";
import { useUi, useUiSteering } from "../state/ui-context.tsx";
import { useText } from "../text/use-text.tsx";
import { type PanelRow, SearchPanel, type SearchPanelProps } from "./find/search-panel.tsx";
import { type PaletteRows, usePaletteRows } from "./find/use-palette-rows.ts";
import { ClearIcon, SearchIcon } from "./icons.tsx";

/** What is typed after this is no search but the name of something to go to or do. */
const paletteMark = ">";
/** More than is searched, so that a pasted page says that only its beginning was. */
const longestTyped = 10_000;

export function SearchBox() {
  const words = useText().reading.search;
  const { query, palette } = useUi();
  const { dispatch } = useUiSteering();
  const panes = usePanes();
  const box = useRef<HTMLInputElement | null>(null);
  const panelId = useId();
  const [hasFocus, setFocus] = useState(false);
  const [at, setAt] = useState(0);
  const panel = usePanel(hasFocus);
  /** What stood in the palette when Enter was pressed, where its rows hadn't come yet. */
  const [entered, setEntered] = useState<string | null>(null);
  const shown = palette === null ? query : paletteMark + palette;
  const rows = panel?.rows ?? [];
  // Enter always takes something in the palette; of the last searches only what was gone to.
  const current = Math.min(palette === null ? at : Math.max(at, 0), rows.length - 1);

  useLayoutEffect(() => {
    if (entered === null || (entered === palette && panel?.areCurrent !== true)) return;
    setEntered(null);
    if (entered === palette) panel?.rows[current]?.choose();
  }, [entered, palette, panel, current]);

  function type(next: string): void {
    setAt(next.startsWith(paletteMark) ? 0 : -1);
    if (next.startsWith(paletteMark)) dispatch({ event: "palette-typed", text: next.slice(paletteMark.length) });
    else dispatch({ event: "query-typed", query: next });
  }

  /** True where the list under the box took the key. */
  function keyInPanel(key: string): boolean {
    if (key === "Escape" && palette !== null) {
      dispatch({ event: "palette-typed", text: null });
      return true;
    }
    if (key === "Enter" && palette !== null && panel?.areCurrent !== true) {
      setEntered(palette);
      return true;
    }
    if (panel === null) return palette !== null && (key === "ArrowDown" || key === "ArrowUp");
    if (key === "Enter" && (palette !== null || current >= 0)) {
      rows[current]?.choose();
      setAt(-1);
      return true;
    }
    if ((key !== "ArrowDown" && key !== "ArrowUp") || rows.length === 0) return false;
    const step = key === "ArrowDown" ? 1 : -1;
    setAt(current < 0 && step < 0 ? rows.length - 1 : (current + step + rows.length) % rows.length);
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (keyInPanel(event.key)) {
      event.preventDefault();
      return;
    }
    if (event.key === "Escape") {
      event.preventDefault();
      if (query === "") panes.list?.focus();
      else type("");
    }
    if (event.key === "ArrowDown" || event.key === "Enter") {
      event.preventDefault();
      panes.list?.whenHere(() => {
        const first = panes.list?.idBeside(null, 1) ?? null;
        if (first !== null) dispatch({ event: "row-selected", id: first });
        panes.list?.focus();
      });
    }
  }

  return (
    <search className="search">
      <SearchIcon />
      <input
        ref={(input) => {
          box.current = input;
          panes.searchBox = input;
        }}
        type="text"
        inputMode="search"
        className="search-input"
        aria-label={words.label}
        placeholder={words.placeholder}
        value={shown}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={longestTyped}
        onChange={(event) => type(event.target.value)}
        onFocus={() => {
          setAt(-1);
          setFocus(true);
        }}
        onBlur={() => setFocus(false)}
        onKeyDown={onKeyDown}
        {...(panel === null
          ? {}
          : {
              role: "combobox",
              "aria-expanded": true,
              "aria-autocomplete": "list" as const,
              "aria-controls": panelId,
              ...(rows[current] === undefined ? {} : { "aria-activedescendant": `${panelId}-${current}` }),
            })}
      />
      {shown === "" ? (
        <span className="search-keys" aria-hidden="true">
          {isMac() ? "⌘ K" : words.keys}
        </span>
      ) : (
        <button
          type="button"
          className="search-clear"
          aria-label={words.clear}
          onClick={() => {
            type("");
            box.current?.focus();
          }}
        >
          <ClearIcon />
        </button>
      )}
      {panel === null ? null : <SearchPanel {...panel} id={panelId} at={current} />}
    </search>
  );
}

/** The palette after its mark; the last searches under the empty box, where the reader wants them; else nothing. */
function usePanel(hasFocus: boolean): (Omit<SearchPanelProps, "id" | "at"> & Pick<PaletteRows, "areCurrent">) | null {
  const text = useText();
  const { query, palette } = useUi();
  const { dispatch, tell } = useUiSteering();
  const library = useLibrary();
  const { searchHistory } = useSettings().settings;
  const found = usePaletteRows(palette);
  const mayShowHistory = hasFocus && palette === null && query === "" && searchHistory;
  const { answer: history, ask } = useLibraryQuery(
    "listSearchHistory",
    {},
    { dependsOn: ["settings"], enabled: mayShowHistory },
  );
  if (palette !== null) {
    const words = text.finding.palette;
    return found === null ? null : { ...found, label: words.label, nothing: words.nothing };
  }
  if (!mayShowHistory || history === null || history.length === 0) return null;
  const rows = history.map(
    (typed): PanelRow => ({
      key: typed,
      label: typed,
      kind: null,
      choose: () => dispatch({ event: "query-typed", query: typed }),
    }),
  );
  const clear = async (): Promise<void> => {
    await library.clearSearchHistory({});
    ask();
    tell({ kind: "history-cleared" });
  };
  const words = text.finding.history;
  return {
    label: words.label,
    rows,
    areCurrent: true,
    nothing: null,
    foot: { label: words.clear, run: () => void clear().catch(() => {}) },
  };
}
