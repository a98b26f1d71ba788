import type { ShelfText } from "../en/shelf.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("fr");
const references = (count: number) => say(count, { one: "# repère", many: "# de repères", other: "# repères" });

export const shelf: ShelfText = {
  name: "Repères",
  about: "Rédigés par l’équipe Field Reader. Ce ne sont pas des nouvelles.",
  count: references,
  notNews: "Repère, pas une nouvelle",
  writtenBy: "rédigé par l’équipe Field Reader",
  checked: (date) => `contrôlé le ${date}`,
  reviewBefore: (date) => `à revoir avant le ${date}`,
  due: "à vérifier",
  sources: (names) => `sources : ${names}`,
  dueSince: (date) => `À vérifier : il devait être revu avant le ${date}.`,
  notReviewed: "Ce texte en kiswahili n’a pas encore été relu à Goma.",
  versions: "Ce texte en",
  tools: "Étagère des repères",
  removeAll: "Retirer l’étagère",
  restoreAll: "Remettre",
  removed: (count) => say(count, { one: "# retiré", many: "# retirés", other: "# retirés" }),
  empty: "Les repères sont retirés.",
  emptyNext: "Ils viennent avec l’application et se remettent sans réseau.",
  remove: "Retirer des repères",
  removedNotice: ({ count }) => (count === 1 ? "Repère retiré." : `${references(count)} retirés.`),
  restoredNotice: ({ count }) => (count === 1 ? "Repère remis." : `${references(count)} remis.`),
  welcome: "Lire les repères",
  welcomeHint: "Textes courts pour lire, citer et transmettre les nouvelles",
};
