import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useRef } from "react";
import type { BriefingRow } from "../../model/briefing.ts";
import type { SyncStatus } from "../../model/sync-status.ts";
import type { Command, CommandContext } from "../commands/command.ts";
import { useLibrary } from "../queries/library-context.tsx";
import { useReadingStates } from "../queries/reading-states-context.tsx";
import { useSettings } from "../queries/settings-context.tsx";
import { asBug } from "../queries/use-library.ts";
import { useText } from "../text/use-text.tsx";
import { filtersInUse } from "./filters-in-use.ts";
import { usePanes } from "./panes.tsx";
import { useUiSteering } from "./ui-context.tsx";
import { useScreenActions } from "./use-screen-actions.ts";

interface Commanding {
  /** Looks at everything when it is read, so it never has to be made anew. */
  readonly context: CommandContext;
  /**
   * Answers when it has ended, well or not; what went wrong is told on the screen. `about` is what it means where that
   * isn't the selected row.
   */
  readonly run: (command: Command, about?: BriefingRow) => Promise<void>;
}

const CommandingContext = createContext<Commanding | null>(null);

export function CommandProvider({
  sync,
  children,
}: {
  readonly sync: SyncStatus["at"] | null;
  readonly children: ReactNode;
}) {
  const library = useLibrary();
  const screen = useScreenActions();
  const panes = usePanes();
  const states = useReadingStates();
  const { now } = useUiSteering();
  const { settings } = useSettings();
  const text = useText();
  const latest = useRef({ text, settings, sync });
  useLayoutEffect(() => {
    latest.current = { text, settings, sync };
  });

  const commanding = useMemo<Commanding>(() => {
    const asItStands = (row: BriefingRow): BriefingRow => ({
      ...row,
      state: { ...row.state, ...states.patchOf(row.head.id) },
    });
    const currentRow = (): BriefingRow | null => {
      const { selected } = now();
      if (selected === null) return null;
      const reading = panes.reader?.row ?? null;
      const row = reading?.head.id === selected ? reading : (panes.list?.rowOf(selected) ?? null);
      return row === null ? null : asItStands(row);
    };
    const context: CommandContext = {
      library,
      screen,
      get text() {
        return latest.current.text;
      },
      get settings() {
        return latest.current.settings;
      },
      get isSyncing() {
        return latest.current.sync === "syncing";
      },
      get isWaitingForLink() {
        return latest.current.sync === "waiting-for-link";
      },
      get query() {
        return now().query;
      },
      get isSearching() {
        return now().query.trim() !== "";
      },
      get undoable() {
        return now().undoable.at(-1) ?? null;
      },
      get view() {
        return now().view;
      },
      get filters() {
        return filtersInUse(now(), latest.current.settings);
      },
      get briefing() {
        return currentRow();
      },
    };
    return {
      context,
      async run(command, about) {
        const meant = about === undefined ? context : { ...context, briefing: asItStands(about) };
        if (command.isEnabled?.(meant) === false) return;
        try {
          await command.run(meant);
        } catch (error) {
          screen.tell({ kind: "failed", failure: asBug(error) });
        }
      },
    };
  }, [library, screen, panes, states, now]);

  return <CommandingContext value={commanding}>{children}</CommandingContext>;
}

export function useCommanding(): Commanding {
  const commanding = use(CommandingContext);
  if (commanding === null) throw new Error("useCommanding stands outside CommandProvider");
  return commanding;
}
