import { useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import type { BriefingId } from "../../../model/ids.ts";
import { isFiltered, noFilters, type View } from "../../../model/view.ts";
import { openFiles } from "../../commands/open-files.ts";
import { useSettings } from "../../queries/settings-context.tsx";
import { useBriefingList, type VisibleRows } from "../../queries/use-briefing-list.ts";
import { useFacets } from "../../queries/use-facets.ts";
import { useIsEmptyLibrary } from "../../queries/use-is-empty-library.ts";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { mostHits, useSearch } from "../../queries/use-search.ts";
import { useNoteSearches } from "../../queries/use-search-history.ts";
import type { ListWindow } from "../../reading/list-window.ts";
import { Welcome } from "../../screens/stand-in/welcome.tsx";
import { useCommanding } from "../../state/command-context.tsx";
import { filtersInUse } from "../../state/filters-in-use.ts";
import { useLayout } from "../../state/layout.ts";
import { useUi, useUiSteering } from "../../state/ui-context.tsx";
import { useRootPixels } from "../../state/use-root-pixels.ts";
import { useSlow } from "../../state/use-slow.ts";
import { useText } from "../../text/use-text.tsx";
import { SaveSearchLine } from "../find/save-search-line.tsx";
import { AreasNote, NothingInAreasFace } from "./areas-note.tsx";
import { EmptyFace, FailedFace, LoadingFace, NothingFoundFace } from "./list-faces.tsx";
import { ListHead } from "./list-head.tsx";
import { searchSource, windowSource } from "./list-source.ts";
import { QueryChips } from "./query-chips.tsx";
import { rowSizesOf } from "./row-sizes.ts";
import { SearchNotes } from "./search-notes.tsx";
import { EmptyShelfFace, ShelfLine } from "./shelf-line.tsx";
import { SinceLookedBar } from "./since-looked-bar.tsx";
import { useListPane } from "./use-list-pane.ts";
import { useOpenedCopies } from "./use-opened-copies.ts";
import { useSeenOnLeaving } from "./use-seen-on-leaving.ts";
import { type RowsHandle, VirtualRows } from "./virtual-rows.tsx";

/** Of deliveries, or of the references below the news. */
const viewsWithHeadings: ReadonlySet<View["kind"]> = new Set(["arrivals", "saved", "deleted"]);

export function ListPane({ onOpen }: { readonly onOpen: (id: BriefingId) => void }) {
  const ui = useUi();
  const { view, filters: ownFilters, query, selected } = ui;
  const { dispatch } = useUiSteering();
  const text = useText();
  const { settings } = useSettings();
  const filters = useMemo(
    () => filtersInUse({ view, filters: ownFilters, query, everywhere: ui.everywhere }, settings),
    [view, ownFilters, query, ui.everywhere, settings],
  );
  const rootPx = useRootPixels(settings);
  const headingId = useId();
  const rows = useRef<RowsHandle | null>(null);
  const [noShift] = useState(() => (count: number) => rows.current?.keepInPlace(count));
  // Another list starts at its top; the same one keeps its place.
  const isSearch = query.trim() !== "";
  const place = isSearch ? `search ${query.trim()}` : JSON.stringify({ view, filters });
  const { opened, toggle } = useOpenedCopies(place);
  const list = useBriefingList({ view, filters, opened, onShift: noShift });
  const search = useSearch(query, filters);
  const facets = useFacets(query, filters);
  useNoteSearches(query, search);
  const source = useMemo(
    () =>
      isSearch
        ? searchSource(search.answer, opened)
        : windowSource(list.window, { groups: view.kind === "arrivals", hasNews: view.kind !== "references" }),
    [isSearch, search.answer, opened, list.window, view.kind],
  );
  const sizes = useMemo(() => rowSizesOf(settings.density, rootPx), [settings.density, rootPx]);
  const isLoading = isSearch ? search.answer === null && !search.isSettled : list.isLoading;
  const isSlow = useSlow(isLoading);
  const isEmptyLibrary = useIsEmptyLibrary();
  const layout = useLayout();
  const { run } = useCommanding();
  const isSinceLooked = view.kind === "since-looked";
  const isWhole = !isSearch && !isFiltered(filters);
  const noteSeen = useSeenOnLeaving({ isSinceLooked, isWhole, window: list.window });
  const bug = isSearch ? search.bug : list.bug;
  const isHere = isSearch ? search.isSettled : !list.isLoading;
  const standing = !isHere ? "coming" : bug === null ? "here" : "failed";
  useListPane({ ui, standing, source, rows, whole: isWhole && !list.isLoading ? list.window : null, toggle });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the place decides, not the handle
  useEffect(() => rows.current?.toTop(), [place]);

  const onQuery = useCallback((next: string) => dispatch({ event: "query-typed", query: next }), [dispatch]);
  const { ensure } = list;
  const onVisible = useCallback(
    (visible: VisibleRows) => {
      if (isSearch) return;
      ensure(visible);
      noteSeen(visible);
    },
    [isSearch, ensure, noteSeen],
  );
  const onSelect = useCallback((id: BriefingId) => dispatch({ event: "row-selected", id }), [dispatch]);
  const title = useTitleOf(view);
  const outsideAreas = isSearch ? (search.answer?.outsideAreas ?? 0) : list.window.outsideAreas;

  // Alone on the screen it is the page's main part; beside the reader, the reader is.
  return (
    <section className="pane pane-list" aria-labelledby={headingId}>
      <ListHead
        headingId={headingId}
        title={isSearch ? text.reading.search.heading(query.trim()) : title}
        count={listCount({ isSearch, search, view, window: list.window, text })}
        waiting={isSearch ? null : list.waiting}
        onShowWaiting={() => {
          void list.reload().then(() => rows.current?.toTop());
        }}
      />
      {isSearch ? <SaveSearchLine /> : null}
      {filtersInUse({ view, filters: noFilters, query, everywhere: false }, settings) === noFilters ? null : (
        <AreasNote areas={settings.areas} outside={outsideAreas} />
      )}
      {isSearch ? <QueryChips query={query} facets={facets} onQuery={onQuery} /> : null}
      {isSearch ? <SearchNotes search={search} query={query} onQuery={onQuery} /> : null}
      {!isSearch && isSinceLooked ? <SinceLookedBar /> : null}
      {!isSearch && view.kind === "references" ? <ShelfLine /> : null}
      <div className="list-body" aria-busy={isLoading}>
        {bug !== null && source.count === 0 ? (
          <FailedFace bug={bug} onAgain={isSearch ? search.again : () => void list.reload()} />
        ) : source.count > 0 && !(isLoading && isSlow) ? (
          <VirtualRows
            handle={rows}
            source={source}
            sizes={sizes}
            isSearch={isSearch}
            hasHeadings={isSearch ? search.answer?.references.length !== 0 : viewsWithHeadings.has(view.kind)}
            label={isSearch ? text.reading.search.heading(query.trim()) : title}
            selected={selected}
            opened={opened}
            onToggleCopies={toggle}
            onChoose={onOpen}
            onSelect={onSelect}
            onVisible={onVisible}
          />
        ) : isLoading ? (
          <LoadingFace isSlow={isSlow} rowPx={sizes.row} />
        ) : outsideAreas > 0 ? (
          <NothingInAreasFace />
        ) : isSearch ? (
          <NothingFoundFace
            query={query.trim()}
            filters={ownFilters}
            wider={search.answer?.wider ?? []}
            isPartial={search.answer !== null && search.answer.searched < search.answer.outOf}
          />
        ) : view.kind === "references" ? (
          <EmptyShelfFace />
        ) : isEmptyLibrary && layout === "one" ? (
          <Welcome onChooseFiles={() => run(openFiles)} />
        ) : (
          <EmptyFace view={view} filters={ownFilters} stillCounting={list.window.total === null} />
        )}
      </div>
      {!isSearch && list.window.total === null && source.count > 0 ? (
        <p className="list-foot">{text.reading.list.stillLoading}</p>
      ) : null}
    </section>
  );
}

function listCount({
  isSearch,
  search,
  window: { total, hiddenCopies },
  view,
  text,
}: {
  readonly view: View;
  readonly isSearch: boolean;
  readonly search: ReturnType<typeof useSearch>;
  readonly window: ListWindow;
  readonly text: ReturnType<typeof useText>;
}): string {
  if (!isSearch && view.kind === "references") return total === null ? "" : text.shelf.count(total);
  if (!isSearch) {
    if (total === null || total === 0) return "";
    // Every briefing counts, also those that stand behind another.
    const all = text.reading.list.count(total + hiddenCopies);
    return hiddenCopies === 0 ? all : `${all}, ${text.copies.grouped(hiddenCopies)}`;
  }
  const { answer } = search;
  if (answer === null) return text.reading.search.searching;
  // What can't be said yet of the whole is said below, with how much was searched.
  if (answer.total === 0 && answer.searched < answer.outOf) return "";
  if (answer.isAtLeast) return text.reading.search.atLeast(answer.total);
  return text.reading.search.hits(Math.min(answer.total, mostHits), answer.total);
}

function useTitleOf(view: View): string {
  const text = useText();
  const words = text.reading.views;
  const { answer } = useLibraryQuery("listSources", {}, { dependsOn: ["sources"], enabled: view.kind === "source" });
  if (view.kind === "references") return text.shelf.name;
  if (view.kind !== "source") return words[view.kind];
  return answer?.find(({ source }) => source.id === view.sourceId)?.source.name ?? words.sources;
}
