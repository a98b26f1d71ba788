import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import type { BriefingId } from "../../model/ids.ts";
import type { LibraryStatus } from "../../model/library-status.ts";
import type { SyncStatus } from "../../model/sync-status.ts";
import { menuModel } from "../commands/menu-model.ts";
import { commandById, commands } from "../commands/registry.ts";
import { useShortcuts } from "../commands/use-shortcuts.ts";
import { ListPane } from "../components/list/list-pane.tsx";
import { NoticeBar } from "../components/notice-bar.tsx";
import { ReaderPane } from "../components/reader/reader-pane.tsx";
import { SearchBox } from "../components/search-box.tsx";
import { StatusLine } from "../components/sync/status-line.tsx";
import { TakeIn } from "../components/take-in.tsx";
import { ViewsPane } from "../components/views-pane.tsx";
import { useLibraryConnection } from "../queries/library-context.tsx";
import { useNewHits } from "../queries/use-new-hits.ts";
import { useCommanding } from "../state/command-context.tsx";
import { layoutNow, useLayout } from "../state/layout.ts";
import { usePanes } from "../state/panes.tsx";
import { useUiPart, useUiSteering } from "../state/ui-context.tsx";
import { type Pane, placeFor } from "../state/ui-state.ts";
import { useText } from "../text/use-text.tsx";
import { useAskWhoReads } from "./readers/use-ask-who-reads.ts";

export interface MainScreenProps {
  readonly library: LibraryStatus | null;
  readonly sync: SyncStatus | null;
}

/** Views, list, reader, bottom line: in the order in which they are seen and reached by Tab. */
export function MainScreen({ library, sync }: MainScreenProps) {
  const pane = useUiPart((state) => state.pane);
  const { dispatch, now } = useUiSteering();
  const commanding = useCommanding();
  const { screen } = commanding.context;
  const panes = usePanes();
  useShortcuts(commands, {
    ...commanding,
    behindWaitingKeys: (act) => panes.list?.behindWaitingKeys(act) ?? false,
  });
  useHostMenu(sync?.at ?? null);
  useGoOnFromGone();
  useKeepReading();
  useNewHits();
  useAskWhoReads(library?.at ?? null);

  const open = useCallback(
    (id: BriefingId) => {
      dispatch({ event: "row-selected", id });
      // Where the reader stands beside the list the focus stays in the list, so that arrow keys go on there.
      if (layoutNow() === "one") screen.openSelected();
      else dispatch({ event: "briefing-opened", place: placeFor(id, now().query) });
    },
    [dispatch, now, screen],
  );

  return (
    <TakeIn>
      <div className="shell" data-pane={pane}>
        <SearchBox />
        <Alone pane="views">
          <ViewsPane />
        </Alone>
        <Alone pane="list">
          <ListPane onOpen={open} />
        </Alone>
        <ReaderPane />
        <div className="bottom">
          <NoticeBar />
          <StatusLine library={library} sync={sync} />
        </div>
      </div>
    </TakeIn>
  );
}

/** The reader is what the page is about; where another pane has the screen to itself, that is. */
function Alone({ pane, children }: { readonly pane: Pane; readonly children: ReactNode }) {
  const layout = useLayout();
  const isAlone = useUiPart((state) => state.pane === pane) && layout === "one";
  return (
    <div className="pane-place" role={isAlone ? "main" : undefined}>
      {children}
    </div>
  );
}

/** What was deleted or put back leaves the screen, and the next one takes its place. */
function useGoOnFromGone(): void {
  const { onOwnChange } = useLibraryConnection();
  const { dispatch, now } = useUiSteering();
  const panes = usePanes();
  useEffect(
    () =>
      onOwnChange((change) => {
        if (change.own !== "rows") return;
        for (const id of change.gone) {
          if (now().selected === id) {
            const next = panes.list?.idBeside(id, 1) ?? panes.list?.idBeside(id, -1) ?? null;
            if (next !== null) dispatch({ event: "row-selected", id: next });
            if (layoutNow() === "one") dispatch({ event: "pane-shown", pane: "list" });
            else if (next !== null) dispatch({ event: "briefing-opened", place: placeFor(next, now().query) });
          }
          dispatch({ event: "briefing-left", id });
        }
      }),
    [onOwnChange, dispatch, now, panes],
  );
}

/** Whoever zooms in on what they read goes on reading; a search that is being typed and the views stay in sight. */
function useKeepReading(): void {
  const layout = useLayout();
  const { dispatch, now } = useUiSteering();
  const panes = usePanes();
  const before = useRef(layout);
  useLayoutEffect(() => {
    const hasNarrowed = layout === "one" && before.current !== "one";
    before.current = layout;
    const { pane, place } = now();
    if (!hasNarrowed || pane !== "list" || place === null || document.activeElement === panes.searchBox) return;
    const wasInReader = document.activeElement?.closest("main") != null;
    dispatch({ event: "pane-shown", pane: "reader" });
    if (!wasInReader) requestAnimationFrame(() => panes.reader?.focus());
  }, [layout, dispatch, now, panes]);
}

/** The host's own menu, where it has one, says and does the same as the keys. */
function useHostMenu(sync: SyncStatus["at"] | null): void {
  const { calls, on } = useLibraryConnection();
  const { context, run } = useCommanding();
  const text = useText();
  const isSelected = useUiPart(({ selected }) => selected !== null);
  const view = useUiPart((state) => state.view);
  const isSearching = useUiPart(({ query }) => query.trim() !== "");
  const canUndo = useUiPart(({ undoable }) => undoable.length > 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the menu says hangs on these, through the context
  const model = useMemo(
    () => menuModel(commands, context),
    [context, text, isSelected, view, isSearching, canUndo, sync],
  );
  useEffect(() => {
    calls.setMenu(model).catch(() => {});
  }, [calls, model]);
  useEffect(
    () =>
      on("menu-chosen", ({ commandId }) => {
        const command = commandById(commandId);
        if (command !== null) run(command);
      }),
    [on, run],
  );
}
