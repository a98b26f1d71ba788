import type { ImportFailure } from "../../model/failure.ts";
import type { Result } from "../../model/result.ts";
import { mediaTypeOf } from "../attachments/media-type.ts";
import { pictureSizeOf } from "../attachments/picture-size.ts";
import { buildBody } from "../body/build-body.ts";
import { decodeBytes } from "../feeds/decode-bytes.ts";
import type { ImportTools, ReadDocument, ReadText } from "../import/import-tools.ts";
import { readDocuments } from "../import/read-document.ts";
import { readPaste } from "../import/read-paste.ts";
import type { Limits } from "../surroundings.ts";
import { detectLanguage } from "./detect-language.ts";

export interface ImportReaders {
  readFile(file: {
    readonly name: string;
    readonly bytes: Uint8Array;
  }): Promise<Result<readonly ReadDocument[], ImportFailure>>;
  readPaste(paste: {
    readonly text: string;
    readonly html: string | null;
  }): Result<ReadText | { readonly address: string }, ImportFailure>;
}

/** The import's readers with the tools they need. */
export function createImportReaders({ fileBytes }: Pick<Limits, "fileBytes">): ImportReaders {
  const tools: ImportTools = {
    maxBytes: fileBytes,
    decodeBytes,
    buildBody,
    mediaTypeOf,
    pictureSizeOf,
    detectLanguage,
  };
  return {
    readFile: (file) => readDocuments(file, tools),
    readPaste: (paste) => readPaste(paste, tools),
  };
}
