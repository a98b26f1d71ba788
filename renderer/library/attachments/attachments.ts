import { isPictureType, type KeptAttachment } from "../../model/attachment.ts";
import type { AttachmentFailure, CommitFailure } from "../../model/failure.ts";
import type { AttachmentId, BlobName, BriefingId } from "../../model/ids.ts";
import { cleanLine, shorten } from "../../model/plain-characters.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import type { Catalogue } from "../vault.ts";
import { attachmentIdOf } from "./attachment-id.ts";
import type { BlobOptions } from "./blob-store.ts";
import { settledMediaType } from "./media-type.ts";
import { pictureSizeOf } from "./picture-size.ts";

/** Sealed files of an open vault, by blob. */
export interface VaultBlobs {
  write(bytes: Uint8Array, options?: BlobOptions): Promise<Result<BlobName, SealFailure>>;
  read(kept: KeptAttachment, options?: BlobOptions): Promise<Result<Uint8Array<ArrayBuffer>, AttachmentFailure>>;
  /** What can't be deleted now is swept at a later start. */
  remove(blobs: readonly BlobName[]): Promise<void>;
}

export type SealFailure = CommitFailure | { readonly kind: "cancelled" };

export interface FileToKeep {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As whoever read it says; its content is asked first. */
  readonly mediaType: string;
  readonly role: KeptAttachment["role"];
}

export interface AttachmentAsked {
  readonly briefingId: BriefingId;
  readonly attachmentId: AttachmentId;
}

export interface Attachments {
  /**
   * Puts a file on the disk, sealed, before anything names it, so that none waits in memory. Content that lies there
   * already is used. Each call is one claim, which ends with `settle` or `letGo`.
   */
  seal(file: FileToKeep, options?: BlobOptions): Promise<Result<KeptAttachment, SealFailure>>;
  /** Which of these a briefing lacks, or has only damaged; a change may name them. */
  lackedBy(briefingId: BriefingId, files: readonly KeptAttachment[]): Promise<readonly KeptAttachment[]>;
  /** They are named now, and stay as long as they are. */
  settle(files: readonly KeptAttachment[]): void;
  /** Nobody will name them: what only they were written for goes. */
  letGo(files: readonly KeptAttachment[]): Promise<void>;
  find(asked: AttachmentAsked): KeptAttachment | null;
  read(asked: AttachmentAsked, options?: BlobOptions): Promise<Result<Uint8Array<ArrayBuffer>, AttachmentFailure>>;
}

interface WrittenBlob {
  readonly blob: BlobName;
  /** Of files that wait to be named. */
  claims: number;
  /** Once it was named it may be had back, even when nothing names it now. */
  wasNamed: boolean;
}

/** The same content is kept once, whoever names it; its blob is swept when nobody does any more. */
export function createAttachments({
  catalogue,
  blobs,
}: {
  readonly catalogue: Pick<Catalogue, "head" | "kept">;
  readonly blobs: VaultBlobs;
}): Attachments {
  /** Of this session, named or not yet: none of them is swept before the next start. */
  const written = new Map<AttachmentId, WrittenBlob>();
  /** On their way onto the disk: the same content from two previews at once waits for the first. */
  const underWay = new Map<AttachmentId, Promise<unknown>>();

  function find({ briefingId, attachmentId }: AttachmentAsked): KeptAttachment | null {
    return catalogue.head(briefingId)?.kept.find(({ id }) => id === attachmentId) ?? null;
  }

  /** A blob that holds this content and can be read to its end: a damaged one is made good by the file coming again. */
  async function standingBlob(id: AttachmentId): Promise<BlobName | null> {
    for (const kept of catalogue.kept()) {
      if (kept.id === id && (await blobs.read(kept)).ok) return kept.blob;
    }
    return null;
  }

  async function claim(
    id: AttachmentId,
    bytes: Uint8Array,
    options: BlobOptions,
  ): Promise<Result<BlobName, SealFailure>> {
    // That one may have failed or been stopped: then it is this one's turn.
    for (let other = underWay.get(id); other !== undefined; other = underWay.get(id)) await other.catch(() => {});
    const ours = written.get(id);
    if (ours !== undefined) {
      ours.claims += 1;
      return succeed(ours.blob);
    }
    const making = findOrWrite(id, bytes, options);
    underWay.set(id, making);
    try {
      return await making;
    } finally {
      underWay.delete(id);
    }
  }

  async function findOrWrite(
    id: AttachmentId,
    bytes: Uint8Array,
    options: BlobOptions,
  ): Promise<Result<BlobName, SealFailure>> {
    const standing = await standingBlob(id);
    const blob = standing === null ? await blobs.write(bytes, options) : succeed(standing);
    if (blob.ok) written.set(id, { blob: blob.value, claims: 1, wasNamed: standing !== null });
    return blob;
  }

  return {
    find,

    async seal(file, options = {}) {
      const id = await attachmentIdOf(file.bytes);
      const blob = await claim(id, file.bytes, options);
      if (!blob.ok) return blob;
      const mediaType = settledMediaType(file.bytes, file.mediaType);
      const size = isPictureType(mediaType) ? pictureSizeOf(file.bytes) : null;
      return succeed({
        id,
        name: shorten(cleanLine(file.name), 200),
        mediaType,
        bytes: file.bytes.length,
        role: file.role,
        blob: blob.value,
        width: size?.width ?? null,
        height: size?.height ?? null,
      });
    },

    async lackedBy(briefingId, files) {
      const lacked = new Map<AttachmentId, KeptAttachment>();
      for (const file of files) {
        const standing = find({ briefingId, attachmentId: file.id });
        if (lacked.has(file.id) || (standing !== null && (await blobs.read(standing)).ok)) continue;
        lacked.set(file.id, file);
      }
      return [...lacked.values()];
    },

    settle(files) {
      for (const { id } of files) {
        const ours = written.get(id);
        if (ours === undefined) continue;
        ours.claims -= 1;
        ours.wasNamed = true;
      }
    },

    async letGo(files) {
      const unwanted: BlobName[] = [];
      for (const { id } of files) {
        const ours = written.get(id);
        if (ours === undefined) continue;
        ours.claims -= 1;
        if (ours.claims > 0 || ours.wasNamed) continue;
        written.delete(id);
        unwanted.push(ours.blob);
      }
      if (unwanted.length > 0) await blobs.remove(unwanted);
    },

    read(asked, options) {
      const kept = find(asked);
      return kept === null ? Promise.resolve(fail({ kind: "not-here" })) : blobs.read(kept, options);
    },
  };
}
