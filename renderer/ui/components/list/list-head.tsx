import { useId, useState } from "react";
import { isFiltered } from "../../../model/view.ts";
import { useLayout } from "../../state/layout.ts";
import { useUiPart, useUiSteering } from "../../state/ui-context.tsx";
import { useText } from "../../text/use-text.tsx";
import { BackIcon, FilterIcon } from "../icons.tsx";
import { FilterPanel } from "./filter-panel.tsx";

export interface ListHeadProps {
  readonly headingId: string;
  readonly title: string;
  readonly count: string;
  readonly waiting: number | null;
  readonly onShowWaiting: () => void;
}

export function ListHead({ headingId, title, count, waiting, onShowWaiting }: ListHeadProps) {
  const text = useText();
  const filters = useUiPart((state) => state.filters);
  const view = useUiPart((state) => state.view);
  const isSearching = useUiPart(({ query }) => query.trim() !== "");
  const { dispatch } = useUiSteering();
  const layout = useLayout();
  const [isOpen, setOpen] = useState(false);
  const panelId = useId();
  const filtered = isFiltered(filters);
  // A dozen texts need no filter, and most of what filters ask for they don't have.
  const isShelf = view.kind === "references" && !isSearching;
  return (
    <header className="pane-head list-head">
      <div className="list-head-line">
        {layout === "three" ? null : (
          <button
            type="button"
            className="button-quiet button-back"
            onClick={() => dispatch({ event: "pane-shown", pane: "views" })}
          >
            <BackIcon />
            <span>{text.reading.reader.backToViews}</span>
          </button>
        )}
        <div className="list-title-box">
          <h2 id={headingId} className="list-title">
            {title}
          </h2>
          {/* One live line: what came in is said once, and the list stays where it is. */}
          <p className="list-count" role="status">
            {waiting === null ? (
              count
            ) : (
              <button type="button" className="button-inline" onClick={onShowWaiting}>
                {text.reading.list.waiting(waiting)} – {text.reading.list.showWaiting}
              </button>
            )}
          </p>
        </div>
        {isShelf ? null : (
          <button
            type="button"
            className={`button-quiet${filtered ? " button-on" : ""}`}
            aria-expanded={isOpen}
            aria-controls={panelId}
            onClick={() => setOpen(!isOpen)}
          >
            <FilterIcon />
            <span>{filtered ? text.reading.filters.label : text.reading.filters.open}</span>
            {filtered ? <span className="button-dot" aria-hidden="true" /> : null}
          </button>
        )}
      </div>
      {isOpen && !isShelf ? (
        <FilterPanel
          id={panelId}
          filters={filters}
          canChooseSource={view.kind !== "source"}
          onChange={(next) => dispatch({ event: "filters-changed", filters: next })}
        />
      ) : null}
    </header>
  );
}
