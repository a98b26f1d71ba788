import type { PagesText } from "../en/pages.ts";

export const pages: PagesText = {
  choice: "Texte ou pages",
  text: "Texte",
  pages: "Pages",
  noText: "Ce PDF n’a pas de texte, seulement des images de ses pages. La recherche le trouve par son titre.",
  opening: "Ouverture des pages…",
  tools: "Pages",
  pageOf: ({ page, count }) => `Page ${page} sur ${count}`,
  previous: "Page précédente",
  next: "Page suivante",
  larger: "Agrandir la page",
  smaller: "Réduire la page",
  broken: "Cette page ne peut pas être dessinée. Son texte, si elle en a, est sous « Texte ».",
};
