import type { BodyTree } from "../../model/body.ts";
import type { Language } from "../../model/briefing.ts";
import type { ImportDraft } from "../../model/import-draft.ts";
import type { Bytes } from "../../model/measure.ts";
import type { PdfEngine } from "./pdf-engine.ts";

/** A text as an import read it, before it has a place in the preview. */
export interface ReadText extends Omit<ImportDraft, "id" | "standing" | "files"> {
  /** One day of a chat, which a later export may bring again with more in it. */
  readonly isChatDay: boolean;
}

/** A file with its bytes, as it came. */
export interface CarriedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** All that one briefing takes from a file: what it says, the file itself, and what was inside or beside it. */
export interface ReadDocument {
  readonly text: ReadText;
  /** null = nothing to keep but the text: a paste, or a part of a file whose whole is kept elsewhere. */
  readonly original: CarriedFile | null;
  readonly attachments: readonly CarriedFile[];
}

export type ImportKind = "html" | "text" | "markdown";

/** What a body builder gives an import; `page` is what a whole web page says about itself. */
export interface ImportedBody {
  readonly body: BodyTree;
  readonly keyPoints: readonly string[];
  readonly page: {
    readonly title: string | null;
    readonly canonical: string | null;
    readonly siteName: string | null;
    readonly author: string | null;
    readonly published: string | null;
    readonly language: string | null;
  } | null;
}

/** The neighbours' work, given from outside because the rooms of the library don't know one another. */
export interface ImportTools {
  readonly maxBytes: Bytes;
  readonly decodeBytes: (bytes: Uint8Array, contentType: string | null) => string;
  readonly buildBody: (source: {
    readonly kind: ImportKind;
    readonly text: string;
    readonly baseAddress: string | null;
  }) => ImportedBody;
  /** By content, not by name. */
  readonly mediaTypeOf: (bytes: Uint8Array) => string;
  /** From a picture's header; null = it has none that can be read. */
  readonly pictureSizeOf: (bytes: Uint8Array) => { readonly width: number; readonly height: number } | null;
  readonly detectLanguage: (text: string, label: string | null) => Language;
  readonly pdf: PdfEngine;
}
