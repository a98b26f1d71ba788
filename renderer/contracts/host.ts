import * as v from "valibot";
import type { DiskLevel } from "../model/disk-level.ts";
import type { FetchFailure, LinkFailure } from "../model/failure.ts";
import type { BlobName } from "../model/ids.ts";
import type { Bytes } from "../model/measure.ts";
import type { Result } from "../model/result.ts";
import type { Instant } from "../model/time.ts";
import { type ClientOf, defineCall, type HandlersOf } from "./calls.ts";
import * as guard from "./guards.ts";

export interface HostAbout {
  readonly kind: "electron" | "loopback";
  readonly platform: string;
  /** BCP 47, as the system says. */
  readonly locale: string;
  readonly vaultFolder: string;
  readonly inEverydayBrowser: boolean;
}

/** Given to one client at a time; every write carries it. */
export type LeaseToken = string;

export type LeaseFailure = { readonly kind: "open-elsewhere" };

export type StoreFailure =
  | { readonly kind: "lease-lost" }
  /** The journal isn't where the writer thinks it is: it must read again before it writes. */
  | { readonly kind: "head-moved"; readonly length: Bytes }
  | { readonly kind: "disk-low"; readonly freeBytes: Bytes }
  | { readonly kind: "disk-full" }
  | { readonly kind: "write-failed"; readonly code: string };

export type ReadFailure = { readonly kind: "read-failed"; readonly code: string };

export interface DiskState {
  readonly level: DiskLevel;
  readonly freeBytes: Bytes;
}

/** A key that this computer keeps so that the library opens without a recovery code. */
export interface HostKey {
  readonly protection: "keystore" | "key-file";
  readonly key: Uint8Array;
}

/** How an answer from the network ended. What came before a cut is in `bytes`. */
export type FetchEnd = { readonly end: "complete" } | { readonly end: "cut"; readonly failure: FetchFailure };

export interface FetchedAddress {
  readonly status: number;
  /** After redirects. */
  readonly finalAddress: string;
  readonly permanentRedirect: boolean;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly serverDate: Instant | null;
  /** Decoded (gzip, br, deflate undone). */
  readonly bytes: Uint8Array;
  /** As they came over the link, headers and redirects left out. */
  readonly received: Bytes;
  readonly end: FetchEnd;
}

/** A blob file as it lies there. */
export interface BlobFacts {
  readonly blob: BlobName;
  readonly bytes: Bytes;
  readonly modifiedAt: Instant;
}

/** The most bytes of a blob that one call carries. */
export const blobCallBytes = 1024 * 1024;
/**
 * `overLink`: all that came for it, handshakes, headers and redirects included, also where nothing came of it. What
 * goes out and the packets' own frames are nobody's to count here.
 */
export type FetchReply = Result<FetchedAddress, FetchFailure> & { readonly overLink: Bytes };

/** What the system shows outside the app is short. */
const notifiedLine = v.pipe(v.string(), v.maxLength(120));
const lease = v.pipe(v.string(), v.maxLength(64));
const generation = guard.count;
/** Of a file's bytes, in hexadecimal. */
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const slot = v.picklist([0, 1]);

/** Everything the library can ask of the machine. Calls are short; only `fetchAddress` may take minutes. */
export const hostCalls = {
  about: defineCall<HostAbout>()(guard.nothing),

  // — one writer per vault
  acquireLease: defineCall<Result<LeaseToken, LeaseFailure>>()(v.strictObject({ takeOver: v.boolean() })),
  releaseLease: defineCall<null>()(v.strictObject({ lease })),

  // — header: two slots, the older one is written, each fsynced with its folder
  readHeader: defineCall<Result<readonly [Uint8Array | null, Uint8Array | null], ReadFailure>>()(guard.nothing),
  writeHeader: defineCall<Result<null, StoreFailure>>()(v.strictObject({ lease, slot, bytes: guard.bytes })),

  // — journal: one file per generation
  journalLength: defineCall<Result<Bytes | null, ReadFailure>>()(v.strictObject({ generation })),
  /** Fewer bytes than asked = the end. */
  readJournal: defineCall<Result<Uint8Array, ReadFailure>>()(
    v.strictObject({ generation, offset: guard.count, maxBytes: v.pipe(guard.count, v.maxValue(8 * 1024 * 1024)) }),
  ),
  /**
   * Answers after fsync. `expectedLength` and `expectedTail` (the file's last 32 bytes, empty for an empty file) must
   * be what stands on disk. Answers the new length. What could only be written in part is cut off again.
   */
  appendJournal: defineCall<Result<Bytes, StoreFailure>>()(
    v.strictObject({
      lease,
      generation,
      expectedLength: guard.count,
      expectedTail: guard.bytes,
      bytes: guard.bytes,
    }),
  ),
  /** Cuts a torn tail; what is cut off is kept beside the journal. */
  cutJournal: defineCall<Result<null, StoreFailure>>()(v.strictObject({ lease, generation, length: guard.count })),

  // — blobs: sealed attachments, each a randomly named file
  /**
   * `offset` must be the file's length; 0 makes it. What could only be written in part is cut off again. Nothing is
   * promised before `finishBlob`.
   */
  writeBlob: defineCall<Result<null, StoreFailure>>()(
    v.strictObject({
      lease,
      blob: guard.blobName,
      offset: guard.count,
      bytes: v.pipe(
        guard.bytes,
        v.check((bytes) => bytes.length <= blobCallBytes),
      ),
    }),
  ),
  /** Answers when the file and its name outlive a power cut. */
  finishBlob: defineCall<Result<null, StoreFailure>>()(v.strictObject({ lease, blob: guard.blobName })),
  /** null = there is no such blob. Fewer bytes than asked = the end. */
  readBlob: defineCall<Result<Uint8Array | null, ReadFailure>>()(
    v.strictObject({
      blob: guard.blobName,
      offset: guard.count,
      maxBytes: v.pipe(guard.count, v.maxValue(blobCallBytes)),
    }),
  ),
  listBlobs: defineCall<Result<readonly BlobFacts[], ReadFailure>>()(guard.nothing),
  /** One that isn't there is no failure. Allowed with little room. */
  deleteBlobs: defineCall<Result<null, StoreFailure>>()(
    v.strictObject({ lease, blobs: v.pipe(v.array(guard.blobName), v.minLength(1), v.maxLength(1_000)) }),
  ),

  // — this computer's own key
  readHostKeys: defineCall<readonly HostKey[]>()(guard.nothing),
  /** Answers what now guards it. A key file is removed once a real keystore holds the key. */
  writeHostKey: defineCall<Result<HostKey["protection"], StoreFailure>>()(v.strictObject({ lease, key: guard.bytes })),

  // — files being read: one that ends its reader is known again after the restart
  /** Answers how often the reading of this file began and never ended, and keeps that it begins now. */
  markParsing: defineCall<number>()(v.strictObject({ digest })),
  clearParsing: defineCall<null>()(v.strictObject({ digest })),

  /** Also lets go of the ballast when space is short and makes it again when there is plenty. */
  diskState: defineCall<DiskState>()(guard.nothing),

  /** Cancelling gives back what came, with `end: cut`. A failure means that no answer came at all. */
  fetchAddress: defineCall<FetchReply, { received: Bytes; expected: Bytes | null }>()(
    v.strictObject({
      address: guard.line,
      etag: v.nullable(guard.line),
      lastModified: v.nullable(guard.line),
      permissions: guard.permissions,
    }),
  ),
  /** Whether the link is paid by volume; null = this system doesn't say. */
  isMetered: defineCall<boolean | null>()(guard.nothing),
  openExternal: defineCall<Result<null, LinkFailure>>()(v.strictObject({ address: guard.line })),
};

/** Abilities that a host may lack: null there, never a stub. */
export const optionalHostCalls = {
  /** Shows a line of the system's own; words from briefings are never given to it. */
  notify: defineCall<null>()(v.strictObject({ title: notifiedLine, text: notifiedLine })),
  setMenu: defineCall<null>()(
    v.strictObject({
      /** Of the page, for the words that the system shows between its items; left out = the system's. */
      language: v.optional(v.picklist(["fr", "sw", "en"])),
      menus: v.array(
        v.strictObject({
          label: guard.line,
          items: v.array(
            v.strictObject({
              commandId: guard.line,
              label: guard.line,
              accelerator: v.nullable(guard.line),
              enabled: v.boolean(),
            }),
          ),
        }),
      ),
    }),
  ),
};

export type HostCalls = typeof hostCalls;
export type OptionalHostCalls = typeof optionalHostCalls;

export interface HostEvents {
  /** Another window, tab or program took the library; nothing may be written any more. */
  readonly "lease-lost": null;
  readonly "menu-chosen": { readonly commandId: string };
  /** The host went away (closed, crashed, or the session ended). */
  readonly gone: null;
}

type Optional<Table> = { readonly [Name in keyof Table]: Table[Name] | null };

/** The machine as the library sees it. */
export type Host = ClientOf<HostCalls> &
  Optional<ClientOf<OptionalHostCalls>> & {
    readonly on: <Name extends keyof HostEvents>(name: Name, listener: (event: HostEvents[Name]) => void) => () => void;
  };

/** What each host implements. */
export type HostHandlers = HandlersOf<HostCalls> & Optional<HandlersOf<OptionalHostCalls>>;
