import type { StatusText } from "../en/status.ts";

export const status: StatusText = {
  opening: "Ouverture de votre bibliothèque…",
  rebuilding: ({ share }) => `Remise en ordre de la bibliothèque : ${share} de fait. Vous pouvez déjà lire.`,
  readOnly: "Lecture seule : rien ne peut être enregistré pour le moment.",
  everydayBrowser: "Vous êtes dans votre navigateur habituel : il peut garder des traces de vos lectures.",
  clockOff: ({ by }) =>
    `L’horloge de cet ordinateur semble décalée de ${by} : des dates remplacent donc les « il y a… ».`,
};
