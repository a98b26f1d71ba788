import { isPictureType } from "../../model/attachment.ts";
import type { ImportFailure } from "../../model/failure.ts";
import { type Result, succeed } from "../../model/result.ts";
import type { ImportTools, ReadDocument } from "./import-tools.ts";
import { readFile } from "./read-file.ts";
import { readPicture } from "./read-picture.ts";

/** What a file's content says it is decides who reads it. One file can hold several briefings. */
export async function readDocuments(
  file: { readonly name: string; readonly bytes: Uint8Array },
  tools: ImportTools,
): Promise<Result<readonly ReadDocument[], ImportFailure>> {
  const mediaType = tools.mediaTypeOf(file.bytes);
  const read = isPictureType(mediaType) ? readPicture(file, tools) : readFile(file, tools);
  if (!read.ok) return read;
  const original = { name: read.value.fileName, bytes: file.bytes, mediaType };
  return succeed([{ text: read.value, original, attachments: [] }]);
}
