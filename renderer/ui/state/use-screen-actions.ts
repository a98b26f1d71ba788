import { useMemo } from "react";
import type { BriefingId } from "../../model/ids.ts";
import type { ScreenActions } from "../commands/command.ts";
import { asBug } from "../queries/use-library.ts";
import { copyPlainText } from "./copy-plain-text.ts";
import { asksSame } from "./hurried-keys.ts";
import { isFocusStill } from "./is-focus-still.ts";
import { layoutNow } from "./layout.ts";
import { type Panes, usePanes } from "./panes.tsx";
import { type UiSteering, useUiSteering } from "./ui-context.tsx";
import { paneBehind, placeFor } from "./ui-state.ts";

/** While a key is held down only the row where it stops is opened. */
const openDelayMs = 90;

/** What commands do to the screen. Never changes. */
export function useScreenActions(): ScreenActions {
  const panes = usePanes();
  const steering = useUiSteering();
  return useMemo(() => makeScreenActions(panes, steering), [panes, steering]);
}

function makeScreenActions(panes: Panes, steering: UiSteering): ScreenActions {
  const { dispatch, openDialog, tell, forgetUndo, now } = steering;
  let opening: ReturnType<typeof setTimeout> | null = null;

  function open(id: BriefingId): void {
    if (opening !== null) clearTimeout(opening);
    opening = null;
    dispatch({ event: "briefing-opened", place: placeFor(id, now().query) });
  }

  function moveTo(id: BriefingId): void {
    dispatch({ event: "row-selected", id });
    panes.list?.reveal(id);
    // Who reads goes on reading; otherwise the keys go on in the list.
    if (document.activeElement?.closest("main, .rows") == null) panes.list?.focus();
    if (layoutNow() === "one" && now().pane !== "reader") return;
    if (opening !== null) clearTimeout(opening);
    // Another row may have been chosen meanwhile, by a click or another key: then that one stays.
    opening = setTimeout(() => {
      if (now().selected === id) open(id);
    }, openDelayMs);
  }

  function step(which: "next" | "previous" | "next-unread"): void {
    const before = now();
    const { selected } = before;
    if (which !== "next-unread") {
      const id = panes.list?.idBeside(selected, which === "next" ? 1 : -1) ?? null;
      if (id !== null) moveTo(id);
      return;
    }
    const focused = document.activeElement;
    panes.list?.nextUnread(selected).then(
      (id) => {
        // It may be asked of the library: who went on to something else meanwhile stays there.
        if (!asksSame(before, now()) || now().selected !== selected || !isFocusStill(focused)) return;
        if (id === null) tell({ kind: "no-more-unread" });
        else moveTo(id);
      },
      (error: unknown) => tell({ kind: "failed", failure: asBug(error) }),
    );
  }

  function showPane(pane: "views" | "list" | "reader"): void {
    dispatch({ event: "pane-shown", pane });
    // Hidden panes can't take the focus until they are shown.
    requestAnimationFrame(() => {
      if (pane === "list") panes.list?.focus();
      if (pane === "reader") panes.reader?.focus();
    });
  }

  function focusSearchBox(then: () => void): void {
    if (now().pane === "reader" && layoutNow() === "one") dispatch({ event: "pane-shown", pane: "list" });
    const take = () => {
      panes.searchBox?.focus();
      then();
    };
    take();
    // Out of sight it can't take the focus before the pane is shown.
    if (document.activeElement !== panes.searchBox) requestAnimationFrame(take);
  }

  return {
    openDialog,
    tell,
    forgetUndo,
    showView: (view) => dispatch({ event: "view-chosen", view }),
    select: (which) => panes.list?.whenHere(() => step(which)),
    openSelected() {
      const { selected, place } = now();
      if (selected === null) return;
      if (place?.id !== selected) open(selected);
      showPane("reader");
    },
    stepOut() {
      const open = document.querySelector<HTMLElement>(":popover-open");
      if (open !== null) {
        open.hidePopover();
        return;
      }
      const { query, pane, notice } = now();
      const isOnlyReader = layoutNow() === "one" && pane === "reader";
      const inReader = isOnlyReader || document.activeElement?.closest("main") != null;
      if (inReader) showPane("list");
      else if (query !== "") dispatch({ event: "query-typed", query: "" });
      // A second Esc after the one that closed a preview mustn't take away the way back.
      else if (notice !== null && notice.reopens === undefined) {
        dispatch({ event: "notice-gone", number: notice.number });
      } else if (layoutNow() !== "three") showPane(paneBehind(pane === "reader" ? "list" : pane));
      else panes.list?.focus();
    },
    go(where) {
      dispatch({ event: "went", where });
      if (layoutNow() === "one" && now().place !== null) showPane("reader");
    },
    stepMatch: (which) => panes.reader?.stepMatch(which),
    openPalette() {
      dispatch({ event: "palette-typed", text: "" });
      focusSearchBox(() => {});
    },
    focusSearch: () => focusSearchBox(() => panes.searchBox?.select()),
    copyWithSource() {
      const copied = panes.reader?.copyText() ?? null;
      if (copied === null) return;
      copyPlainText(copied).then(
        (done) => tell({ kind: done ? "copied" : "not-copied" }),
        () => tell({ kind: "not-copied" }),
      );
    },
    print: () => panes.reader?.print(),
    toggleCopies() {
      panes.list?.whenHere(() => {
        const { selected } = now();
        if (selected === null || panes.list?.toggleCopies(selected) !== true) tell({ kind: "no-copies" });
      });
    },
    shown: () => new Promise((resolve) => panes.list?.whenHere(() => resolve(panes.list?.shown() ?? null))),
    chooseFiles: () => panes.filePicker?.click(),
    chooseFolder: () => panes.folderPicker?.click(),
  };
}
