import type { KeptAttachment } from "./attachment.ts";
import type { BodyTree } from "./body.ts";
import type { FullText } from "./full-text.ts";
import type { BriefingId, DeliveryId, SourceId } from "./ids.ts";
import type { NamedPlace } from "./names.ts";
import type { ReferenceLabel } from "./reference.ts";
import type { BriefingTimes, Instant } from "./time.ts";

/** A language tag as detected or corrected; "und" where nothing could be told. */
export type Language = "fr" | "en" | "sw" | "ln" | "und";

/** What sort of reporting it is; decides how fast it ages. */
export type BriefingKind = "alert" | "security" | "access" | "sitrep" | "reference" | "unknown";

/** The Admiralty scale, two values. Given by a person, never computed; F6 only if someone gave it. */
export interface Grade {
  readonly source: "A" | "B" | "C" | "D" | "E" | "F" | null;
  readonly information: 1 | 2 | 3 | 4 | 5 | 6 | null;
}

/** Who may read it: anyone, the own team, or only people who are named. */
export type Audience = "public" | "internal" | "restricted";

/** A label its author put on it. TLP and OCHA's levels are two scales and are never converted. */
export type SensitivityLabel =
  | { readonly scale: "tlp"; readonly level: "red" | "amber-strict" | "amber" | "green" | "clear" }
  | { readonly scale: "ocha"; readonly level: "public" | "restricted" | "confidential" | "strictly-confidential" };

export interface Handling {
  readonly audience: Audience;
  readonly label: SensitivityLabel | null;
}

/** A way by which this briefing came here. The same item by two ways is one briefing with two provenances. */
export interface Provenance {
  readonly way: "feed" | "file" | "paste";
  readonly sourceId: SourceId | null;
  readonly delivery: DeliveryId;
  /** A feed's name, a file's name, or "" for a paste. */
  readonly label: string;
  readonly at: Instant;
}

export interface AttachmentMention {
  readonly name: string;
  readonly address: string;
  readonly mediaType: string | null;
  readonly bytes: number | null;
}

/** What one revision says, as its source gave it. */
export interface RevisionContent {
  readonly title: string;
  /** 0 to 5, at most 180 characters each; none given = none, never invented. */
  readonly keyPoints: readonly string[];
  readonly body: BodyTree;
  readonly attachments: readonly AttachmentMention[];
}

/** All that a list row and the catalogue need, without the body. */
export interface BriefingHead {
  readonly id: BriefingId;
  readonly title: string;
  readonly keyPoints: readonly string[];
  /** First words of the body, at most 200 characters. */
  readonly lead: string;
  readonly language: Language;
  readonly kind: BriefingKind;
  readonly times: BriefingTimes;
  /** When the source itself says that it stops being valid. */
  readonly expires: Instant | null;
  readonly sourceId: SourceId | null;
  /** The publisher's name as shown: the source's name, or what an import gave. */
  readonly sourceName: string;
  readonly authors: readonly string[];
  readonly link: string | null;
  readonly grade: Grade;
  readonly handling: Handling;
  /** The source gave a teaser, not the text. */
  readonly extractOnly: boolean;
  /** null = the article behind it was never asked for. */
  readonly fullText: FullText | null;
  readonly withdrawn: Instant | null;
  readonly wordCount: number;
  readonly attachments: readonly AttachmentMention[];
  /** Files of it that lie in this library, by every way it came and every revision. */
  readonly kept: readonly KeptAttachment[];
  readonly revision: number;
  readonly revisedAt: Instant | null;
  /** The newest delivery that changed it. */
  readonly delivery: DeliveryId;
  readonly provenances: readonly Provenance[];
}

/** One reader's state of one briefing. */
export interface ReadingState {
  readonly read: boolean;
  readonly saved: boolean;
}

export interface BriefingRow {
  readonly head: BriefingHead;
  readonly state: ReadingState;
  /** Only on what stands on the reference shelf. */
  readonly reference?: ReferenceLabel;
}

export interface RevisionNote {
  readonly revision: number;
  readonly fetched: Instant;
  readonly title: string;
}

/** An opened briefing: everything the reader pane shows. */
export interface OpenBriefing {
  readonly head: BriefingHead;
  readonly state: ReadingState;
  /** null = this body is damaged on disk; the head is still readable. */
  readonly body: BodyTree | null;
  readonly revisions: readonly RevisionNote[];
  readonly matches: readonly BodyMatch[];
  /** The same text by other sources: copies of one dispatch, no confirmations. */
  readonly copies: readonly BriefingRow[];
  /** Places that its text names; none while it wasn't looked at for names. */
  readonly places: readonly NamedPlace[];
  /** Only on what stands on the reference shelf. */
  readonly reference?: ReferenceLabel;
}

/** A search hit inside an opened briefing. Offsets count UTF-16 units of the part's plain text (see `partTexts`). */
export interface BodyMatch {
  readonly part: "title" | "key-point" | "body";
  /** Number of the key point, or of the text run in reading order. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

export interface TextRange {
  readonly start: number;
  readonly end: number;
}
