import type { SavedSearchRow } from "../../../model/saved-search.ts";
import { useSettings } from "../../queries/settings-context.tsx";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { areasInUse } from "../../state/filters-in-use.ts";
import { useUiPart, useUiSteering } from "../../state/ui-context.tsx";
import { useFormat, useText } from "../../text/use-text.tsx";
import { MoreIcon, SearchIcon } from "../icons.tsx";

/** Searches that are kept, each a view with what is unread in it. Nothing stands here until one is. */
export function SavedSearches() {
  const words = useText().finding;
  const everywhere = useUiPart((state) => state.everywhere);
  const areas = areasInUse({ everywhere }, useSettings().settings);
  const { answer: rows } = useLibraryQuery(
    "listSavedSearches",
    { areas },
    { dependsOn: ["saved-searches", "briefings", "reading-state", "search-index", "catalogue", "names"] },
  );
  if (rows === null || rows.length === 0) return null;
  return (
    <>
      <div className="views-heading">
        <h2>{words.savedSearches}</h2>
      </div>
      <ul className="views">
        {rows.map((row) => (
          <SavedSearchItem key={row.search.id} row={row} />
        ))}
      </ul>
    </>
  );
}

function SavedSearchItem({ row: { search, unread } }: { readonly row: SavedSearchRow }) {
  const text = useText();
  const words = text.finding;
  const format = useFormat();
  const isCurrent = useUiPart(
    ({ query, filters }) => query.trim() === search.query && JSON.stringify(filters) === JSON.stringify(search.filters),
  );
  const { dispatch, openDialog } = useUiSteering();
  return (
    <li className="view-item">
      <button
        type="button"
        className="view"
        aria-current={isCurrent ? "page" : undefined}
        onClick={() => dispatch({ event: "search-opened", query: search.query, filters: search.filters })}
      >
        <SearchIcon />
        <span className="view-name">{search.name}</span>
        {unread === null ? (
          <span className="view-count">
            <span aria-hidden="true">…</span>
            <span className="visually-hidden">{text.reading.views.stillCounting}</span>
          </span>
        ) : unread === 0 ? null : (
          <span className="view-count" title={words.unread(unread)}>
            {format.count(unread)}
          </span>
        )}
      </button>
      <button
        type="button"
        className="button-icon view-more"
        aria-label={`${search.name} – ${words.details}`}
        title={words.details}
        onClick={() => openDialog("saved-search", { searchId: search.id })}
      >
        <MoreIcon />
      </button>
    </li>
  );
}
