import type { Host } from "../../contracts/host.ts";
import type { ImportFailure } from "../../model/failure.ts";
import type { Result } from "../../model/result.ts";
import { mediaTypeOf } from "../attachments/media-type.ts";
import { pictureSizeOf } from "../attachments/picture-size.ts";
import { buildBody } from "../body/build-body.ts";
import { decodeBytes } from "../feeds/decode-bytes.ts";
import type { ReadingFile } from "../import/file-reader.ts";
import type { ImportTools, ReadDocument, ReadText } from "../import/import-tools.ts";
import { createPdfEngine } from "../import/pdf-engine.ts";
import { readDocuments } from "../import/read-documents.ts";
import { readPaste } from "../import/read-paste.ts";
import type { Limits, Surroundings } from "../surroundings.ts";
import { detectLanguage } from "./detect-language.ts";
import { guardReading } from "./guard-reading.ts";

export interface ImportReaders {
  readFile(file: ReadingFile): Promise<Result<readonly ReadDocument[], ImportFailure>>;
  readPaste(paste: {
    readonly text: string;
    readonly html: string | null;
  }): Result<ReadText | { readonly address: string }, ImportFailure>;
}

/** The import's readers with the tools they need. */
export function createImportReaders({
  limits,
  startPdfWorker,
  host,
}: Pick<Surroundings, "startPdfWorker"> & {
  readonly limits: Pick<Limits, "fileBytes">;
  readonly host: Pick<Host, "markParsing" | "clearParsing">;
}): ImportReaders {
  const tools: ImportTools = {
    maxBytes: limits.fileBytes,
    decodeBytes,
    buildBody,
    mediaTypeOf,
    pictureSizeOf,
    detectLanguage,
    pdf: createPdfEngine(startPdfWorker),
  };
  return {
    readFile: guardReading((file) => readDocuments(file, tools), host),
    readPaste: (paste) => readPaste(paste, tools),
  };
}
