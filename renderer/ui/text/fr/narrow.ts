import type { NarrowText } from "../en/narrow.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("fr");
const rapports = (count: number) => say(count, { one: "# rapport", many: "# de rapports", other: "# rapports" });

export const narrow: NarrowText = {
  territory: {
    goma: "ville de Goma",
    "beni-city": "ville de Beni",
    butembo: "ville de Butembo",
    beni: "territoire de Beni",
    lubero: "Lubero",
    masisi: "Masisi",
    nyiragongo: "Nyiragongo",
    rutshuru: "Rutshuru",
    walikale: "Walikale",
    kalehe: "Kalehe, Sud-Kivu",
    mambasa: "Mambasa, Ituri",
  },
  place: (name, territories) => `${name} (${territories.join(", ")})`,
  operator: {
    place: "lieu",
    territory: "territoire",
    actor: "acteur",
    source: "source",
    lang: "langue",
    in: "mots dans",
    is: "seulement",
    has: "avec",
    before: "avant",
    after: "à partir de",
  },
  without: (what) => `sans ${what}`,
  or: "ou",
  chips: "La recherche est limitée",
  remove: (what) => `Retirer ${what}`,
  groups: "Préciser la recherche",
  group: {
    places: "Lieux",
    territories: "Territoires",
    sources: "Sources",
    actors: "Acteurs",
    languages: "Langues",
    months: "Mois",
    more: "Autres",
  },
  chip: (name, count) => `${name} : ${rapports(count)}`,
  unread: "non lus",
  saved: "gardés",
  reference: "repères",
  attachment: "avec pièce jointe",
  inTitle: "mots dans le titre",
  value: {
    title: "le titre",
    unread: "non lus",
    saved: "gardés",
    reference: "repères",
    attachment: "pièce jointe",
  },
  hint: {
    "open-quote": "Un guillemet reste ouvert : la suite a été cherchée comme des mots.",
    "operator-meant": (typed) => `« ${typed} » a été cherché comme un mot. Vouliez-vous dire :`,
    "value-missing": (operator) => `Rien après « ${operator} » ; condition ignorée.`,
    "or-alone": "OU se place entre deux mots ou conditions, sans signe moins. Ici, il n’a pas été pris en compte.",
    "or-as-word": (typed) =>
      `Tout est en capitales : « ${typed} » a été cherché comme un mot. Pour trouver l’un ou l’autre :`,
    "or-read": (typed) => `« ${typed} » a été lu comme « l’un ou l’autre ». Comme simple mot :`,
    "query-cut": "La question est très longue : seul son début a été cherché.",
    "date-unknown": (value) =>
      `« ${value} » n’est pas une date. Une date s’écrit 2026, 2026-10, 2026-10-05, hier ou 30j.`,
    "value-unknown": (value, known) => `« ${value} » n’est pas connu ici. Possible : ${known}.`,
    "place-unknown": (value) => `« ${value} » n’est pas dans la liste des lieux ; cherché comme un mot.`,
    "place-elsewhere": (value, places) => `Pas de ${value}. Il y a ${places}.`,
    "place-several": (value) => `Plusieurs lieux s’appellent ${value} ; tous ont été cherchés. Seulement :`,
    "territory-too": "La localité a été cherchée. Tout le territoire :",
    "territory-unknown": (value) => `« ${value} » n’est pas un territoire connu ; cherché comme un mot.`,
    "actor-unknown": (value) => `« ${value} » n’est pas dans la liste des noms ; cherché comme un mot.`,
    "source-unknown": (value) => `Aucune source ne s’appelle « ${value} ».`,
    "names-incomplete": ({ done, outOf }) =>
      `Les lieux et les noms ont été relevés dans ${done} rapports sur ${outOf} pour l’instant.`,
    nearest: "Vouliez-vous dire :",
  },
  silence: ({ places, checked, enabled }) =>
    `${places
      .map(({ place, days }, at) =>
        days === null
          ? `${at === 0 ? "Aucun" : "aucun"} rapport sur ${place} n’est ici`
          : `0 rapport sur ${place} depuis ${say(days, { one: "# jour", many: "# de jours", other: "# jours" })}`,
      )
      .join(
        ", ",
      )} : ${say(checked, { one: "# source interrogée", many: "# de sources interrogées", other: "# sources interrogées" })} sur ${enabled} en 24 heures – l’absence de rapport ne prouve pas le calme.`,
  wider: {
    condition: ({ count, written }) => `${rapports(count)} sans « ${written} »`,
    filters: (count) => `${rapports(count)} sans les filtres`,
    all: (count) => `${rapports(count)} sans conditions ni filtres`,
  },
  areas: {
    title: "Mes zones",
    hint: "Les listes et les recherches commencent par elles. Ce qu’elles laissent de côté est toujours compté à côté. Aucune choisie : partout.",
    shown: (areas) => `Mes zones : ${areas}.`,
    outside: (count) => `${say(count, { one: "# autre", many: "# d’autres", other: "# autres" })} hors de mes zones`,
    noneOutside: "Rien d’autre en dehors.",
    counted: "dans mes zones",
    nothingInside: "Rien dans mes zones.",
    showAll: "Montrer partout",
    everywhere: "Tout est montré, partout.",
    back: "Seulement mes zones",
  },
};
