import type { Host } from "../contracts/host.ts";
import type { LibraryEvents } from "../contracts/library.ts";
import { ChannelClosed } from "../contracts/rpc.ts";
import type { OpenFailure } from "../model/failure.ts";
import type { ClockState, LibraryStatus } from "../model/library-status.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import type { Log } from "./log.ts";
import { openVault } from "./open-vault.ts";
import type { RunningLibrary } from "./running-library.ts";
import type { Surroundings } from "./surroundings.ts";

type Emit = <Name extends keyof LibraryEvents>(name: Name, value: LibraryEvents[Name]) => void;

/** A reloaded page asks before the machine has seen its former self go: that isn't another window. */
const reloadTries = 51;
const reloadWaitMs = 50;

interface OpenHow {
  /** From the window, tab or program that holds it. */
  readonly takeOver: boolean;
  readonly recoveryCode?: string;
  readonly isQuiet?: boolean;
}

/** From the page's first call to its last: the library is opened, lost to another window, taken back, unlocked. */
export interface Session {
  readonly log: Log;
  /** null = the page wasn't opened by the program, or the machine side doesn't answer. */
  start(surroundings: Surroundings | null): Promise<void>;
  status(): LibraryStatus;
  clock(): ClockState;
  /** null until the machine answered. */
  host(): Host | null;
  /** null while the library isn't open. */
  running(): RunningLibrary | null;
  /** As `running`, but what is asked during a start or a take-over waits for it: the first answer is then the right one. */
  whenOpened(): Promise<RunningLibrary | null>;
  open(how: Pick<OpenHow, "takeOver" | "recoveryCode">): Promise<Result<null, OpenFailure>>;
  /** Goes on by itself where another held the library and nobody does any more; never takes it. */
  openIfFree(): Promise<null>;
}

/** Room is made by other programs, and none of them tells us. */
const diskAskedEveryMs = 60_000;

export function createSession({ log, emit, clock }: { log: Log; emit: Emit; clock: () => number }): Session {
  let surroundings: Surroundings | null = null;
  let running: RunningLibrary | null = null;
  let status: LibraryStatus = { at: "opening" };
  let opening: Promise<Result<null, OpenFailure>> | null = null;
  let asking: Promise<unknown> | null = null;
  let isWatchingDisk = false;
  let triesLeft = 0;
  let markStarted: () => void = () => {};
  const started = new Promise<void>((resolve) => {
    markStarted = resolve;
  });

  function show(next: LibraryStatus): void {
    if (next.at === "open-elsewhere" && triesLeft > 0) return;
    status = next;
    // Nothing of a library stays in memory once it belongs to another window or its machine is gone.
    if (next.at === "open-elsewhere" || next.at === "closed") stop();
    emit("status", next);
    if (next.at === "read-only") void watchDisk();
  }

  async function watchDisk(): Promise<void> {
    if (isWatchingDisk || surroundings === null) return;
    isWatchingDisk = true;
    try {
      while (status.at === "read-only") {
        await surroundings.wait(diskAskedEveryMs);
        await running?.vault.recheckDisk();
      }
    } catch (error) {
      if (!(error instanceof ChannelClosed)) log.noteBug(error, "disk");
    } finally {
      isWatchingDisk = false;
    }
  }

  function stop(): void {
    running?.stop();
    running = null;
  }

  async function openWith(found: Surroundings, how: OpenHow): Promise<Result<null, OpenFailure>> {
    stop();
    // A file of its own, read while the machine answers: the worker starts without it.
    const loading = import("./running-library.ts");
    // Where the vault doesn't open, nobody waits for it.
    loading.catch(() => {});
    const opened = await openVault(found, {
      ...how,
      onStatus: show,
      onChanged: (changed) => {
        running?.names.follow(changed);
        running?.search.follow(changed);
        running?.getting.follow();
        emit("changed", changed);
      },
      onLog: log.note,
    });
    if (!opened.ok) return opened;
    const vault = opened.value;
    const { runLibrary } = await loading;
    // It may have been lost meanwhile.
    if (vault.status.at === "open-elsewhere") return fail({ kind: "open-elsewhere" });
    if (vault.status.at === "closed") return fail(vault.status.why);
    running = runLibrary({
      vault,
      surroundings: found,
      onSync: (sync) => emit("sync", sync),
      onGetting: (getting) => emit("getting", getting),
      onNewHits: (hits) => emit("new-hits", hits),
      onSearchProgress: () => emit("changed", { sequence: vault.sequence, kinds: ["search-index"], ids: [] }),
      onNamesProgress: () => emit("changed", { sequence: vault.sequence, kinds: ["names"], ids: [] }),
      onShelfLoaded: () => emit("changed", { sequence: vault.sequence, kinds: ["catalogue"], ids: [] }),
      onBug: log.noteBug,
    });
    // The page may have asked while nothing was there to answer from.
    emit("changed", {
      sequence: vault.sequence,
      kinds: [
        "briefings",
        "reading-state",
        "sources",
        "deliveries",
        "settings",
        "getting",
        "saved-searches",
        "catalogue",
      ],
      ids: "many",
    });
    return succeed(null);
  }

  /** Whoever waits for the library has to hear also of our mistakes. */
  function closeByBug(error: unknown): Result<null, OpenFailure> {
    const why = { kind: "bug", reference: log.noteBug(error, "open") } as const;
    show({ at: "closed", why });
    return fail(why);
  }

  function openOnce(found: Surroundings, how: OpenHow): Promise<Result<null, OpenFailure>> {
    // Two clicks on "use it here" open once.
    opening ??= openWith(found, how)
      .catch(closeByBug)
      .finally(() => {
        opening = null;
      });
    return opening;
  }

  return {
    log,
    status: () => status,
    clock: () => running?.sync.clockState() ?? { now: clock(), trusted: true, offByMs: 0 },
    host: () => surroundings?.host ?? null,
    running: () => running,

    async whenOpened() {
      await started;
      await opening;
      return running;
    },

    async start(found) {
      if (found === null) {
        show({ at: "closed", why: { kind: "host-unreachable" } });
        markStarted();
        return;
      }
      surroundings = found;
      found.host.on("menu-chosen", (chosen) => emit("menu-chosen", chosen));
      for (triesLeft = reloadTries - 1; ; triesLeft--) {
        const opened = await this.open({ takeOver: false });
        if (opened.ok || opened.failure.kind !== "open-elsewhere" || triesLeft === 0) break;
        await found.wait(reloadWaitMs);
      }
      triesLeft = 0;
      markStarted();
    },

    async open(how) {
      if (surroundings === null) return fail({ kind: "host-unreachable" });
      // What was asked without a person isn't the answer to what one pressed meanwhile.
      await asking;
      return running !== null && how.takeOver ? succeed(null) : openOnce(surroundings, how);
    },

    async openIfFree() {
      if (surroundings === null || opening !== null || status.at !== "open-elsewhere") return null;
      asking = openOnce(surroundings, { takeOver: false, isQuiet: true });
      await asking;
      asking = null;
      return null;
    },
  };
}
