import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { BugFailure } from "../../model/failure.ts";
import type { BriefingId } from "../../model/ids.ts";
import type { InterfaceLanguage } from "../../model/settings.ts";
import type { Filters, ListPage, View } from "../../model/view.ts";
import {
  comparePages,
  emptyWindow,
  type ListWindow,
  liveOffsetOf,
  missingPages,
  pageRows,
  receivePage,
  rowAt,
  rowCount,
  setDeparted,
  shiftOf,
} from "../reading/list-window.ts";
import { useText } from "../text/use-text.tsx";
import { useLibraryConnection } from "./library-context.tsx";
import { useReadingStates } from "./reading-states-context.tsx";
import { asBug } from "./use-library.ts";

export interface VisibleRows {
  readonly first: number;
  readonly last: number;
}

export interface BriefingList {
  readonly window: ListWindow;
  /** The window is of another view: its first rows are on the way. */
  readonly isLoading: boolean;
  readonly bug: BugFailure | null;
  /** So many rows came in and wait; 0 = the order changed in another way; null = nothing waits. */
  readonly waiting: number | null;
  /** Loads what these rows need. */
  ensure(visible: VisibleRows): void;
  /** Takes over what the library has now; the row at the top of the screen stays where it is. */
  reload(): Promise<void>;
}

interface Held {
  readonly key: string;
  readonly window: ListWindow;
  readonly bug: BugFailure | null;
  readonly waiting: number | null;
}

/** Batches of a running sync follow each other quickly; one look answers for several. */
const lookDelayMs = 400;

export function useBriefingList({
  view,
  filters,
  opened,
  onShift,
}: {
  readonly view: View;
  readonly filters: Filters;
  /** Rows whose copies are listed below them. */
  readonly opened: ReadonlySet<BriefingId>;
  /** The rows on screen now stand so many rows further down. */
  readonly onShift: (rows: number) => void;
}): BriefingList {
  const { calls, on, onOwnChange } = useLibraryConnection();
  const states = useReadingStates();
  const { language } = useText();
  const key = JSON.stringify({ view, filters, language });
  const hasAreas = filters.areas.length > 0;
  const [held, setHeld] = useState<Held>({ key, window: emptyWindow, bug: null, waiting: null });
  const now = useRef(held);
  const visible = useRef<VisibleRows>({ first: 0, last: 20 });
  const round = useRef(0);
  const asked = useRef(new Set<number>());
  const shift = useRef(onShift);
  shift.current = onShift;
  const openedNow = useRef(opened);
  openedNow.current = opened;

  const put = useCallback((next: Held) => {
    now.current = next;
    setHeld(next);
  }, []);

  const fetchAt = useCallback(
    (offset: number): Promise<ListPage> =>
      calls.listBriefings({
        opened: [...openedNow.current],
        ...(JSON.parse(key) as { view: View; filters: Filters; language: InterfaceLanguage }),
        offset,
        limit: pageRows,
      }),
    [calls, key],
  );

  const reload = useCallback(async () => {
    const mine = ++round.current;
    asked.current.clear();
    const before = now.current.key === key ? now.current.window : emptyWindow;
    const { first, last } = before === emptyWindow ? { first: 0, last: 0 } : visible.current;
    const moment = states.moment();
    const anchor = rowAt(before, first)?.head.id ?? null;
    try {
      let fresh = emptyWindow;
      const load = async (from: number, to: number) => {
        for (let page = pageOf(from); page <= pageOf(to); page++) {
          if (fresh.pages.has(page)) continue;
          fresh = receivePage(fresh, page, await fetchAt(page * pageRows));
        }
      };
      await load(first, last);
      if (anchor !== null && shiftOf(first, fresh, anchor) === null) {
        const grown = rowCount(fresh) - (rowCount(before) - before.departed.size);
        await load(first + grown, last + grown);
      }
      if (mine !== round.current) return;
      put({ key, window: fresh, bug: null, waiting: null });
      states.learn([...fresh.pages.values()].flat(), moment);
      if (anchor !== null) shift.current(shiftOf(first, fresh, anchor) ?? 0);
    } catch (error) {
      if (mine === round.current) put({ key, window: before, bug: asBug(error), waiting: null });
    }
  }, [fetchAt, key, put, states]);

  const look = useCallback(async () => {
    const mine = round.current;
    const before = now.current;
    if (before.key !== key || rowCount(before.window) === 0) return reload();
    const answers = new Map<number, ListPage>();
    const moment = states.moment();
    try {
      const { first, last } = visible.current;
      const lastRow = Math.min(last, rowCount(before.window) - 1);
      for (let page = pageOf(Math.min(first, lastRow)); page <= pageOf(lastRow); page++) {
        answers.set(page, await fetchAt(liveOffsetOf(before.window, page)));
      }
    } catch {
      // The rows on screen stay; the next change or the person's next step asks again.
      return;
    }
    if (mine !== round.current) return;
    if (now.current !== before) return look();
    states.learn(
      [...answers.values()].flatMap(({ rows }) => rows),
      moment,
    );
    const comparison = comparePages(before.window, answers);
    asked.current.clear();
    if (comparison.kind === "moved") put({ ...before, waiting: Math.max(before.waiting ?? 0, comparison.added) });
    else put({ ...before, bug: null, window: comparison.window });
  }, [fetchAt, key, put, reload, states]);

  useEffect(() => {
    visible.current = { first: 0, last: 20 };
    void reload();
    return () => {
      round.current++;
    };
  }, [reload]);

  const wasOpened = useRef(opened);
  useEffect(() => {
    if (wasOpened.current === opened) return;
    wasOpened.current = opened;
    if (now.current.key === key) void reload();
  }, [opened, key, reload]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const lookSoon = () => {
      timer ??= setTimeout(() => {
        timer = null;
        void look();
      }, lookDelayMs);
    };
    const stopChanged = on("changed", ({ kinds, ids }) => {
      const own = ids !== "many" && ids.every((id) => states.patchOf(id) !== undefined);
      if (kinds.includes("briefings") || kinds.includes("catalogue") || kinds.includes("deliveries")) lookSoon();
      else if (kinds.includes("names") && hasAreas) lookSoon();
      else if (kinds.includes("reading-state") && !own) lookSoon();
    });
    const stopStatus = on("status", ({ at }) => {
      if (at === "ready" || at === "read-only") lookSoon();
    });
    return () => {
      stopChanged();
      stopStatus();
      if (timer !== null) clearTimeout(timer);
    };
  }, [on, look, states, hasAreas]);

  const ensure = useCallback(
    (range: VisibleRows) => {
      visible.current = range;
      const { window, waiting } = now.current;
      if (now.current.key !== key) return;
      const missing = missingPages(window, range.first, range.last).filter((page) => !asked.current.has(page));
      if (missing.length === 0) return;
      // Unloaded rows may have moved, so from here on the list is taken over as it is now.
      if (waiting !== null) {
        void reload();
        return;
      }
      const mine = round.current;
      const moment = states.moment();
      for (const page of missing) {
        asked.current.add(page);
        fetchAt(liveOffsetOf(window, page)).then(
          (answer) => {
            asked.current.delete(page);
            if (mine !== round.current) return;
            put({ ...now.current, window: receivePage(now.current.window, page, answer) });
            states.learn(answer.rows, moment);
          },
          (error: unknown) => {
            asked.current.delete(page);
            if (mine === round.current) put({ ...now.current, bug: asBug(error) });
          },
        );
      }
    },
    [fetchAt, key, put, reload, states],
  );

  const asksUnread = view.kind === "unread" || filters.unreadOnly;
  const asksSaved = view.kind === "saved" || filters.savedOnly;
  useEffect(
    () =>
      onOwnChange((change) => {
        if (change.own === "rows") void reload();
        if (change.own === "rows" || now.current.key !== key) return;
        const { read, saved } = change.patch;
        let { window } = now.current;
        for (const id of change.ids) {
          if (asksUnread && read !== undefined) window = setDeparted(window, id, read);
          if (asksSaved && saved !== undefined) window = setDeparted(window, id, !saved);
        }
        if (window !== now.current.window) put({ ...now.current, window });
      }),
    [onOwnChange, reload, key, asksUnread, asksSaved, put],
  );

  const isLoading = held.key !== key || (held.window === emptyWindow && held.bug === null);
  return useMemo(
    () => ({ window: held.window, isLoading, bug: held.bug, waiting: held.waiting, ensure, reload }),
    [held, isLoading, ensure, reload],
  );
}

function pageOf(row: number): number {
  return Math.floor(Math.max(0, row) / pageRows);
}
