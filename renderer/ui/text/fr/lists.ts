import type { ListsText } from "../en/lists.ts";
import { pluralsIn } from "../plurals.ts";

const plural = pluralsIn("fr");
const sources = (count: number) => plural(count, { one: "# source", many: "# de sources", other: "# sources" });

export const lists: ListsText = {
  title: ({ count }) =>
    plural(count, { one: "Une liste de # source", many: "Une liste de # de sources", other: "Une liste de # sources" }),
  reading: "Lecture de la liste…",
  hint: "Rien n’est encore récupéré. « Récupérer » interrogera les sources ajoutées.",
  tickAll: "Tout cocher",
  untickAll: "Tout décocher",
  noFolder: "Sans dossier",
  alreadyHere: "déjà là",
  insecure: "non protégée (http) : désactivée tant que vous ne l’autorisez pas",
  leftOut: ({ count }) =>
    plural(count, { one: "# laissée de côté", many: "# laissées de côté", other: "# laissées de côté" }),
  reasons: {
    "local-address": "sur un réseau local",
    "bad-address": "pas une adresse web",
    "no-address": "sans adresse",
    twice: "deux fois dans la liste",
    "other-list": "une autre liste, qui n’est pas suivie",
    "commented-out": "désactivée dans la liste",
    "too-many": "au-delà de la limite",
  },
  add: ({ count }) => (count === 0 ? "Ajouter" : `Ajouter ${sources(count)}`),
  adding: "Ajout…",
  nothingNew: "Toutes ces sources sont déjà là.",
  folder: "Dossier",
  folderHint: "Les sources d’un même dossier sont montrées ensemble.",
  notFetchedYet: "pas encore récupérée",
  presets: {
    title: "Choisir des sources",
    intro: "Des sources publiques sur l’est de la RDC. Rien n’est récupéré avant « Récupérer ».",
    label: "Sources au choix",
    notChecked: "pas encore essayée d’ici",
    checked: (when) => `a répondu ici ${when}`,
    by: (publisher) => `par ${publisher}`,
    what: {
      "reliefweb-fr": "Rapports et nouvelles de toutes les agences",
      "reliefweb-en": "Rapports et nouvelles de toutes les agences",
      ocha: "Ce qu’OCHA publie sur la RDC",
      "un-news-fr": "L’actualité des Nations Unies en Afrique",
      "un-news-en": "L’actualité des Nations Unies en Afrique",
      "un-news-sw": "L’actualité des Nations Unies",
      "radio-okapi": "Radio congolaise, avec des correspondants en province",
      "actualite-cd": "Site d’information congolais",
      "rfi-afrique": "L’Afrique à la radio",
      "bbc-swahili": "L’Afrique et le monde",
      "new-humanitarian": "Reportages sur les crises",
    },
  },
  ways: {
    choose: "Choisir des sources",
    chooseHint: "ReliefWeb, OCHA, Radio Okapi et d’autres",
    takeOver: "Reprendre la liste d’un collègue (OPML)",
    others: "Autres façons",
  },
  export: {
    title: "Exporter la liste des sources",
    holds: ({ count }) => `Le fichier contient le nom, l’adresse et le dossier de ${sources(count)}.`,
    without: "Aucun rapport n’y est, ni ce qui a été lu ou gardé.",
    keys: "Une adresse peut contenir une clé personnelle : regardez avant de la transmettre.",
    local: ({ count }) =>
      `${plural(count, {
        one: "# source de votre réseau local n’y est pas",
        many: "# de sources de votre réseau local n’y sont pas",
        other: "# sources de votre réseau local n’y sont pas",
      })} : l’adresse ne dit rien ailleurs.`,
    nothing: "Il n’y a pas encore de source à exporter.",
    save: "Enregistrer le fichier",
    fileName: "field-reader-sources.opml",
  },
};
