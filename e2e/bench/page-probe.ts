/** What the probe in the page has noted. Times are milliseconds since the page's navigation began. */
export interface PageNotes {
  /** When there was a row; null = not yet. */
  firstRowAt: number | null;
  /** When enough rows had been painted; null = not yet. */
  rowsAt: number | null;
  readonly calls: { readonly name: string; readonly ms: number }[];
  readonly statuses: { readonly at: string; readonly when: number }[];
  search: {
    readonly searched: number;
    readonly outOf: number;
    readonly total: number;
    readonly when: number;
    /** false = briefings are still being looked through for names. */
    readonly hasAllNames: boolean;
  } | null;
  /** Longest stretch for which nothing else of the page could run, since `startSession`. */
  longestTaskMs: number;
  startSession(): void;
  /** From each key typed to the list that answers it, since `watchKeys`. */
  readonly keysToResultsMs: number[];
  watchKeys(): void;
}

declare global {
  interface Window {
    fieldReaderNotes: PageNotes;
  }
}

/** Runs in the page before any of its scripts: listens at the port between page and worker, and watches the list. */
export function installProbe(wantedRows: number): void {
  const notes: PageNotes = {
    firstRowAt: null,
    rowsAt: null,
    calls: [],
    statuses: [],
    search: null,
    longestTaskMs: 0,
    startSession() {
      notes.longestTaskMs = 0;
      watchTasks();
    },
    keysToResultsMs: [],
    watchKeys,
  };
  window.fieldReaderNotes = notes;

  const asked = new Map<number, { readonly name: string; readonly at: number }>();
  const heard = new WeakSet<MessagePort>();
  const post = MessagePort.prototype.postMessage as (this: MessagePort, ...message: unknown[]) => void;
  MessagePort.prototype.postMessage = function (this: MessagePort, ...message: unknown[]) {
    const call = message[0] as { t?: string; id?: number; name?: string } | undefined;
    if (call?.t === "call") {
      if (!heard.has(this)) {
        heard.add(this);
        this.addEventListener("message", hear);
      }
      asked.set(Number(call.id), { name: String(call.name), at: performance.now() });
    }
    post.apply(this, message);
  };

  let lastKeyAt: number | null = null;
  let isAnswered = false;

  function watchKeys(): void {
    document.addEventListener(
      "input",
      ({ timeStamp }) => {
        lastKeyAt = timeStamp;
        isAnswered = false;
      },
      { capture: true },
    );
    // Told of a change once the page has made it.
    new MutationObserver((changes) => {
      if (lastKeyAt === null || !isAnswered) return;
      const isInList = changes.some(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        return element?.closest("[role=listbox]") !== null && element?.closest("[role=listbox]") !== undefined;
      });
      if (!isInList) return;
      notes.keysToResultsMs.push(performance.now() - lastKeyAt);
      lastKeyAt = null;
    }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  }

  function hear({ data }: MessageEvent): void {
    const when = performance.now();
    if (data.t === "event" && data.name === "status") notes.statuses.push({ at: data.value.at, when });
    const call = data.t === "reply" || data.t === "progress" ? asked.get(data.id) : undefined;
    if (call === undefined) return;
    // The first rows come ahead of the whole answer.
    if (call.name === "search") isAnswered = lastKeyAt !== null && call.at >= lastKeyAt;
    if (data.t === "progress") {
      notes.calls.push({ name: `first of ${call.name}`, ms: when - call.at });
      return;
    }
    asked.delete(data.id);
    notes.calls.push({ name: call.name, ms: when - call.at });
    if (call.name === "getStatus") notes.statuses.push({ at: data.value.at, when });
    if (call.name === "search") {
      const { searched, outOf, total, hints } = data.value;
      const hasAllNames = !hints.some(({ kind }: { readonly kind: string }) => kind === "names-incomplete");
      notes.search = { searched, outOf, total, when, hasAllNames };
    }
  }

  const rows = new MutationObserver(() => {
    const count = document.querySelectorAll("[role=option]").length;
    if (count > 0) notes.firstRowAt ??= performance.now();
    if (count < wantedRows) return;
    rows.disconnect();
    // The second frame begins when the first has been painted.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        notes.rowsAt = performance.now();
      }),
    );
  });
  rows.observe(document, { childList: true, subtree: true });

  function watchTasks(): void {
    const note = (ms: number) => {
      notes.longestTaskMs = Math.max(notes.longestTaskMs, ms);
    };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) note(duration);
    }).observe({ type: "longtask" });
    // Tasks under 50 ms are no "long tasks": a timer that should fire every 4 ms and comes late tells of them.
    const everyMs = 4;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      note(Math.min(50, now - last - everyMs));
      last = now;
    }, everyMs);
  }
}

/** Clicks a row and answers how long it took until the reader had painted it. */
export async function openRow(index: number): Promise<number> {
  const row = document.querySelectorAll<HTMLElement>("[role=option]")[index];
  if (row === undefined) throw new Error("no such row");
  const headingOf = (): string => document.querySelector("main article h2")?.textContent ?? "";
  const before = headingOf();
  const started = performance.now();
  row.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  row.click();
  return new Promise((resolve) => {
    const look = () => {
      if (headingOf() === before) requestAnimationFrame(look);
      else requestAnimationFrame(() => resolve(performance.now() - started));
    };
    requestAnimationFrame(look);
  });
}
