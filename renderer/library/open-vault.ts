import { ChannelClosed } from "../contracts/rpc.ts";
import type { Changed } from "../model/changes.ts";
import type { OpenFailure } from "../model/failure.ts";
import { brandId, type ReaderId } from "../model/ids.ts";
import type { LibraryStatus } from "../model/library-status.ts";
import type { LogFact } from "../model/log-event.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import { MemoryCatalogue } from "./catalogue/catalogue.ts";
import { LibraryState } from "./catalogue/library-state.ts";
import { toHex } from "./crypto/byte-arrays.ts";
import { unlockVault } from "./crypto/unlock-vault.ts";
import { startOf } from "./journal/journal-head.ts";
import { JournalWriter } from "./journal/journal-writer.ts";
import { type OpenedVault, VaultSession } from "./opened-vault.ts";
import { startLibrary } from "./start-library.ts";
import { WorkingCopyHolder } from "./store/working-copy-holder.ts";
import type { Surroundings } from "./surroundings.ts";

export interface OpenVaultOptions {
  readonly onStatus: (status: LibraryStatus) => void;
  readonly onChanged: (changed: Changed) => void;
  readonly onLog: (fact: LogFact) => void;
  /** Of the first reader of a new library. */
  readonly readerName?: string;
  /** Takes the library from the window, tab or program that holds it. */
  readonly takeOver: boolean;
  /** As a person typed it, where this computer's own key doesn't open the library. */
  readonly recoveryCode?: string;
  /** Asked again and again, by nobody: that another still holds the library is neither told nor noted each time. */
  readonly isQuiet?: boolean;
}

/**
 * Opens the library, or makes it at the first start. Answers as soon as the newest briefings can be shown; the rest
 * follows (`catalogue.whenComplete`). Nothing is deleted in any failure.
 */
export async function openVault(
  surroundings: Surroundings,
  options: OpenVaultOptions,
): Promise<Result<OpenedVault, OpenFailure>> {
  // What a person asked for on a screen of its own is told there if it fails: that screen has to stay until it is known.
  const isAskedFor = options.takeOver || options.recoveryCode !== undefined || options.isQuiet === true;
  if (!isAskedFor) options.onStatus({ at: "opening" });
  let opened: Result<OpenedVault, OpenFailure>;
  try {
    opened = await openWithLease(surroundings, options);
  } catch (error) {
    if (!(error instanceof ChannelClosed)) throw error;
    opened = fail({ kind: "host-unreachable" });
  }
  if (!opened.ok) {
    if (options.isQuiet === true && opened.failure.kind === "open-elsewhere") return opened;
    options.onLog({ event: "failure", kind: opened.failure.kind, doing: "open" });
    options.onStatus(statusOf(opened.failure, options));
  } else if (isAskedFor && opened.value.status.at === "opening") options.onStatus(opened.value.status);
  return opened;
}

async function openWithLease(
  surroundings: Surroundings,
  options: OpenVaultOptions,
): Promise<Result<OpenedVault, OpenFailure>> {
  const { host } = surroundings;
  const granted = await host.acquireLease({ takeOver: options.takeOver });
  if (!granted.ok && options.isQuiet === true) return granted;
  options.onLog({ event: "lease", what: granted.ok ? "taken" : "refused" });
  if (!granted.ok) return granted;
  const lease = granted.value;
  const opened = await openHeld(surroundings, options, lease);
  if (!opened.ok) await host.releaseLease({ lease });
  return opened;
}

async function openHeld(
  surroundings: Surroundings,
  options: OpenVaultOptions,
  lease: string,
): Promise<Result<OpenedVault, OpenFailure>> {
  const startedAt = surroundings.clock();
  const { host, clock, randomBytes } = surroundings;
  const [unlocked, disk] = await Promise.all([
    unlockVault({ host, lease, clock, randomBytes, recoveryCode: options.recoveryCode ?? null }),
    host.diskState({}),
  ]);
  if (!unlocked.ok) return unlocked;
  const { keys, deviceId, headerFile, keyProtection, journalBytes } = unlocked.value;
  const state = new LibraryState(deviceId);
  const session = new VaultSession({
    surroundings,
    lease,
    keys,
    deviceId,
    headerFile,
    keyProtection,
    state,
    catalogue: new MemoryCatalogue(state),
    writer: new JournalWriter(host, lease, startOf(headerFile.header.generation)),
    holder: new WorkingCopyHolder((name) => options.onLog({ event: "working-copy-lost", name })),
    firstReader: { id: brandId<ReaderId>(toHex(randomBytes(16))), name: options.readerName ?? "" },
    disk,
    onStatus: options.onStatus,
    onChanged: options.onChanged,
    onLog: options.onLog,
  });
  const started = await startLibrary(session, journalBytes);
  if (!started.ok) {
    session.abandon();
    return started;
  }
  options.onLog({ event: "started", sequence: state.sequence, ms: clock() - startedAt });
  return succeed(session);
}

function statusOf(failure: OpenFailure, { recoveryCode }: OpenVaultOptions): LibraryStatus {
  switch (failure.kind) {
    case "open-elsewhere":
      return { at: "open-elsewhere" };
    case "key-missing":
    case "wrong-recovery-code":
      return { at: "locked" };
    case "disk-low":
    case "disk-full":
    case "write-failed":
      // Nobody types a recovery code twice because of a full disk.
      return recoveryCode === undefined ? { at: "closed", why: failure } : { at: "locked" };
    default:
      return { at: "closed", why: failure };
  }
}
