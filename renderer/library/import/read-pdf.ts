import { mebibyte } from "../../model/measure.ts";
import type { FileInside, FileReading, ReadingFile } from "./file-reader.ts";
import type { OpenPdf, PdfEngine } from "./pdf-engine.ts";
import { pdfHtml } from "./pdf-html.ts";
import { linesOf, type PdfLine } from "./pdf-lines.ts";
import { withoutMargins } from "./pdf-margins.ts";

const magic = "%PDF-";
/** Some programs write a few bytes of their own in front of it. */
const lookAt = 1_024;
const mostBytesInside = 20 * mebibyte;

export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, lookAt)).includes(magic);
}

/** A PDF's text, page after page. Pages that are only pictures have none: then the text is empty, and that is no failure. */
export function readPdf({ bytes, signal, onProgress }: ReadingFile, engine: PdfEngine): FileReading {
  // PDF.js takes its bytes over, and the original is kept.
  return engine.open({ bytes: new Uint8Array(bytes), signal }, async (pdf) => {
    const pages: (readonly PdfLine[])[] = [];
    for (let number = 1; number <= pdf.pageCount; number++) {
      pages.push(linesOf(await pdf.textOfPage(number)));
      onProgress?.(number / pdf.pageCount);
    }
    const { pages: texts, margins } = withoutMargins(pages);
    const text = pdfHtml(texts);
    return [
      {
        kind: "html",
        text,
        stated: { ...titleOf(pdf, text), margins: margins.join("\n") },
        attachments: await filesInside(pdf),
      },
    ] as const;
  });
}

/** Programs fill it in by themselves: with the file's name, with a template's. A heading on the first page goes before. */
function titleOf({ title }: OpenPdf, html: string): { title?: string } {
  const isOwn =
    /\p{L}{3}.*\s/u.test(title) &&
    !/^microsoft |\.(?:docx?|odt|pdf|indd|pub|pptx?|xlsx?)$|untitled|sans titre/i.test(title);
  return isOwn && !html.startsWith("<h") ? { title } : {};
}

async function filesInside(pdf: OpenPdf): Promise<readonly FileInside[]> {
  const files = await pdf.filesInside();
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0) > mostBytesInside ? [] : files;
}
