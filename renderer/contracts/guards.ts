import * as v from "valibot";
import type { GettingRules } from "../model/getting.ts";
import {
  type AttachmentId,
  type BlobName,
  type BriefingId,
  type DraftId,
  isId,
  type ReaderId,
  type SavedSearchId,
  type SourceId,
  type UndoToken,
} from "../model/ids.ts";
import type { DraftFields } from "../model/import-draft.ts";
import { type Territory, territories } from "../model/names.ts";
import type { WantedName } from "../model/own-names.ts";
import type { ListedSource } from "../model/source-list.ts";
import { isPlainDate, type PlainDate } from "../model/time.ts";

const id = <Id>() => v.custom<Id>(isId);
export const briefingId = id<BriefingId>();
export const sourceId = id<SourceId>();
export const savedSearchId = id<SavedSearchId>();
export const readerId = id<ReaderId>();
export const draftId = id<DraftId>();
export const attachmentId = id<AttachmentId>();
export const blobName = id<BlobName>();
export const undoToken = id<UndoToken>();

export const bytes = v.instance(Uint8Array) as v.GenericSchema<unknown, Uint8Array>;
const plainDate = v.custom<PlainDate>(isPlainDate);
/** Years 1970 to 2200: a date outside is a mistake. */
const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7_258_118_400_000));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
/** Longer than any address or title a person deals with; the callee decides what it makes of it. */
export const line = v.pipe(v.string(), v.maxLength(20_000));
export const nothing = v.strictObject({});
/** The most ids one call may name; "everything older" has a call of its own. */
export const briefingIds = v.pipe(v.array(briefingId), v.minLength(1), v.maxLength(10_000));

export const language = v.picklist(["fr", "en", "sw", "ln", "und"]);
/** In which references are shown. */
export const interfaceLanguage = v.picklist(["fr", "sw", "en"]);
const audience = v.picklist(["public", "internal", "restricted"]);
const briefingKind = v.picklist(["alert", "security", "access", "sitrep", "reference", "unknown"]);
const label = v.nullable(
  v.variant("scale", [
    v.strictObject({ scale: v.literal("tlp"), level: v.picklist(["red", "amber-strict", "amber", "green", "clear"]) }),
    v.strictObject({
      scale: v.literal("ocha"),
      level: v.picklist(["public", "restricted", "confidential", "strictly-confidential"]),
    }),
  ]),
);

export const areas: v.GenericSchema<unknown, readonly Territory[]> = v.pipe(
  v.array(v.picklist(territories)),
  v.maxLength(territories.length),
);

const territory = v.picklist(territories);
const shortLine = v.pipe(v.string(), v.maxLength(500));
export const wantedName: v.GenericSchema<unknown, WantedName> = v.strictObject({
  table: v.picklist(["place", "actor"]),
  name: shortLine,
  variants: v.pipe(v.array(shortLine), v.maxLength(20)),
  territory: v.nullable(territory),
  sameAs: shortLine,
});

export const view = v.variant("kind", [
  v.strictObject({ kind: v.picklist(["since-looked", "all", "unread", "saved", "arrivals", "deleted"]) }),
  v.strictObject({ kind: v.picklist(["all", "unread", "saved", "arrivals", "deleted", "references"]) }),
  v.strictObject({ kind: v.literal("source"), sourceId }),
]);

export const filters = v.strictObject({
  unreadOnly: v.boolean(),
  savedOnly: v.boolean(),
  sourceId: v.nullable(sourceId),
  language: v.nullable(language),
  from: v.nullable(instant),
  until: v.nullable(instant),
  areas,
});

export const listedSource: v.GenericSchema<unknown, ListedSource> = v.strictObject({
  address: line,
  name: line,
  folder: v.nullable(line),
  homePage: v.nullable(line),
});
export const rank = v.picklist([1, 2, 3]);
export const permissions = v.strictObject({ insecure: v.boolean(), local: v.boolean() });

export const settings = v.strictObject({
  language: v.nullable(interfaceLanguage),
  theme: v.picklist(["system", "light", "dark", "high-contrast"]),
  textSize: v.picklist([1, 2, 3, 4, 5]),
  bodyFont: v.picklist(["serif", "sans"]),
  density: v.picklist(["comfortable", "compact"]),
  letterKeys: v.boolean(),
  timeZone: v.pipe(v.string(), v.maxLength(64)),
  areas,
  searchHistory: v.boolean(),
  searchNotifications: v.boolean(),
});

export const gettingRules: v.GenericSchema<unknown, GettingRules> = v.strictObject({
  mode: v.picklist([
    "ask",
    "manual",
    "every-30-min",
    "every-hour",
    "every-6-hours",
    "every-12-hours",
    "every-24-hours",
  ]),
  onMeteredLink: v.boolean(),
});

export const draftFields: v.GenericSchema<unknown, DraftFields> = v.strictObject({
  title: line,
  keyPoints: v.pipe(v.array(line), v.maxLength(5)),
  asOf: v.nullable(plainDate),
  published: v.nullable(instant),
  sourceName: line,
  language,
  kind: briefingKind,
  audience: v.nullable(audience),
  label,
  link: v.nullable(line),
});
