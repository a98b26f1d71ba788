import type { ReadersText } from "../en/readers.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("fr");

export const readers: ReadersText = {
  who: "Qui lit ?",
  reading: (name) => `Lecteur : ${name}`,
  unnamed: "pas encore de nom",
  protectsNothing:
    "Un nom ne protège rien : qui ouvre cet ordinateur peut tout lire. Il sert seulement à ne pas mêler ce que chacun a lu, gardé et réglé.",
  list: "Lecteurs",
  readsNow: "lit en ce moment",
  rename: (name) => `Renommer : ${name}`,
  remove: (name) => `Retirer : ${name}`,
  newName: "Nouveau nom",
  keepName: "Garder ce nom",
  leaveName: "Laisser tel quel",
  addTitle: "Ajouter un lecteur",
  name: "Nom",
  nameHint: "Par exemple « Équipe de nuit ».",
  add: "Ajouter et lire sous ce nom",
  keys: "Les touches 1 à 9 choisissent. Échap continue comme avant.",
  goOn: "Continuer",
  notice: {
    "reader-chosen": ({ name }) => `Lit maintenant : ${name}.`,
    "reader-removed": ({ name }) =>
      `Retiré des lecteurs : ${name}. Ce qui était lu ou gardé sous ce nom ne s’affiche plus.`,
    "reader-renamed": ({ name }) => `Nouveau nom : ${name}.`,
    looked: ({ count }) =>
      say(count, {
        one: "# rapport noté comme vu.",
        many: "# de rapports notés comme vus.",
        other: "# rapports notés comme vus.",
      }),
  },
  sinceLooked: {
    label: "Arrivé depuis votre dernier passage",
    last: (when) => `Votre dernier passage : ${when}.`,
    never: "Vous n’êtes pas encore passé ici : tout ce qui est arrivé y est.",
    alerts: (count) => say(count, { one: "# alerte", many: "# d’alertes", other: "# alertes" }),
    filesAndPastes: "Fichiers et collages",
    onlyThis: (name) => `Ne montrer que ${name}`,
    more: (count) =>
      say(count, { one: "et # autre source", many: "et # d’autres sources", other: "et # autres sources" }),
    seen: "J’ai vu",
    nothing: "Rien n’est arrivé depuis votre dernier passage.",
    nothingYet: "Rien n’est encore arrivé.",
  },
};
