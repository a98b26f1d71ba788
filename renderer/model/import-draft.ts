import type { KeptAttachment } from "./attachment.ts";
import type { BodyTree } from "./body.ts";
import type { Audience, BriefingKind, Handling, Language } from "./briefing.ts";
import type { BugFailure, CommitFailure, ImportFailure } from "./failure.ts";
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
  readonly standing: DraftStanding | null;
}

/** What of a draft is in the library already. */
export interface DraftStanding {
  readonly id: BriefingId;
  /** "same": saving adds this way of arrival and makes no double. "less": saving makes its next version. */
  readonly has: "same" | "less";
}

/** One line of an import's report. */
export type FileOutcome =
  | { readonly fileName: string; readonly outcome: "draft"; readonly draft: ImportDraft }
  | {
      readonly fileName: string;
      readonly outcome: "failed";
      readonly failure: ImportFailure | CommitFailure | BugFailure;
    };

/** A text that the library had: by what file it came again ("" = a paste), and what it is called here. */
export interface AlreadyHere {
  readonly id: BriefingId;
  readonly fileName: string;
  readonly title: string;
}

export interface SaveOutcome {
  readonly saved: readonly BriefingId[];
  readonly alreadyHere: readonly AlreadyHere[];
}
