import { type CleanPicture, isPictureType } from "../../model/attachment.ts";
import type { PictureFailure } from "../../model/failure.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import type { AttachmentAsked, Attachments } from "./attachments.ts";
import type { BlobOptions } from "./blob-store.ts";
import type { DrawPicture } from "./draw-picture.ts";
import { pictureSizeOf } from "./picture-size.ts";

/** Four bytes a pixel: more than this would take over 160 MB to decode, whatever the file weighs. */
const mostPixels = 40_000_000;
/** Wider than any screen in the field; a phone's photo in full takes seconds to draw there. */
const screenSide = 2048;

export interface PictureAsked extends AttachmentAsked {
  readonly size: "screen" | "full";
}

/** What is shown and handed on of a picture: never the bytes that came, which say where and with what it was taken. */
export async function readPicture(
  {
    attachments,
    draw,
  }: { readonly attachments: Pick<Attachments, "find" | "read">; readonly draw: DrawPicture | null },
  { size: wanted, ...asked }: PictureAsked,
  options?: BlobOptions,
): Promise<Result<CleanPicture, PictureFailure>> {
  const kept = attachments.find(asked);
  if (kept === null) return fail({ kind: "not-here" });
  const { name, mediaType } = kept;
  if (!isPictureType(mediaType) || draw === null) return fail({ kind: "picture-unreadable", name });
  const read = await attachments.read(asked, options);
  if (!read.ok) return read;
  const size = pictureSizeOf(read.value);
  if (size === null) return fail({ kind: "picture-unreadable", name });
  const pixels = size.width * size.height;
  if (pixels > mostPixels) return fail({ kind: "picture-too-large", name, megapixels: Math.round(pixels / 1_000_000) });
  const drawn = await draw(read.value, { mediaType, longestSide: wanted === "screen" ? screenSide : null });
  return drawn === null ? fail({ kind: "picture-unreadable", name }) : succeed(drawn);
}
