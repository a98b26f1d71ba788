import type { CleanPicture, PictureType } from "../../model/attachment.ts";

export interface DrawHow {
  readonly mediaType: PictureType;
  /** Larger ones are made smaller; null = as large as it is. */
  readonly longestSide: number | null;
}

/** null = the bytes are no picture that can be decoded. */
export type DrawPicture = (bytes: Uint8Array<ArrayBuffer>, how: DrawHow) => Promise<CleanPicture | null>;

const quality = 0.9;
const writtenAs: Readonly<Record<PictureType, string>> = {
  "image/jpeg": "image/jpeg",
  "image/webp": "image/webp",
  "image/png": "image/png",
  // Of a moving one its first picture.
  "image/gif": "image/png",
};

/** Turned as its camera said, because that note goes with all the others. */
async function draw(bytes: Uint8Array<ArrayBuffer>, { mediaType, longestSide }: DrawHow): Promise<CleanPicture | null> {
  const bitmap = await decode(new Blob([bytes], { type: mediaType }));
  if (bitmap === null) return null;
  const scale = longestSide === null ? 1 : Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const written = await canvas.convertToBlob({ type: writtenAs[mediaType], quality });
  return { bytes: new Uint8Array(await written.arrayBuffer()), mediaType: written.type, width, height };
}

async function decode(picture: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(picture, { imageOrientation: "from-image" });
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

export const drawPicture: DrawPicture | null =
  typeof OffscreenCanvas === "undefined" || typeof createImageBitmap === "undefined" ? null : draw;
