import type { BriefingKind } from "./briefing.ts";

// Words of titles in English, French and Kiswahili. The first rule that fits decides, so the plainest come first.
const rules: readonly (readonly [BriefingKind, RegExp])[] = [
  [
    "sitrep",
    /\bsit-?rep\b|\bsituation (?:report|update|overview|analysis)\b|\brapports? de situation\b|\baper[çc]u (?:de la situation|humanitaire)\b|\b(?:humanitarian|operational) (?:update|snapshot|overview|bulletin)\b|\bbulletin (?:humanitaire|hebdomadaire|mensuel)\b|\b(?:weekly|monthly|daily) (?:update|report|bulletin|brief)\b|\b(?:rapport|point) (?:hebdomadaire|mensuel|journalier)\b|\bnote d['’]information\b|\bripoti ya (?:hali|wiki|kila)/i,
  ],
  [
    "alert",
    /\b(?:alerte?s?|flash (?:update|info|news)|flash|urgent|breaking|early warning|[ée]vacuations?|tahadhari|dharura|onyo)\b/i,
  ],
  [
    "access",
    /\b(?:humanitarian )?access\b(?! to)|\bacc[èe]s (?:humanitaire|routier|physique)\b|\broad (?:conditions?|closures?|access)\b|\b[ée]tat des routes\b|\b(?:route|axe|pont|piste)s? (?:coup[ée]|ferm[ée]|barr[ée]|rouvert|impraticable)|\bunhas\b|\bcheckpoints?\b|\bbarri[èe]res? routi[èe]res?\b|\bbarabara\b|\bdaraja\b/i,
  ],
  [
    "security",
    /\bsecurity\b(?! council)|\bs[ée]curit(?:é|aire)s?\b(?! (?:alimentaire|sociale))|\bins[ée]curit[ée]\b(?! alimentaire)|\bincidents?\b|\battacks?\b|\battaques?\b|\bclashes\b|\baffrontements?\b|\busalama\b(?! wa chakula)|\bmapigano\b|\bmashambulizi\b/i,
  ],
  [
    "reference",
    /\b(?:guide|guidelines?|guidance|manual|manuel|handbook|directory|annuaire|contact list|liste de contacts|who does what|3w|qui fait quoi|standard operating|sop|factsheet|fact sheet|fiche (?:technique|pays)|atlas|lexique|glossary|mwongozo|orodha ya)\b/i,
  ],
];

/** What sort of reporting a title announces; "unknown" where no plain word says so. A person can correct an import. */
export function guessKind(title: string): BriefingKind {
  const start = title.slice(0, 300);
  return rules.find(([, words]) => words.test(start))?.[0] ?? "unknown";
}
