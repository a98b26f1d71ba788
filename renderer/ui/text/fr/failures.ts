import type { FailuresText } from "../failure-sentence.ts";
import { fileFailures } from "./file-failures.ts";

const kept = "Ce que vous avez déjà reste intact.";
const nothingAdded = "Rien n’a été ajouté ni modifié.";
const nothingDeleted = "Rien n’a été effacé.";
const onPage = (host: string | null) => (host === null ? "" : ` de ${host}`);

export const failures: FailuresText = {
  "no-link": () => ({ what: "Pas de réseau.", safe: kept, next: "Réessayez quand la connexion sera là." }),
  "name-not-found": ({ host }) => ({
    what: `Le réseau ne connaît pas ${host}.`,
    safe: kept,
    next: "Vérifiez l’adresse ou réessayez plus tard.",
  }),
  refused: ({ host }) => ({
    what: `${host} n’accepte pas la connexion.`,
    safe: kept,
    next: "Réessayez plus tard.",
  }),
  timeout: ({ phase, seconds }, { duration }) => {
    const waited = duration(seconds * 1000);
    const what = {
      connect: `Aucune connexion au bout de ${waited}.`,
      "first-byte": `Le site n’a pas répondu au bout de ${waited}.`,
      idle: `Plus rien n’est arrivé pendant ${waited}.`,
      total: `La réception a dépassé ${waited}.`,
    }[phase];
    return { what, safe: kept, next: "Réessayez quand la connexion sera meilleure." };
  },
  certificate: ({ host }) => ({
    what: `${host} ne peut pas prouver son identité.`,
    safe: "Rien n’a été récupéré.",
    next: "Vérifiez la date de cet ordinateur. Si elle est juste, quelqu’un écoute peut-être : changez de réseau.",
  }),
  "insecure-address": ({ host }) => ({
    what: `${host} n’a pas de connexion protégée : en chemin, d’autres pourraient lire et modifier ce qui arrive.`,
    safe: "Rien n’a été récupéré.",
    next: "Prenez une adresse en https, ou autorisez celle-ci en connaissance de cause.",
  }),
  "local-address": ({ host }) => ({
    what: `${host} est une adresse de réseau local.`,
    safe: "Rien n’a été récupéré.",
    next: "Si c’est celle de votre équipe, autorisez-la.",
  }),
  "own-address": () => ({
    what: "C’est l’adresse de ce lecteur lui-même.",
    safe: "Rien n’a été récupéré.",
    next: "Donnez l’adresse de la source.",
  }),
  "bad-address": ({ address }) => ({
    what: address === "" ? "Il n’y a pas d’adresse." : `« ${address} » n’est pas une adresse web.`,
    safe: nothingAdded,
    next: "Une adresse ressemble à https://example.org/feed.",
  }),
  "too-many-redirects": ({ limit }, { count }) => ({
    what: `Le site nous a renvoyés ailleurs plus de ${count(limit)} fois.`,
    safe: kept,
    next: "Vérifiez l’adresse sur la page de la source.",
  }),
  "http-status": ({ status, host }) => ({
    what:
      status === 404 || status === 410
        ? `${host} n’a rien à cette adresse (${status}).`
        : `${host} a répondu par une erreur (${status}).`,
    safe: kept,
    next:
      status >= 500 ? "La panne est chez eux : réessayez plus tard." : "Vérifiez l’adresse sur la page de la source.",
  }),
  "too-large": ({ limit }, { bytes }) => ({
    what: `Cela dépasse ${bytes(limit)}.`,
    safe: kept,
    next: "Cherchez un flux plus léger de cette source.",
  }),
  "expands-too-much": () => ({
    what: "La réponse gonfle bien au-delà de sa taille, comme un piège.",
    safe: kept,
    next: "Laissez cette adresse de côté ou interrogez la source.",
  }),
  "unreadable-encoding": ({ encoding }) => ({
    what: `La réponse est compressée d’une façon que ce lecteur ne connaît pas (${encoding}).`,
    safe: kept,
    next: "Cherchez un autre flux de cette source.",
  }),
  "connection-cut": ({ received }, { bytes }) => ({
    what: `La connexion s’est coupée après ${bytes(received)}.`,
    safe: "Tout ce qui est arrivé entier est gardé.",
    next: "Récupérez de nouveau quand la connexion revient.",
  }),
  cancelled: () => ({
    what: "Arrêté.",
    safe: "Tout ce qui est arrivé entier est gardé.",
    next: "Vous pouvez recommencer quand vous voulez.",
  }),
  "empty-document": () => ({ what: "La réponse était vide.", safe: kept, next: "Réessayez plus tard." }),
  "login-page": ({ host }) => ({
    what: `Une page de connexion${onPage(host)} est arrivée à la place de la source.`,
    safe: kept,
    next: "Ouvrez un navigateur, identifiez-vous sur le réseau, puis réessayez.",
  }),
  "bot-wall": ({ host }) => ({
    what: `Une page${onPage(host)} qui écarte les programmes est arrivée à la place de la source.`,
    safe: kept,
    next: "Réessayez plus tard ou depuis un autre réseau.",
  }),
  "error-page": ({ host }) => ({
    what: `Une page d’erreur${onPage(host)} est arrivée à la place de la source.`,
    safe: kept,
    next: "Réessayez plus tard.",
  }),
  "web-page": ({ title }) => ({
    what: title === "" ? "C’est une page web, pas un flux." : `C’est la page web « ${title} », pas un flux.`,
    safe: kept,
    next: "Cherchez l’adresse du flux sur cette page.",
  }),
  "broken-feed": () => ({
    what: "Ce flux est abîmé : aucun article n’a pu être lu.",
    safe: kept,
    next: "Réessayez plus tard ou prévenez la source.",
  }),
  "not-a-feed": () => ({
    what: "Il n’y a pas de flux à cette adresse.",
    safe: kept,
    next: "Vérifiez l’adresse sur la page de la source.",
  }),
  "entity-bomb": () => ({
    what: "Ce fichier est fait pour bloquer qui le lit.",
    safe: kept,
    next: "Laissez cette adresse de côté ou interrogez la source.",
  }),

  "empty-file": () => ({ what: "Le fichier est vide.", safe: nothingAdded, next: "Demandez-le de nouveau." }),
  "binary-file": () => ({
    what: "Le fichier ne contient pas de texte, quoi que dise son nom.",
    safe: nothingAdded,
    next: "Demandez-le en texte.",
  }),
  "unsupported-file": ({ extension }) => ({
    what:
      extension === ""
        ? "Ce type de fichier ne peut pas encore être lu."
        : `Les fichiers « ${extension} » ne peuvent pas encore être lus.`,
    safe: nothingAdded,
    next: "Les fichiers PDF, Word, OpenDocument, les courriels, le texte, Markdown et HTML le peuvent. Ou copiez le texte et collez-le.",
  }),
  "article-not-found": () => ({
    what: "La page ne contient pas d’article lisible.",
    safe: kept,
    next: "Ouvrez la page dans le navigateur.",
  }),
  "article-too-short": () => ({
    what: "La page n’a guère plus que l’extrait.",
    safe: kept,
    next: "Ouvrez la page dans le navigateur.",
  }),
  "article-other": () => ({
    what: "La page parle d’autre chose.",
    safe: kept,
    next: "Ouvrez la page dans le navigateur.",
  }),
  "not-a-list": () => ({
    what: "Ce n’est pas une liste de sources (OPML).",
    safe: nothingAdded,
    next: "Demandez qu’on exporte la liste de nouveau.",
  }),
  "broken-list": () => ({
    what: "Cette liste de sources est abîmée ou incomplète.",
    safe: nothingAdded,
    next: "Demandez le fichier de nouveau.",
  }),
  "empty-list": () => ({
    what: "Cette liste ne contient aucune source.",
    safe: nothingAdded,
    next: "Demandez-en une autre, ou choisissez vos sources.",
  }),
  "file-too-large": ({ limit }, { bytes }) => ({
    what: `Le fichier dépasse ${bytes(limit)}.`,
    safe: nothingAdded,
    next: "Copiez la partie utile et collez-la.",
  }),
  "no-text": () => ({
    what: "Il n’y a pas de texte.",
    safe: nothingAdded,
    next: "Copiez d’abord un texte, puis collez-le ici.",
  }),
  "unreadable-file": () => ({
    what: "Cet ordinateur n’a pas pu lire le fichier.",
    safe: nothingAdded,
    next: "Copiez-le sur le disque de l’ordinateur et réessayez.",
  }),
  ...fileFailures,

  "disk-low": ({ freeBytes }, { bytes }) => ({
    what: `Le disque est presque plein (il reste ${bytes(freeBytes)}) : plus rien ne peut être enregistré.`,
    safe: "Tout ce que vous avez reste lisible.",
    next: "Libérez de la place, au moins 64 Mo.",
  }),
  "disk-full": () => ({
    what: "Le disque est plein : l’enregistrement n’a pas pu se faire.",
    safe: "Tout ce que vous aviez avant est là.",
    next: "Libérez de la place, au moins 64 Mo, puis réessayez.",
  }),
  "open-elsewhere": () => ({
    what: "Votre bibliothèque est ouverte dans une autre fenêtre.",
    safe: "Tout y est.",
    next: "Utilisez cette fenêtre-là, ou continuez ici.",
  }),
  "write-failed": ({ code }) => ({
    what: `Cet ordinateur n’a pas pu écrire sur son disque (${code}).`,
    safe: "Tout ce que vous aviez avant est là.",
    next: "Réessayez. Si cela continue, le disque s’use peut-être : copiez le dossier de la bibliothèque.",
  }),
  "not-ready": () => ({
    what: "La bibliothèque s’ouvre encore.",
    safe: "Tout y est.",
    next: "Réessayez dans un instant.",
  }),

  "newer-library": () => ({
    what: "Cette bibliothèque vient d’une version plus récente du programme.",
    safe: "Elle est laissée telle quelle.",
    next: "Ouvrez-la avec la version plus récente.",
  }),
  "key-missing": () => ({
    what: "Cet ordinateur n’a plus la clé de cette bibliothèque.",
    safe: "Tout y est encore.",
    next: "Tapez le code de secours.",
  }),
  "wrong-recovery-code": () => ({
    what: "Ce code n’ouvre pas cette bibliothèque.",
    safe: "Rien n’est perdu, et vous pouvez essayer autant de fois qu’il faut.",
    next: "Comparez-le lettre par lettre avec ce qui a été noté.",
  }),
  "damaged-header": () => ({
    what: "La partie qui sert à ouvrir la bibliothèque est abîmée.",
    safe: nothingDeleted,
    next: "Copiez le dossier de la bibliothèque en lieu sûr et demandez de l’aide.",
  }),
  "host-unreachable": () => ({
    what: "Cette fenêtre n’a plus de lien avec le programme.",
    safe: "Ce qui était enregistré est là.",
    next: "Relancez Field Reader là où vous l’avez lancé.",
  }),
  "read-failed": ({ code }) => ({
    what: `Cet ordinateur n’a pas pu lire la bibliothèque sur son disque (${code}).`,
    safe: nothingDeleted,
    next: "Relancez. Si cela continue, copiez le dossier de la bibliothèque et demandez de l’aide.",
  }),

  "draft-gone": () => ({
    what: "La mémoire de la bibliothèque n’a plus ce texte : il n’a pas pu être enregistré.",
    safe: "Il est encore affiché ici, avec vos corrections.",
    next: "Copiez-le et collez-le de nouveau, ou rouvrez le fichier.",
  }),
  "reader-name-empty": () => ({
    what: "Il manque un nom.",
    safe: "Rien n’a été changé.",
    next: "Écrivez un nom, par exemple « Équipe de nuit ».",
  }),
  "reader-name-long": ({ limit }, { count }) => ({
    what: `Un nom a au plus ${count(limit)} caractères.`,
    safe: "Rien n’a été changé.",
    next: "Prenez-en un plus court.",
  }),
  "reader-name-taken": ({ name }) => ({
    what: `« ${name} » existe déjà.`,
    safe: "Rien n’a été changé.",
    next: "Choisissez-le dans la liste, ou prenez un autre nom.",
  }),
  "already-added": ({ name }) => ({
    what: `Vous avez déjà cette source : « ${name} ».`,
    safe: nothingAdded,
    next: "Elle est dans votre liste de sources.",
  }),
  "no-feed-on-page": ({ title }) => ({
    what: title === "" ? "Cette page n’indique aucun flux." : `La page « ${title} » n’indique aucun flux.`,
    safe: nothingAdded,
    next: "Cherchez « RSS » ou « flux » sur le site et collez cette adresse-là.",
  }),
  "link-refused": () => ({
    what: "Ce type d’adresse ne s’ouvre pas d’ici.",
    safe: "Rien n’a été ouvert.",
    next: "Copiez l’adresse si vous lui faites confiance.",
  }),
  "no-browser": () => ({
    what: "Aucun navigateur web n’a pu être lancé.",
    safe: "Rien n’a été ouvert.",
    next: "Copiez l’adresse et ouvrez-la vous-même.",
  }),
  "nothing-to-undo": () => ({ what: "Il est trop tard pour annuler.", safe: kept, next: "" }),
  "not-here": () => ({
    what: "Ce rapport n’est plus dans votre bibliothèque.",
    safe: "Tous les autres y sont.",
    next: "Choisissez-en un autre.",
  }),
  "attachment-damaged": ({ name }) => ({
    what: `« ${name} » est abîmé ou introuvable sur le disque.`,
    safe: "Le texte du rapport et ses autres fichiers sont là.",
    next: "Si quelqu’un a encore ce fichier, importez-le de nouveau : il prendra la place de l’ancien.",
  }),
  "attachment-not-read": ({ name, code }) => ({
    what: `Cet ordinateur n’a pas pu lire « ${name} » sur son disque (${code}).`,
    safe: nothingDeleted,
    next: "Réessayez. Si cela continue, copiez le dossier de la bibliothèque et demandez de l’aide.",
  }),
  "picture-unreadable": ({ name }) => ({
    what: `« ${name} » ne peut pas s’afficher ici.`,
    safe: "Le fichier est gardé tel qu’il est arrivé.",
    next: "Vous pouvez en enregistrer une copie et l’ouvrir dans un autre programme.",
  }),
  "picture-too-large": ({ name, megapixels }, { count }) => ({
    what: `« ${name} » a ${count(megapixels)} millions de pixels : c’est trop pour l’afficher ici.`,
    safe: "Le fichier est gardé tel qu’il est arrivé.",
    next: "Vous pouvez en enregistrer une copie et l’ouvrir dans un autre programme.",
  }),
  bug: ({ reference }) => ({
    what: `Le programme a fait une erreur (numéro ${reference}).`,
    safe: kept,
    next: "Réessayez. Si cela continue, exportez le relevé technique dans les réglages et envoyez-le avec ce numéro.",
  }),
  "name-refused": ({ why }) => {
    const what = {
      "no-name": "Ce n’est pas un nom.",
      "already-known": "Ce nom est déjà connu.",
      "unknown-name": "Ce qu’il doit désigner n’est pas connu, ou plusieurs lieux portent ce nom.",
      "no-territory": "Il faut le territoire d’un nouveau lieu.",
      circle: "Ces noms ne désignent qu’eux-mêmes entre eux.",
      "too-many": "Il n’y a plus de place pour d’autres noms.",
    }[why];
    const next = why === "unknown-name" ? "Écrivez le territoire après le nom : Kibati (Walikale)." : "";
    return { what, safe: nothingAdded, next };
  },
  "not-a-names-file": () => ({
    what: "Ce n’est pas un fichier de noms.",
    safe: nothingAdded,
    next: "Choisissez un fichier enregistré depuis « Noms ajoutés ».",
  }),
};
