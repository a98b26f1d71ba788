import type { FullTextText } from "../en/full-text.ts";
import { pluralsIn } from "../plurals.ts";

const plural = pluralsIn("fr");
const articles = (count: number) => plural(count, { one: "# article", many: "# d’articles", other: "# articles" });

export const fullText: FullTextText = {
  label: "Texte complet, s’il ne vient que des extraits",
  choices: { never: "jamais", ask: "à la demande", always: "toujours" },
  hint: ({ bytes, most, count }) =>
    `Pris sur la page web de l’article : environ ${bytes} chacun. « Toujours » : les plus récents d’abord, ${articles(count)} au plus à chaque fois, donc jusqu’à ${most} de plus.`,
  get: (bytes) => `Récupérer le texte complet (environ ${bytes})`,
  getThisOne: (bytes) => `Récupérer celui-ci en entier (environ ${bytes})`,
  getting: (bytes) => `Récupération du texte : ${bytes} reçus`,
  stop: "Arrêter",
  fetched: ({ date, bytes }) =>
    `Texte complet, pris sur la page web de l’article le ${date} (${bytes}). La source n’a envoyé qu’un extrait.`,
  compare: "Comparer avec l’extrait",
  missed: ({ date, what }) => `Texte complet demandé le ${date} : ${what} L’extrait reste.`,
  progress: ({ done, total }) => `textes complets : ${done} sur ${total}`,
  tally: ({ fetched, missed, left }) =>
    [
      fetched > 0
        ? plural(fetched, { one: "# texte complet", many: "# de textes complets", other: "# textes complets" })
        : "",
      missed > 0 ? plural(missed, { one: "# introuvable", many: "# introuvables", other: "# introuvables" }) : "",
      left > 0
        ? plural(left, {
            one: "# pour la prochaine fois",
            many: "# pour la prochaine fois",
            other: "# pour la prochaine fois",
          })
        : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
};
