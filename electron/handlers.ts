import type { HostAbout, HostHandlers, LeaseToken, StoreFailure } from "../renderer/contracts/host.ts";
import { fail, type Result } from "../renderer/model/result.ts";
import type { BlobFiles } from "./services/blob-files.ts";
import type { DiskSpace } from "./services/disk-space.ts";
import type { FetchAddress } from "./services/fetch-url.ts";
import type { HeaderFile } from "./services/header-file.ts";
import type { HostKeys } from "./services/host-key-file.ts";
import type { JournalFile } from "./services/journal-file.ts";
import type { Lease } from "./services/lease.ts";
import type { AskMetered } from "./services/metered-link.ts";
import type { OpenExternal } from "./services/open-external.ts";
import type { ParseMarks } from "./services/parse-marks.ts";

/** One set for the program; its clients (windows, tabs) share it. */
export interface HostServices {
  readonly about: HostAbout;
  readonly lease: Lease;
  readonly header: HeaderFile;
  readonly journal: JournalFile;
  readonly blobs: BlobFiles;
  readonly hostKeys: HostKeys;
  readonly parseMarks: ParseMarks;
  readonly diskSpace: DiskSpace;
  readonly fetchAddress: FetchAddress;
  readonly isMetered: AskMetered;
  readonly openExternal: OpenExternal;
}

export interface HostClient {
  readonly onLeaseLost: () => void;
  /** null where the host has no menu of its own. */
  readonly setMenu: HostHandlers["setMenu"];
  /** null where only the browser itself can show something outside its window. */
  readonly notify: HostHandlers["notify"];
}

export interface HostSession {
  readonly handlers: HostHandlers;
  /** The client is gone: what it held is free. */
  end(): Promise<void>;
}

/** The machine as one client may use it; both hosts serve this. */
export function createHostHandlers(services: HostServices, client: HostClient): HostSession {
  const { lease, header, journal, blobs, hostKeys, parseMarks, diskSpace } = services;
  let held: LeaseToken | null = null;
  let isEnded = false;

  async function write<Value>(
    token: LeaseToken,
    action: () => Promise<Result<Value, StoreFailure>>,
  ): Promise<Result<Value, StoreFailure>> {
    const outcome = await lease.write(token, action);
    return outcome ?? fail({ kind: "lease-lost" });
  }

  function writeWithRoom<Value>(
    token: LeaseToken,
    action: () => Promise<Result<Value, StoreFailure>>,
  ): Promise<Result<Value, StoreFailure>> {
    return write(token, async () => {
      const { level, freeBytes } = await diskSpace.state();
      return level === "normal" ? action() : fail({ kind: "disk-low", freeBytes });
    });
  }

  const handlers = {
    about: async () => services.about,

    acquireLease: async ({ takeOver }) => {
      // A client that asks twice must not find its own lease in its way.
      if (held !== null) await lease.release(held);
      const acquired = await lease.acquire({ takeOver, onLost: client.onLeaseLost });
      if (acquired.ok && isEnded) {
        await lease.release(acquired.value);
        return fail({ kind: "open-elsewhere" });
      }
      if (acquired.ok) held = acquired.value;
      return acquired;
    },
    releaseLease: async ({ lease: token }) => {
      await lease.release(token);
      return null;
    },

    readHeader: () => header.read(),
    writeHeader: ({ lease: token, slot, bytes }) => writeWithRoom(token, () => header.write(slot, bytes)),

    journalLength: ({ generation }) => journal.length(generation),
    readJournal: ({ generation, offset, maxBytes }) => journal.read(generation, offset, maxBytes),
    appendJournal: ({ lease: token, ...entry }) => writeWithRoom(token, () => journal.append(entry)),
    // Allowed with little room: it only makes files shorter, but for the few bytes that it keeps beside.
    cutJournal: ({ lease: token, generation, length }) => write(token, () => journal.cut(generation, length)),

    writeBlob: ({ lease: token, blob, offset, bytes }) => writeWithRoom(token, () => blobs.write(blob, offset, bytes)),
    finishBlob: ({ lease: token, blob }) => writeWithRoom(token, () => blobs.finish(blob)),
    readBlob: ({ blob, offset, maxBytes }) => blobs.read(blob, offset, maxBytes),
    listBlobs: () => blobs.list(),
    deleteBlobs: ({ lease: token, blobs: unwanted }) => write(token, () => blobs.delete(unwanted)),

    readHostKeys: () => hostKeys.read(),
    writeHostKey: ({ lease: token, key }) => writeWithRoom(token, () => hostKeys.write(key)),

    markParsing: ({ digest }) => parseMarks.mark(digest),
    clearParsing: ({ digest }) => parseMarks.clear(digest),

    diskState: () => diskSpace.state(),
    fetchAddress: (args, context) => services.fetchAddress(args, context),
    isMetered: () => services.isMetered(),
    openExternal: ({ address }) => services.openExternal(address),
    setMenu: client.setMenu,
    notify: client.notify,
  } satisfies HostHandlers;

  return {
    handlers,
    async end() {
      isEnded = true;
      if (held !== null) await lease.release(held);
    },
  };
}
