import { type RefObject, useLayoutEffect, useState } from "react";
import type { Library } from "../../../contracts/library.ts";
import type { BriefingRow } from "../../../model/briefing.ts";
import type { BriefingId } from "../../../model/ids.ts";
import type { Settings } from "../../../model/settings.ts";
import { orderTimeOf } from "../../../model/time.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useReadingStates } from "../../queries/reading-states-context.tsx";
import { useSettings } from "../../queries/settings-context.tsx";
import type { ListWindow } from "../../reading/list-window.ts";
import type { ReadingStates } from "../../reading/reading-states.ts";
import { filtersInUse } from "../../state/filters-in-use.ts";
import { asksSame, hurriedKeys, type RowsStanding } from "../../state/hurried-keys.ts";
import { usePanes } from "../../state/panes.tsx";
import { useUiSteering } from "../../state/ui-context.tsx";
import type { UiState } from "../../state/ui-state.ts";
import type { ListSource } from "./list-item.ts";
import type { RowsHandle } from "./virtual-rows.tsx";

/** Leaves with the panes what keys and commands may ask of the list. */
export function useListPane({
  ui,
  standing,
  source,
  rows,
  whole,
  toggle,
}: {
  /** What the rows are asked for with. */
  readonly ui: UiState;
  readonly standing: RowsStanding;
  readonly source: ListSource;
  readonly rows: RefObject<RowsHandle | null>;
  /** null = a filter, a search or the loading hides a part of the view. */
  readonly whole: ListWindow | null;
  readonly toggle: (id: BriefingId) => void;
}): void {
  const panes = usePanes();
  const library = useLibrary();
  const states = useReadingStates();
  const { now } = useUiSteering();
  const { settings } = useSettings();
  const [keys] = useState(() => hurriedKeys(() => ({ ui: now(), focused: document.activeElement })));
  useLayoutEffect(() => {
    panes.list = {
      whenHere(act) {
        // A key may come before what was just asked has been rendered.
        if (standing === "coming" || !asksSame(ui, now())) keys.add(act);
        else act();
      },
      behindWaitingKeys: keys.addBehind,
      rowOf: (id) => source.itemAt(source.indexOf(id))?.row ?? null,
      idBeside(id, by) {
        const at = id === null ? -1 : source.indexOf(id);
        const index = at < 0 ? (by === 1 ? 0 : source.count - 1) : at + by;
        return source.itemAt(index)?.row.head.id ?? null;
      },
      nextUnread: (after) => findNextUnread({ source, states, library, ui: now(), settings, after }),
      reveal(id) {
        const index = source.indexOf(id);
        if (index >= 0) rows.current?.reveal(index);
      },
      toggleCopies(id) {
        const copies = source.itemAt(source.indexOf(id))?.copies ?? null;
        if (copies !== null) toggle(copies.role === "copy" ? copies.of : copies.id);
        return copies !== null;
      },
      shown: () =>
        whole === null || whole.total === null ? null : { upTo: whole.upTo, count: whole.total + whole.hiddenCopies },
      focus: () => rows.current?.focus(),
    };
  }, [panes, ui, standing, keys, source, rows, whole, toggle, library, states, now, settings]);

  useLayoutEffect(() => {
    if (standing === "failed") keys.drop();
    else if (standing === "here" && asksSame(ui, now())) keys.run();
  }, [ui, standing, keys, now]);
}

/** Among the loaded rows below first; then the library is asked, below and at last from the top. */
async function findNextUnread({
  source,
  states,
  library,
  ui,
  settings,
  after,
}: {
  readonly source: ListSource;
  readonly states: ReadingStates;
  readonly library: Library;
  readonly ui: UiState;
  readonly settings: Settings;
  readonly after: BriefingId | null;
}): Promise<BriefingId | null> {
  const isUnread = ({ head, state }: BriefingRow) =>
    head.id !== after && !(states.patchOf(head.id)?.read ?? state.read);
  const start = after === null ? -1 : source.indexOf(after);
  for (let index = start + 1; index < source.count; index++) {
    const row = source.itemAt(index)?.row;
    if (row === undefined) break;
    if (isUnread(row)) return row.head.id;
  }
  if (ui.query.trim() !== "") return null;
  const anywhere = { ...filtersInUse(ui, settings), unreadOnly: true };
  const from = source.itemAt(start)?.row;
  const below = from === undefined ? anywhere : { ...anywhere, until: orderTimeOf(from.head.times) };
  for (const filters of [below, anywhere]) {
    const { rows } = await library.listBriefings({ view: ui.view, filters, offset: 0, limit: 20 });
    const found = rows.find(isUnread);
    if (found !== undefined) return found.head.id;
  }
  return null;
}
