import { isPictureType, type KeptAttachment } from "../../model/attachment.ts";
import type { AttachmentFailure, CommitFailure } from "../../model/failure.ts";
import type { AttachmentId, BlobName, BriefingId } from "../../model/ids.ts";
import { cleanLine, shorten } from "../../model/plain-characters.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import type { Catalogue } from "../vault.ts";
import { attachmentIdOf } from "./attachment-id.ts";
import type { ReadOptions } from "./blob-store.ts";
import { settledMediaType } from "./media-type.ts";
import { pictureSizeOf } from "./picture-size.ts";

/** Sealed files of an open vault, by blob. */
export interface VaultBlobs {
  write(bytes: Uint8Array): Promise<Result<BlobName, CommitFailure>>;
  read(kept: KeptAttachment, options?: ReadOptions): Promise<Result<Uint8Array<ArrayBuffer>, AttachmentFailure>>;
}

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
   * Seals what this briefing doesn't have yet and answers what a change may name from now on. After a failure the
   * same can be asked again: what was written is used.
   */
  keep(briefingId: BriefingId, files: readonly FileToKeep[]): Promise<Result<readonly KeptAttachment[], CommitFailure>>;
  find(asked: AttachmentAsked): KeptAttachment | null;
  read(asked: AttachmentAsked, options?: ReadOptions): Promise<Result<Uint8Array<ArrayBuffer>, AttachmentFailure>>;
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
  const written = new Map<AttachmentId, BlobName>();

  function find({ briefingId, attachmentId }: AttachmentAsked): KeptAttachment | null {
    return catalogue.head(briefingId)?.kept.find(({ id }) => id === attachmentId) ?? null;
  }

  /** A blob that holds this content and can be read to its end: a damaged one is made good by the file coming again. */
  async function standingBlob(id: AttachmentId): Promise<BlobName | null> {
    const ours = written.get(id);
    if (ours !== undefined) return ours;
    for (const kept of catalogue.kept()) {
      if (kept.id === id && (await blobs.read(kept)).ok) return kept.blob;
    }
    return null;
  }

  async function keepOne(id: AttachmentId, file: FileToKeep): Promise<Result<KeptAttachment, CommitFailure>> {
    const standing = await standingBlob(id);
    const blob = standing === null ? await blobs.write(file.bytes) : succeed(standing);
    if (!blob.ok) return blob;
    written.set(id, blob.value);
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
  }

  return {
    find,

    async keep(briefingId, files) {
      const kept = new Map<AttachmentId, KeptAttachment>();
      for (const file of files) {
        const id = await attachmentIdOf(file.bytes);
        const standing = find({ briefingId, attachmentId: id });
        if (kept.has(id) || (standing !== null && (await blobs.read(standing)).ok)) continue;
        const one = await keepOne(id, file);
        if (!one.ok) return one;
        kept.set(id, one.value);
      }
      return succeed([...kept.values()]);
    },

    read(asked, options) {
      const kept = find(asked);
      return kept === null ? Promise.resolve(fail({ kind: "not-here" })) : blobs.read(kept, options);
    },
  };
}
