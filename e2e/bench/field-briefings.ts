import { englishBriefings } from "./field-briefings-en.ts";
import { frenchBriefings } from "./field-briefings-fr.ts";
import { kiswahiliBriefings } from "./field-briefings-sw.ts";

/** A short briefing, and what someone who needs it might type. */
export type FieldBriefing = readonly [title: string, text: string, queries: readonly string[]];

export const fieldBriefings = {
  fr: frenchBriefings,
  en: englishBriefings,
  sw: kiswahiliBriefings,
} as const;
