import { useRef } from "react";
import { isMac } from "../commands/is-mac.ts";
import { usePanes } from "../state/panes.tsx";
import { useUi, useUiSteering } from "../state/ui-context.tsx";
import { useText } from "../text/use-text.tsx";
import { ClearIcon, SearchIcon } from "./icons.tsx";

export function SearchBox() {
  const words = useText().reading.search;
  const { query } = useUi();
  const { dispatch } = useUiSteering();
  const panes = usePanes();
  const box = useRef<HTMLInputElement | null>(null);
  const type = (next: string) => dispatch({ event: "query-typed", query: next });
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
        value={query}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={500}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape") {
            event.preventDefault();
            if (query === "") panes.list?.focus();
            else type("");
          }
          if (event.key === "ArrowDown" || event.key === "Enter") {
            event.preventDefault();
            const first = panes.list?.idBeside(null, 1) ?? null;
            if (first !== null) dispatch({ event: "row-selected", id: first });
            panes.list?.focus();
          }
        }}
      />
      {query === "" ? (
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
    </search>
  );
}
