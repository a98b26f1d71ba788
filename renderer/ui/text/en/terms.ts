import type { Audience, BriefingKind, Grade, Language, SensitivityLabel } from "../../../model/briefing.ts";
import type { SourceRank } from "../../../model/source.ts";

type Level<Scale> = Extract<SensitivityLabel, { scale: Scale }>["level"];

/** Names of closed lists. */
export interface TermsText {
  readonly language: Readonly<Record<Language, string>>;
  readonly kind: Readonly<Record<BriefingKind, string>>;
  readonly audience: Readonly<Record<Audience, string>>;
  /** TLP's and OCHA's names are the standards' own. */
  readonly tlp: Readonly<Record<Level<"tlp">, string>>;
  readonly ocha: Readonly<Record<Level<"ocha">, string>>;
  readonly noLabel: string;
  readonly sourceGrade: Readonly<Record<NonNullable<Grade["source"]>, string>>;
  readonly informationGrade: Readonly<Record<NonNullable<Grade["information"]>, string>>;
  readonly notGraded: string;
  readonly rank: Readonly<Record<SourceRank, string>>;
  readonly way: Readonly<Record<"feed" | "file" | "paste", string>>;
  readonly extractOnly: string;
}

export const terms: TermsText = {
  language: { fr: "French", en: "English", sw: "Kiswahili", ln: "Lingala", und: "Not known" },
  kind: {
    alert: "Alert",
    security: "Security",
    access: "Access",
    sitrep: "Situation report",
    reference: "Reference",
    unknown: "Not said",
  },
  audience: { public: "Anyone", internal: "My team", restricted: "Only people who are named" },
  tlp: {
    red: "TLP:RED",
    "amber-strict": "TLP:AMBER+STRICT",
    amber: "TLP:AMBER",
    green: "TLP:GREEN",
    clear: "TLP:CLEAR",
  },
  ocha: {
    public: "OCHA: public",
    restricted: "OCHA: restricted",
    confidential: "OCHA: confidential",
    "strictly-confidential": "OCHA: strictly confidential",
  },
  noLabel: "No label",
  sourceGrade: {
    A: "source reliable",
    B: "source usually reliable",
    C: "source fairly reliable",
    D: "source not usually reliable",
    E: "source unreliable",
    F: "source can’t be judged",
  },
  informationGrade: {
    1: "confirmed by others",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth can’t be judged",
  },
  notGraded: "not graded",
  rank: { 1: "First", 2: "Then", 3: "Last" },
  way: { feed: "from a source", file: "from a file", paste: "pasted" },
  extractOnly: "extract only",
};
