import type { FindingText } from "../en/finding.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("fr");
const results = (count: number): string =>
  say(count, { one: "# nouveau résultat", many: "# de nouveaux résultats", other: "# nouveaux résultats" });

export const finding: FindingText = {
  savedSearches: "Recherches gardées",
  save: "Garder cette recherche",
  savedAlready: "Cette recherche est gardée.",
  details: "Nom et autres",
  unread: (count) => say(count, { one: "# non lu", many: "# de non lus", other: "# non lus" }),
  dialog: {
    title: "Recherche gardée",
    name: "Nom",
    searchesFor: "Cherche",
    withFilters: "avec les filtres qui étaient posés",
    remove: "Enlever",
    gone: "Cette recherche n’est plus là.",
  },
  notice: {
    saved: (name) => `« ${name} » est parmi les recherches gardées.`,
    renamed: (name) => `La recherche s’appelle maintenant « ${name} ».`,
    removed: (name) => `« ${name} » enlevée. Les rapports restent.`,
    newHits: ({ count, names }) => `${results(count)} pour ${names.map((name) => `« ${name} »`).join(", ")}.`,
  },
  notification: { title: "Field Reader", text: results },
  palette: {
    label: "Aller à ou faire",
    nothing: "Rien ne porte un nom pareil.",
    kinds: {
      command: "Commande",
      source: "Source",
      "saved-search": "Recherche gardée",
      place: "Lieu",
      actor: "Acteur",
      briefing: "Rapport",
    },
    place: (name, territories) => `${name} — ${territories.join(", ")}`,
  },
  history: {
    label: "Dernières recherches",
    clear: "Effacer les dernières recherches",
    cleared: "Les dernières recherches sont effacées.",
  },
  settings: {
    title: "Recherche",
    history: "Montrer mes dernières recherches",
    historyHint:
      "Sous la case de recherche vide. Qui lit ici après vous les verrait ; tout est effacé quand vous décochez.",
    notifications: "M’avertir sur le bureau quand une recherche gardée a de nouveaux résultats",
    notificationsHint: "Seulement combien, jamais quoi.",
    refused: "Ce navigateur ne laisse rien afficher hors de sa fenêtre.",
  },
};
