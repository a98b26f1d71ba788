import type { OwnNamesText } from "../en/own-names.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("fr");

export const ownNames: OwnNamesText = {
  title: "Noms ajoutés",
  hint: "Ajoutez une orthographe de votre équipe, ou un lieu que le programme ne connaît pas. La recherche et les rapports le trouveront aussi.",
  none: "Aucun nom ajouté pour l’instant.",
  kind: "Ce que le nom désigne",
  kinds: { place: "Un lieu", actor: "Une organisation ou un groupe" },
  name: "Nom",
  variants: "Autres orthographes",
  variantsHint: "Séparées par des virgules.",
  sameAs: "Désigne la même chose que",
  sameAsHint: "Un nom déjà connu, par exemple Kibati (Walikale). Laissez vide pour quelque chose de nouveau.",
  territory: "Territoire",
  noTerritory: "Choisir",
  add: "Ajouter",
  list: "Noms ajoutés",
  remove: (name) => `Retirer ${name}`,
  removeShort: "Retirer",
  more: (count) => say(count, { one: "Montrer # autre", many: "Montrer # d’autres", other: "Montrer # autres" }),
  another: (name) => `autre orthographe de ${name}`,
  save: "Enregistrer dans un fichier",
  open: "Ouvrir un fichier de noms",
  opened: ({ added, refused }) =>
    `${say(added, { one: "# nom ajouté", many: "# de noms ajoutés", other: "# noms ajoutés" })}, ${say(refused, { one: "# laissé de côté", many: "# laissés de côté", other: "# laissés de côté" })}.`,
  why: {
    "no-name": "sans nom",
    "already-known": "déjà connus",
    "unknown-name": "désignent un nom inconnu, ou que plusieurs lieux portent",
    "no-territory": "lieux sans territoire",
    circle: "noms qui ne désignent qu’eux-mêmes entre eux",
    "too-many": "en trop",
  },
  refusedRow: ({ why, count, example }) => `${why} : ${count}${example === "" ? "" : ` (${example})`}`,
};
