import type { KeptAttachment } from "./attachment.ts";
import type { BodyTree } from "./body.ts";
import type { Audience, BriefingKind, Handling, Language } from "./briefing.ts";
import type { ImportFailure } from "./failure.ts";
import type { BriefingId, DraftId } from "./ids.ts";
import type { Instant, PlainDate } from "./time.ts";

/** What an import proposes and a person may correct before it is saved. */
export interface DraftFields {
  readonly title: string;
  readonly keyPoints: readonly string[];
  readonly asOf: PlainDate | null;
  readonly published: Instant | null;
  readonly sourceName: string;
  readonly language: Language;
  readonly kind: BriefingKind;
  /** null = not answered: kept as internal. */
  readonly audience: Audience | null;
  readonly label: Handling["label"];
  readonly link: string | null;
}

export interface ImportDraft {
  readonly id: DraftId;
  /** The file's name, or "" for a paste. */
  readonly fileName: string;
  readonly fields: DraftFields;
  readonly body: BodyTree;
  /** What is kept with it once it is saved: the file itself, and files that came with it. */
  readonly files: readonly Pick<KeptAttachment, "name" | "mediaType" | "bytes" | "role">[];
  /** Already in the library: saving adds this way of arrival to it and makes no double. */
  readonly alreadyHere: BriefingId | null;
}

/** One line of an import's report. */
export type FileOutcome =
  | { readonly fileName: string; readonly outcome: "draft"; readonly draft: ImportDraft }
  | { readonly fileName: string; readonly outcome: "failed"; readonly failure: ImportFailure };

export interface SaveOutcome {
  readonly saved: readonly BriefingId[];
  readonly alreadyHere: readonly BriefingId[];
}
