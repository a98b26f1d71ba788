import type { ImportFailure } from "../../model/failure.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import { looksLikeChat } from "./chat-lines.ts";
import type { DecodeText, FileInside, FileReading } from "./file-reader.ts";
import { readChat } from "./read-chat.ts";
import type { ZipArchive, ZipEntry } from "./zip-archive.ts";

const archiveEnding = /\.(?:zip|7z|rar|gz|tgz|bz2|xz|tar|jar|cab|iso)$/i;

/** A chat's export with its pictures. Other archives are left to the person to unpack, and none inside another is opened. */
export async function readChatArchive(archive: ZipArchive, fileName: string, decode: DecodeText): FileReading {
  if (archive.entries.some(({ name }) => archiveEnding.test(name))) return fail({ kind: "nested-archive" });
  for (const entry of archive.entries) {
    if (!/\.txt$/i.test(entry.name)) continue;
    const read = await archive.read(entry);
    if (!read.ok) return read;
    const text = decode(read.value, null);
    if (!looksLikeChat(text)) continue;
    const media = await mediaIn(archive, text, entry);
    // "_chat.txt" has no name of its own: then the archive's tells whose chat it is.
    const named = /(?:^|\/)_chat\.txt$/i.test(entry.name) ? fileName : (entry.name.split("/").at(-1) ?? fileName);
    return media.ok ? readChat(text, named, media.value) : media;
  }
  return fail({ kind: "plain-archive" });
}

async function mediaIn(
  archive: ZipArchive,
  text: string,
  chat: ZipEntry,
): Promise<Result<readonly FileInside[], ImportFailure>> {
  const media: FileInside[] = [];
  for (const entry of archive.entries) {
    const name = entry.name.split("/").at(-1) ?? "";
    if (entry === chat || name === "" || !text.includes(name)) continue;
    const read = await archive.read(entry);
    if (!read.ok) return read;
    media.push({ name, bytes: read.value });
  }
  return succeed(media);
}
