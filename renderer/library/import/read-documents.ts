import { isPictureType } from "../../model/attachment.ts";
import type { ImportFailure } from "../../model/failure.ts";
import { type Result, succeed } from "../../model/result.ts";
import type { FileInside, ReadingFile, WrittenText } from "./file-reader.ts";
import { fileTypeOf } from "./file-type.ts";
import type { CarriedFile, ImportTools, ReadDocument } from "./import-tools.ts";
import { proposeDraft } from "./propose-draft.ts";
import { extensionOf, readTexts } from "./read-file.ts";
import { readPicture } from "./read-picture.ts";

const deepestInside = 3;
const mostInside = 100;
/** Attachments of these kinds are read as texts of their own; everything else stays a file. */
const readableInside: ReadonlySet<string> = new Set(["docx", "odt", "eml", "msg", "txt", "md", "html", "htm"]);

type Documents = Result<readonly ReadDocument[], ImportFailure>;

/** A file's texts with what a preview proposes about each; readable files inside it follow as texts of their own. */
export function readDocuments(file: ReadingFile, tools: ImportTools): Promise<Documents> {
  return readAt(file, tools, 0);
}

async function readAt(file: ReadingFile, tools: ImportTools, depth: number): Promise<Documents> {
  const mediaType = tools.mediaTypeOf(file.bytes);
  if (isPictureType(mediaType)) return pictureOf(file, mediaType, tools);
  const read = await readTexts(file, tools);
  if (!read.ok) return read;
  const fileName = file.name.trim();
  const documents: ReadDocument[] = [];
  for (const [place, written] of read.value.entries()) {
    const inside = await readInside(file, written, tools, depth);
    const mayBeEmpty = fileTypeOf(file.bytes) === "pdf" || written.attachments.length > 0;
    const text = proposeDraft({ fileName, ...written, mayBeEmpty }, tools);
    if (!text.ok && read.value.length === 1 && inside.documents.length === 0) return text;
    // Of a file with many texts the whole is kept once, with the last of them.
    const isLast = place === read.value.length - 1;
    const original = isLast ? { name: fileName, bytes: file.bytes, mediaType: written.mediaType ?? mediaType } : null;
    if (text.ok) documents.push({ text: text.value, original, attachments: inside.kept });
    documents.push(...inside.documents);
  }
  return succeed(documents);
}

function pictureOf(file: ReadingFile, mediaType: string, tools: ImportTools): Documents {
  const read = readPicture(file, tools);
  if (!read.ok) return read;
  const original = { name: read.value.fileName, bytes: file.bytes, mediaType };
  return succeed([{ text: read.value, original, attachments: [] }]);
}

/** E-mails carry reports: what can be read becomes a text, the rest stays with the e-mail. */
async function readInside(
  file: ReadingFile,
  written: WrittenText,
  tools: ImportTools,
  depth: number,
): Promise<{ readonly documents: readonly ReadDocument[]; readonly kept: readonly CarriedFile[] }> {
  const documents: ReadDocument[] = [];
  const kept: CarriedFile[] = [];
  for (const inside of written.attachments.slice(0, mostInside)) {
    if (file.signal?.aborted) break;
    const { name, bytes } = inside;
    const read = isReadable(inside, depth)
      ? await readAt({ name: `${file.name.trim()} › ${name}`, bytes, signal: file.signal }, tools, depth + 1)
      : null;
    if (read?.ok === true) documents.push(...read.value);
    else kept.push({ name, bytes, mediaType: tools.mediaTypeOf(bytes) });
  }
  return { documents, kept };
}

function isReadable({ name, bytes }: FileInside, depth: number): boolean {
  if (depth >= deepestInside) return false;
  const type = fileTypeOf(bytes);
  return type === "email" || type === "pdf" || readableInside.has(extensionOf(name));
}
