import type { ImportFailure } from "../../model/failure.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import { DocxListener, type DocxParts } from "./docx-listener.ts";
import { readDocxLinks, readDocxNumbering, readDocxStyles } from "./docx-styles.ts";
import type { FileReading } from "./file-reader.ts";
import { HtmlWriter } from "./html-writer.ts";
import { readXml } from "./read-xml.ts";
import type { ZipArchive } from "./zip-archive.ts";

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const mainPart = "word/document.xml";

export function isDocx(archive: ZipArchive): boolean {
  return archive.find(mainPart) !== null;
}

/** Word's text: headings by style, lists, tables, links, notes at the end. Pictures stay in the original. */
export async function readDocx(archive: ZipArchive): FileReading {
  const parts = await readParts(archive);
  if (!parts.ok) return parts;
  const { texts, docx } = parts.value;
  const writer = new HtmlWriter();
  const listener = new DocxListener(docx, writer);
  if (!readXml(texts.get(mainPart) ?? "", listener)) return fail({ kind: "damaged-file" });
  if (listener.notes.length > 0) {
    const notes = new Map([
      ...notesIn(texts.get("word/footnotes.xml"), "footnote", docx),
      ...notesIn(texts.get("word/endnotes.xml"), "endnote", docx),
    ]);
    writer.raw(`<ol>${listener.notes.map((note) => `<li>${notes.get(note) ?? ""}</li>`).join("")}</ol>`);
  }
  const margins = [...texts]
    .filter(([name]) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
    .map(([, xml]) => wordsIn(xml))
    .join("\n");
  return succeed([{ kind: "html", text: writer.finish(), stated: { margins }, mediaType: docxType, attachments: [] }]);
}

const wanted =
  /^word\/(?:document|styles|numbering|footnotes|endnotes|header\d*|footer\d*|_rels\/document)\.xml(?:\.rels)?$/;

async function readParts(
  archive: ZipArchive,
): Promise<Result<{ texts: ReadonlyMap<string, string>; docx: DocxParts }, ImportFailure>> {
  const texts = new Map<string, string>();
  for (const entry of archive.entries) {
    if (!wanted.test(entry.name)) continue;
    const read = await archive.read(entry);
    if (!read.ok) return read;
    texts.set(entry.name, new TextDecoder().decode(read.value));
  }
  return succeed({
    texts,
    docx: {
      styles: readDocxStyles(texts.get("word/styles.xml") ?? null),
      listKind: readDocxNumbering(texts.get("word/numbering.xml") ?? null),
      links: readDocxLinks(texts.get("word/_rels/document.xml.rels") ?? null),
    },
  });
}

function notesIn(xml: string | undefined, kind: "footnote" | "endnote", parts: DocxParts): Map<string, string> {
  const notes = new Map<string, string>();
  let id = "";
  let writer = new HtmlWriter();
  let listener = new DocxListener(parts, writer);
  readXml(xml ?? `<${kind}s/>`, {
    open(name, attribute) {
      if (name === kind) {
        id = attribute("id") ?? "";
        writer = new HtmlWriter();
        listener = new DocxListener(parts, writer);
      } else listener.open(name, attribute);
    },
    close(name) {
      if (name === kind) notes.set(`${kind} ${id}`, writer.finish());
      else listener.close(name);
    },
    text: (text) => listener.text(text),
  });
  return notes;
}

function wordsIn(xml: string): string {
  const words: string[] = [];
  readXml(xml, { open() {}, close() {}, text: (text) => words.push(text) });
  return words.join(" ").replace(/\s+/g, " ").trim().slice(0, 500);
}
