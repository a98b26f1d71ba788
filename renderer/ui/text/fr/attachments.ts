import type { AttachmentsText } from "../en/attachments.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("fr");

export const attachments: AttachmentsText = {
  heading: "Fichiers gardés ici",
  pictures: "Images",
  kind: {
    picture: "image",
    pdf: "PDF",
    word: "document Word",
    document: "document",
    mail: "courriel",
    page: "page web",
    text: "texte",
    archive: "archive",
    sound: "son",
    film: "film",
    other: "fichier",
  },
  role: { original: "le fichier d’origine", attachment: "pièce jointe" },
  facts: ({ kind, bytes, role }) => `${kind} · ${bytes} · ${role}`,
  total: ({ count, bytes }) =>
    `${say(count, { one: "# fichier", many: "# de fichiers", other: "# fichiers" })}, ${bytes} en tout.`,
  saveCopy: "Enregistrer une copie",
  saveCopyOf: ({ name }) => `Enregistrer une copie de « ${name} »`,
  remove: "Retirer pour libérer de la place",
  removeOf: ({ name }) => `Retirer « ${name} » pour libérer de la place`,
  removed: ({ name }) => `« ${name} » est retiré. Sa place sera libérée à un prochain démarrage.`,
  savedOut: ({ name }) => `Une copie de « ${name} » est remise au navigateur ou au système pour être enregistrée.`,
  pictureLoading: "Lecture de l’image…",
  leaves:
    "La copie sort de la bibliothèque scellée : quiconque a cet ordinateur, ou la clé USB où elle va, peut l’ouvrir.",
  meantFor: ({ audience }) => `Ce rapport est pour : ${audience}.`,
  hidden:
    "L’original peut contenir le lieu, l’heure et l’appareil de la prise de vue. La copie nettoyée montre la même image, sans cela.",
  untrusted: "Personne n’a contrôlé ce fichier. Ouvrez-le seulement si vous faites confiance à sa provenance.",
  saveCleaned: "Enregistrer la copie nettoyée",
  saveOriginal: "Enregistrer l’original",
  reading: ({ percent }) => `Lecture… ${percent}`,
  kept: "Gardé avec, scellé",
  sizeInSettings: "Fichiers gardés avec les rapports",
};
