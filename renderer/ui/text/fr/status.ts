import type { StatusText } from "../en/status.ts";

export const status: StatusText = {
  opening: "Ouverture de votre bibliothèque…",
  rebuilding: ({ done, total }) => `Remise en ordre de la bibliothèque : ${done} sur ${total}. Vous pouvez déjà lire.`,
  readOnly: "Lecture seule : rien ne peut être enregistré pour le moment.",
  clockOff: ({ by }) =>
    `L’horloge de cet ordinateur semble décalée de ${by} : des dates remplacent donc les « il y a… ».`,
};
