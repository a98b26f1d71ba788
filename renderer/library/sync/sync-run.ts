import type { CancelSignal } from "../../contracts/calls.ts";
import type { BugFailure, CommitFailure } from "../../model/failure.ts";
import type { ArticlesTally } from "../../model/full-text.ts";
import type { SourceId } from "../../model/ids.ts";
import type { Source } from "../../model/source.ts";
import type { SourceProgress } from "../../model/sync-status.ts";
import { failureOf } from "./conclude-sync.ts";
import { nextToStart } from "./order-sources.ts";
import { isLinkMissing } from "./retry-schedule.ts";
import type { SourceOutcome } from "./sync-source.ts";

/** One source in the running sync. */
export interface RunPart {
  readonly source: Source;
  readonly progress: SourceProgress;
  readonly received: number;
  readonly added: number;
  readonly revised: number;
  /** The link gave out on the way. */
  readonly linkCut: boolean;
}

export interface SyncRun {
  parts(): readonly RunPart[];
  /** A look whether the link is back: nothing to show until something answers. */
  isQuiet(): boolean;
  /** Takes sources in that aren't in it yet. */
  join(sources: readonly Source[]): void;
  cancel(sourceId: SourceId | null): void;
  readonly ended: Promise<void>;
}

export type ArticlesProgress = Omit<Extract<SourceProgress, { at: "articles" }>, "at">;

export interface ArticlesOutcome extends ArticlesTally {
  readonly received: number;
  readonly linkCut: boolean;
  readonly failure: CommitFailure | BugFailure | null;
}

export interface RunTools {
  readonly order: (sources: readonly Source[]) => readonly Source[];
  readonly syncOne: (
    source: Source,
    how: { readonly signal: CancelSignal; readonly onProgress: (progress: SourceProgress) => void },
  ) => Promise<SourceOutcome>;
  /** What follows once every feed is in. */
  readonly articles: {
    readonly isDue: (source: Source) => boolean;
    readonly getDue: (
      source: Source,
      how: { readonly signal: CancelSignal; readonly onProgress: (progress: ArticlesProgress) => void },
    ) => Promise<ArticlesOutcome>;
  };
  readonly whyNothingCanBeKept: () => Promise<CommitFailure | null>;
  readonly onChange: (change: "count" | "step") => void;
}

/** `joinOnAnswer`: a quiet look at one source, which all of these join once anything answers. */
export function startRun(
  sources: readonly Source[],
  { joinOnAnswer, ...tools }: RunTools & { readonly joinOnAnswer: readonly Source[] | null },
): SyncRun {
  const parts = new Map<SourceId, RunPart>();
  const aborts = new Map<SourceId, AbortController>();
  let isQuiet = joinOnAnswer !== null;
  join(sources);
  return { parts: () => [...parts.values()], isQuiet: () => isQuiet, join: joinAloud, cancel, ended: work() };

  function join(newcomers: readonly Source[]): void {
    for (const source of newcomers) {
      if (parts.has(source.id)) continue;
      aborts.set(source.id, new AbortController());
      parts.set(source.id, { source, progress: { at: "waiting" }, received: 0, added: 0, revised: 0, linkCut: false });
    }
  }

  function joinAloud(newcomers: readonly Source[]): void {
    isQuiet = false;
    join(newcomers);
    tools.onChange("step");
  }

  function cancel(sourceId: SourceId | null): void {
    for (const [id, abort] of aborts) if (sourceId === null || id === sourceId) abort.abort();
  }

  function update(source: Source, change: Partial<RunPart> & Pick<RunPart, "progress">): void {
    const before = parts.get(source.id);
    if (before === undefined) return;
    parts.set(source.id, { ...before, ...change });
    if (isQuiet && isAnswer(change.progress)) {
      isQuiet = false;
      join(joinOnAnswer ?? []);
    }
    tools.onChange(before.progress.at === change.progress.at ? "count" : "step");
  }

  async function work(): Promise<void> {
    const full = await tools.whyNothingCanBeKept();
    const running = new Map<SourceId, Promise<unknown>>();
    for (;;) {
      const all = [...parts.values()];
      const waiting = all.filter(({ progress }) => progress.at === "waiting").map(({ source }) => source);
      const failure = full ?? storeFailureOf(all);
      const busy = all.filter(({ source }) => running.has(source.id)).map(({ source }) => source);
      const next = nextToStart(tools.order(waiting), failure === null ? busy : []);
      if (next !== null) {
        const skipped = whySkipped(next, failure);
        if (skipped === null)
          running.set(
            next.id,
            fetchOne(next).finally(() => running.delete(next.id)),
          );
        else update(next, { progress: skipped });
      } else if (running.size > 0) await Promise.race(running.values());
      else {
        const due = failure === null ? nextForArticles(all) : null;
        if (due === null) return;
        running.set(
          due.source.id,
          getArticles(due).finally(() => running.delete(due.source.id)),
        );
      }
    }
  }

  /** Text of every source first, then the articles behind extracts: of one source at a time, the first in order first. */
  function nextForArticles(all: readonly RunPart[]): RunPart | null {
    const due = all.filter(
      ({ source, progress }) =>
        progress.at === "done" &&
        progress.articles === undefined &&
        !aborts.get(source.id)?.signal.aborted &&
        tools.articles.isDue(source),
    );
    const [first] = tools.order(due.map(({ source }) => source));
    return due.find(({ source }) => source === first) ?? null;
  }

  async function getArticles(part: RunPart): Promise<void> {
    const { source, progress } = part;
    if (progress.at !== "done") return;
    const { signal } = aborts.get(source.id) ?? new AbortController();
    const outcome = await tools.articles.getDue(source, {
      signal,
      onProgress: (articles) =>
        update(source, {
          progress: { at: "articles", ...articles },
          received: part.received + articles.received,
        }),
    });
    const { fetched, missed, left, failure } = outcome;
    const received = part.received + outcome.received;
    const revised = part.revised + fetched;
    const done = { ...progress, received, articles: { fetched, missed, left } };
    update(source, {
      progress: failure === null ? done : { at: "failed", failure },
      received,
      revised,
      linkCut: part.linkCut || outcome.linkCut,
    });
  }

  function whySkipped(source: Source, failure: CommitFailure | null): SourceProgress | null {
    if (aborts.get(source.id)?.signal.aborted) return { at: "cancelled" };
    // What can't be kept isn't fetched: every megabyte is paid for.
    return failure === null ? null : { at: "failed", failure };
  }

  async function fetchOne(source: Source): Promise<void> {
    const { signal } = aborts.get(source.id) ?? new AbortController();
    update(source, { progress: { at: "fetching", received: 0, expected: null } });
    const outcome = await tools.syncOne(source, {
      signal,
      onProgress: (progress) =>
        update(source, progress.at === "fetching" ? { progress, received: progress.received } : { progress }),
    });
    update(source, outcome);
  }
}

function isAnswer(progress: SourceProgress): boolean {
  if (progress.at === "fetching") return progress.received > 0;
  const failure = failureOf(progress);
  return progress.at !== "waiting" && (failure === null || !isLinkMissing(failure));
}

/** A full disk or a lost library stops them all; it is no source's fault. */
function storeFailureOf(parts: readonly RunPart[]): CommitFailure | null {
  for (const { progress } of parts) {
    const failure = failureOf(progress);
    switch (failure?.kind) {
      case "disk-low":
      case "disk-full":
      case "open-elsewhere":
      case "write-failed":
      case "not-ready":
        return failure;
      default:
        break;
    }
  }
  return null;
}
