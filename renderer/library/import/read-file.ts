import { fail, succeed } from "../../model/result.ts";
import { looksLikeChat } from "./chat-lines.ts";
import { openCompoundFile } from "./compound-file.ts";
import type { FileReading, ReadingFile } from "./file-reader.ts";
import { fileTypeOf, mostBytesOf } from "./file-type.ts";
import type { ImportKind, ImportTools } from "./import-tools.ts";
import { readChat } from "./read-chat.ts";
import { readChatArchive } from "./read-chat-archive.ts";
import { isDocx, readDocx } from "./read-docx.ts";
import { readEml } from "./read-eml.ts";
import { isMsg, readMsg } from "./read-msg.ts";
import { isOdt, readOdt } from "./read-odt.ts";
import { readPdf } from "./read-pdf.ts";
import { isRtf, readRtf } from "./rtf-text.ts";
import { openZip } from "./zip-archive.ts";

const kinds: Readonly<Record<string, ImportKind>> = {
  txt: "text",
  text: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  // Disguised or saved under a wrong name: what they hold is a text all the same.
  pdf: "text",
  doc: "text",
  docx: "text",
  odt: "text",
  eml: "text",
  msg: "text",
};

export function extensionOf(name: string): string {
  return /\.([^./\\]{1,12})$/.exec(name.trim())?.[1]?.toLowerCase() ?? "";
}

/** What a file says, by what it is and not by its name. A new format is one more reader and one more line here. */
export async function readTexts(file: ReadingFile, tools: ImportTools): FileReading {
  const { name, bytes } = file;
  if (bytes.length === 0) return fail({ kind: "empty-file" });
  const type = fileTypeOf(bytes);
  const limit = mostBytesOf(type, tools.maxBytes);
  if (bytes.length > limit) return fail({ kind: "file-too-large", limit });
  switch (type) {
    case "pdf":
      return readPdf(file, tools.pdf);
    case "zip":
      return readArchive(file, tools);
    case "compound":
      return readCompound(file, tools);
    case "email":
      return readEml(bytes, tools.decodeBytes);
    case "binary":
      return extensionOf(name) in kinds
        ? fail({ kind: "binary-file" })
        : fail({ kind: "unsupported-file", extension: extensionOf(name) });
    case "text":
      return readPlain(file, tools);
  }
}

async function readArchive({ name, bytes }: ReadingFile, tools: ImportTools): FileReading {
  const opened = openZip(bytes);
  if (!opened.ok) return opened;
  const archive = opened.value;
  if (isDocx(archive)) return readDocx(archive);
  if (await isOdt(archive)) return readOdt(archive);
  const isOffice = archive.find("[Content_Types].xml") !== null || archive.find("mimetype") !== null;
  if (isOffice) return fail({ kind: "unsupported-file", extension: extensionOf(name) });
  return readChatArchive(archive, name, tools.decodeBytes);
}

async function readCompound({ name, bytes }: ReadingFile, tools: ImportTools): FileReading {
  const root = openCompoundFile(bytes);
  if (root === null) return fail({ kind: "damaged-file" });
  // A locked .docx is a sealed package inside an old-style file.
  if (root.children.some((child) => child.name === "EncryptedPackage")) return fail({ kind: "password-protected" });
  if (isMsg(root)) return readMsg(root, tools.decodeBytes);
  return fail({ kind: "unsupported-file", extension: extensionOf(name) });
}

async function readPlain({ name, bytes }: ReadingFile, tools: ImportTools): FileReading {
  if (isRtf(bytes)) return succeed([{ ...readRtf(bytes, tools.decodeBytes), stated: {}, attachments: [] }]);
  const extension = extensionOf(name);
  const text = tools.decodeBytes(bytes, null);
  if (text.trim() === "") return fail({ kind: "empty-file" });
  // Pages saved as "text" keep their tags.
  const isPage = /^\s*<(?:!doctype\s+html|html)\b/i.test(text.slice(0, 1_000));
  const kind = isPage ? "html" : kinds[extension];
  if (kind === undefined) return fail({ kind: "unsupported-file", extension });
  if (kind === "text" && looksLikeChat(text)) return readChat(text, name, []);
  return succeed([{ kind, text, stated: {}, attachments: [] }]);
}
