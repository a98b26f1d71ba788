import type { AttachmentId, BlobName } from "./ids.ts";
import type { Bytes } from "./measure.ts";

/** A file that lies sealed in this library and that a briefing names. */
export interface KeptAttachment {
  readonly id: AttachmentId;
  readonly name: string;
  /** As its content says, not its name or its sender. */
  readonly mediaType: string;
  readonly bytes: Bytes;
  /** The very file that the briefing was read from, or one that came with it. */
  readonly role: "original" | "attachment";
  readonly blob: BlobName;
  /** A picture's, as its header tells; null for everything else. */
  readonly width: number | null;
  readonly height: number | null;
}

/** A picture decoded and written anew: pixels, and nothing else that the file held. */
export interface CleanPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
}

/** The picture types that are shown, after they were decoded and written anew. */
export const pictureTypes = ["image/jpeg", "image/png", "image/webp", "image/gif"] as const;
export type PictureType = (typeof pictureTypes)[number];

export function isPictureType(mediaType: string): mediaType is PictureType {
  return (pictureTypes as readonly string[]).includes(mediaType);
}
