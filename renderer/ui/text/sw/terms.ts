import type { TermsText } from "../en/terms.ts";

export const terms: TermsText = {
  language: { fr: "Kifaransa", en: "Kiingereza", sw: "Kiswahili", ln: "Lingala", und: "Haijulikani" },
  kind: {
    alert: "Tahadhari",
    security: "Usalama",
    access: "Njia na ufikiaji",
    sitrep: "Ripoti ya hali",
    reference: "Rejea",
    unknown: "Haikutajwa",
  },
  audience: { public: "Watu wote", internal: "Timu yangu", restricted: "Waliotajwa kwa majina tu" },
  tlp: {
    red: "TLP:RED",
    "amber-strict": "TLP:AMBER+STRICT",
    amber: "TLP:AMBER",
    green: "TLP:GREEN",
    clear: "TLP:CLEAR",
  },
  ocha: {
    public: "OCHA: ya wote",
    restricted: "OCHA: ya wachache",
    confidential: "OCHA: ya siri",
    "strictly-confidential": "OCHA: ya siri kabisa",
  },
  noLabel: "Hakuna alama",
  sourceGrade: {
    A: "chanzo cha kuaminika",
    B: "chanzo huaminika kwa kawaida",
    C: "chanzo huaminika kiasi",
    D: "chanzo huaminika mara chache",
    E: "chanzo hakiaminiki",
    F: "chanzo hakiwezi kupimwa",
  },
  informationGrade: {
    1: "imethibitishwa na wengine",
    2: "yaelekea ni kweli",
    3: "huenda ni kweli",
    4: "ina mashaka",
    5: "haielekei kuwa kweli",
    6: "ukweli hauwezi kupimwa",
  },
  notGraded: "haijapimwa",
  rank: { 1: "Cha kwanza", 2: "Halafu", 3: "Mwisho" },
  way: { feed: "kutoka chanzo", file: "kutoka faili", paste: "ilibandikwa" },
  extractOnly: "dondoo tu",
};
