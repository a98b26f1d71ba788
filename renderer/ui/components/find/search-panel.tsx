import { useEffect, useRef } from "react";

/** What can be chosen under the search box. */
export interface PanelRow {
  readonly key: string;
  readonly label: string;
  /** What kind of thing it is, where they are mixed. */
  readonly kind: string | null;
  readonly choose: () => void;
}

export interface SearchPanelProps {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly PanelRow[];
  /** The row that Enter takes; -1 = none. */
  readonly at: number;
  readonly nothing: string | null;
  readonly foot?: { readonly label: string; readonly run: () => void } | undefined;
}

/** The list under the search box. The focus stays in the box: its keys move through this. */
export function SearchPanel({ id, label, rows, at, nothing, foot }: SearchPanelProps) {
  const list = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    list.current?.children.item(at)?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <div className="search-panel">
      <div ref={list} id={id} role="listbox" aria-label={label} className="search-panel-rows">
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the search box
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search box, which names this as active
          <div
            key={row.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className="search-panel-row"
            // The box keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={row.choose}
          >
            <span className="search-panel-label">{row.label}</span>
            {row.kind === null ? null : <span className="search-panel-kind">{row.kind}</span>}
          </div>
        ))}
      </div>
      {rows.length === 0 && nothing !== null ? (
        <p className="search-panel-nothing" role="status">
          {nothing}
        </p>
      ) : null}
      {foot === undefined ? null : (
        <button
          type="button"
          className="button-inline search-panel-foot"
          onPointerDown={(event) => event.preventDefault()}
          onClick={foot.run}
        >
          {foot.label}
        </button>
      )}
    </div>
  );
}
