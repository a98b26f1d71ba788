import type { TermsText } from "../en/terms.ts";

export const terms: TermsText = {
  language: { fr: "Français", en: "Anglais", sw: "Kiswahili", ln: "Lingala", und: "Inconnue" },
  kind: {
    alert: "Alerte",
    security: "Sécurité",
    access: "Accès",
    sitrep: "Rapport de situation",
    reference: "Référence",
    unknown: "Non précisé",
  },
  audience: { public: "Tout le monde", internal: "Mon équipe", restricted: "Seulement les personnes désignées" },
  tlp: {
    red: "TLP:RED",
    "amber-strict": "TLP:AMBER+STRICT",
    amber: "TLP:AMBER",
    green: "TLP:GREEN",
    clear: "TLP:CLEAR",
  },
  ocha: {
    public: "OCHA : public",
    restricted: "OCHA : restreint",
    confidential: "OCHA : confidentiel",
    "strictly-confidential": "OCHA : strictement confidentiel",
  },
  noLabel: "Aucune mention",
  sourceGrade: {
    A: "source fiable",
    B: "source généralement fiable",
    C: "source assez fiable",
    D: "source rarement fiable",
    E: "source non fiable",
    F: "fiabilité impossible à juger",
  },
  informationGrade: {
    1: "confirmé par d’autres",
    2: "probablement vrai",
    3: "peut-être vrai",
    4: "douteux",
    5: "improbable",
    6: "véracité impossible à juger",
  },
  notGraded: "non coté",
  rank: { 1: "En premier", 2: "Ensuite", 3: "En dernier" },
  way: { feed: "par une source", file: "par un fichier", paste: "collé" },
  extractOnly: "extrait seulement",
};
