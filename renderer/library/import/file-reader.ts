import type { CancelSignal } from "../../contracts/calls.ts";
import type { ImportFailure } from "../../model/failure.ts";
import type { Result } from "../../model/result.ts";
import type { Instant, PlainDate } from "../../model/time.ts";
import type { ImportKind } from "./import-tools.ts";

/** What came inside a file: an e-mail's attachment, a chat's picture. */
export interface FileInside {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file says of itself outside its text. It goes before anything that is found in the text. */
export interface StatedFacts {
  readonly title?: string;
  readonly source?: string;
  readonly published?: Instant;
  readonly asOf?: PlainDate;
  readonly isChatDay?: boolean;
  /** Running heads and feet: labels often stand only there. */
  readonly margins?: string;
}

/** One text of a file, before it is looked through for a title, key points and dates. */
export interface WrittenText {
  readonly kind: ImportKind;
  readonly text: string;
  readonly stated: StatedFacts;
  /** What its file is, where the bytes alone don't tell. */
  readonly mediaType?: string;
  readonly attachments: readonly FileInside[];
}

export interface ReadingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly signal?: CancelSignal | undefined;
  /** From 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export type FileReading = Promise<Result<readonly WrittenText[], ImportFailure>>;

/** Bytes to text, whatever the label says. */
export type DecodeText = (bytes: Uint8Array, contentType: string | null) => string;
