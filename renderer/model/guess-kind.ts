import type { BriefingKind } from "./briefing.ts";

// Words of titles in English, French and Kiswahili, without accents. The first rule that fits decides, so the plainest
// come first.
const rules: readonly (readonly [BriefingKind, RegExp])[] = [
  [
    "sitrep",
    /\bsit-?rep\b|\bsituation (?:report|update|overview|analysis)\b|\brapports? de situation\b|\bapercu (?:de la situation|humanitaire)\b|\b(?:humanitarian|operational) (?:update|snapshot|overview|bulletin)\b|\bbulletin (?:humanitaire|hebdomadaire|mensuel)\b|\b(?:weekly|monthly|daily) (?:update|report|bulletin|brief)\b|\b(?:rapport|point) (?:hebdomadaire|mensuel|journalier)\b|\bnote d['’]information\b|\bripoti ya (?:hali|wiki|kila)/,
  ],
  ["alert", /\b(?:alerte?s?|flash|urgent|breaking|early warning|evacuations?|tahadhari|dharura|onyo)\b/],
  [
    "access",
    /\b(?:humanitarian )?access\b(?! to)|\bacces (?:humanitaire|routier|physique)\b|\broad (?:conditions?|closures?|access)\b|\betat des routes\b|\b(?:route|axe|pont|piste)s? (?:coupe|ferme|barre|rouvert|impraticable)|\bunhas\b|\bcheckpoints?\b|\bbarrieres? routieres?\b|\bbarabara\b|\bdaraja\b/,
  ],
  [
    "security",
    /\bsecurity\b(?! council)|\bsecurit(?:e|aire)s?\b(?! (?:alimentaire|sociale))|\binsecurite\b(?! alimentaire)|\bincidents?\b|\battacks?\b|\battaques?\b|\bclashes\b|\baffrontements?\b|\busalama\b(?! wa chakula)|\bmapigano\b|\bmashambulizi\b/,
  ],
  [
    "reference",
    /\b(?:guide|guidelines?|guidance|manual|manuel|handbook|directory|annuaire|contact list|liste de contacts|who does what|3w|qui fait quoi|standard operating|sop|factsheet|fact sheet|fiche (?:technique|pays)|atlas|lexique|glossary|mwongozo|orodha ya)\b/,
  ],
];

/** What sort of reporting a title announces; "unknown" where no plain word says so. A person can correct an import. */
export function guessKind(title: string): BriefingKind {
  // \b knows no accented letters.
  const folded = title.slice(0, 300).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return rules.find(([, words]) => words.test(folded))?.[0] ?? "unknown";
}
