import type { UiState } from "./ui-state.ts";

/** Whether the rows on screen are those that are asked for now. */
export type RowsStanding = "coming" | "here" | "failed";

/** Where a person stood when they pressed a key. */
export interface Standing {
  readonly ui: UiState;
  readonly focused: Element | null;
}

/** What keys asked of rows that hadn't come yet. */
export interface HurriedKeys {
  add(act: () => void): void;
  /** Only where others wait; false = none does. */
  addBehind(act: () => void): boolean;
  /** The rows are there: done in order, unless the person went on to something else meanwhile. */
  run(): void;
  drop(): void;
}

export function hurriedKeys(standsNow: () => Standing): HurriedKeys {
  let waiting: { readonly since: Standing; readonly acts: (() => void)[] } | null = null;
  return {
    add(act) {
      const now = standsNow();
      if (waiting !== null && staysAt(waiting.since, now)) waiting.acts.push(act);
      else waiting = { since: now, acts: [act] };
    },
    addBehind(act) {
      if (waiting === null || !staysAt(waiting.since, standsNow())) return false;
      waiting.acts.push(act);
      return true;
    },
    run() {
      const done = waiting;
      waiting = null;
      if (done === null || !staysAt(done.since, standsNow())) return;
      for (const act of done.acts) act();
    },
    drop() {
      waiting = null;
    },
  };
}

/** Both ask for the same rows. */
export function asksSame(a: UiState, b: UiState): boolean {
  return a.view === b.view && a.filters === b.filters && a.everywhere === b.everywhere && a.query === b.query;
}

function staysAt(before: Standing, { ui, focused }: Standing): boolean {
  return (
    asksSame(before.ui, ui) &&
    before.ui.palette === ui.palette &&
    before.ui.selected === ui.selected &&
    before.ui.dialog === ui.dialog &&
    before.ui.pane === ui.pane &&
    // Rows that give way while others load leave the focus to the page itself.
    (before.focused === focused || focused === null || focused.localName === "body")
  );
}
