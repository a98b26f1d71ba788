import type { FileFailuresText } from "../en/file-failures.ts";

const nothingAdded = "Rien n’a été ajouté ni changé.";

export const fileFailures: FileFailuresText = {
  "password-protected": () => ({
    what: "Le fichier est fermé par un mot de passe.",
    safe: nothingAdded,
    next: "Ouvrez-le dans son programme, enregistrez-le sans mot de passe et importez cette copie.",
  }),
  "encrypted-mail": () => ({
    what: "Ce message est chiffré pour la personne à qui il a été envoyé.",
    safe: nothingAdded,
    next: "Ouvrez-le dans votre messagerie, copiez-en le texte et collez-le ici.",
  }),
  "damaged-file": () => ({
    what: "Le fichier est abîmé, ou n’est arrivé qu’en partie.",
    safe: nothingAdded,
    next: "Demandez-le de nouveau.",
  }),
  "expanding-archive": () => ({
    what: "Décompressé, le fichier remplirait la mémoire de cet ordinateur. Il a peut-être été fait pour cela.",
    safe: nothingAdded,
    next: "Demandez qui l’a envoyé, et les documents un par un.",
  }),
  "unsafe-archive": () => ({
    what: "Le fichier contient des noms qui sortent de leur dossier, comme en ont les fichiers nuisibles.",
    safe: nothingAdded,
    next: "Ne le décompressez pas. Demandez qui l’a envoyé.",
  }),
  "nested-archive": () => ({
    what: "L’archive contient une autre archive, qui n’est pas ouverte.",
    safe: nothingAdded,
    next: "Décompressez les deux, puis importez les fichiers utiles.",
  }),
  "plain-archive": () => ({
    what: "L’archive ne contient ni document ni discussion.",
    safe: nothingAdded,
    next: "Décompressez-la, puis importez les fichiers qu’elle contient.",
  }),
  "quarantined-file": () => ({
    what: "Ce fichier a arrêté deux fois le programme de lecture. Il n’est plus ouvert.",
    safe: nothingAdded,
    next: "Demandez-le sous une autre forme, en texte ou dans un autre PDF.",
  }),
  "too-much-at-once": ({ limit }, { bytes }) => ({
    what: `Plus de ${bytes(limit)} de texte attendent d’être enregistrés.`,
    safe: "Ce qui a été lu avant lui attend dans l’aperçu.",
    next: "Enregistrez-le d’abord, puis importez de nouveau ce fichier.",
  }),
  "reading-stopped": () => ({
    what: "Vous avez arrêté avant la fin : les fichiers déjà lus sont ici.",
    safe: "Les autres restent intacts là où ils se trouvent.",
    next: "Enregistrez ceux-ci, puis apportez les autres dans un deuxième temps.",
  }),
  "closed-folder": () => ({
    what: "Le système ne laisse pas voir tout ce que contient ce dossier.",
    safe: "Le dossier reste intact. Ce qui pouvait en être vu a été lu.",
    next: "Copiez ses fichiers dans un dossier à vous et apportez celui-ci, ou demandez à la personne qui s’occupe de cet ordinateur.",
  }),
  "too-many-files": ({ taken }, { count }) => ({
    what: `Il y a plus de fichiers qu’il n’en est lu en une fois : les ${count(taken)} premiers ont été pris.`,
    safe: "Les autres restent intacts là où ils se trouvent.",
    next: "Enregistrez ceux-ci, puis apportez les autres dans un deuxième temps, un dossier après l’autre.",
  }),
};
