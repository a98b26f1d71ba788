import type { CopiesText } from "../en/copies.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("fr");

export const copies: CopiesText = {
  count: (count) =>
    say(count, {
      one: "# copie d’une dépêche",
      many: "# de copies d’une dépêche",
      other: "# copies d’une dépêche",
    }),
  unread: (count) => say(count, { one: "# non lue", many: "# de non lues", other: "# non lues" }),
  closed: "les autres sont repliées, E les montre",
  opened: "les autres suivent, E les replie",
  copy: "copie de la même dépêche",
  grouped: (count) =>
    say(count, { one: "# copie regroupée", many: "# de copies regroupées", other: "# copies regroupées" }),
  sameText: (sources) =>
    say(sources, {
      one: "Le même texte par # source : copies d’une dépêche, pas des confirmations.",
      many: "Le même texte par # de sources : copies d’une dépêche, pas # de confirmations.",
      other: "Le même texte par # sources : copies d’une dépêche, pas # confirmations.",
    }),
  others: "Les autres copies",
  markRead: "Marquer lues toutes les copies",
  none: "Ce texte n’a pas de copie ici.",
  also: ({ way, when }) => `aussi ${way}, ${when}`,
};
