import type { DialogsText } from "../en/dialogs.ts";
import { pluralsIn } from "../plurals.ts";

const plural = pluralsIn("fr");
const items = (count: number) => plural(count, { one: "# article", many: "# d’articles", other: "# articles" });
const files = (count: number) => plural(count, { one: "# fichier", many: "# de fichiers", other: "# fichiers" });
const briefings = (count: number) => plural(count, { one: "# rapport", many: "# de rapports", other: "# rapports" });

export const dialogs: DialogsText = {
  close: "Fermer",
  cancel: "Annuler",
  save: "Enregistrer",
  copy: "Copier",
  copied: "Copié",
  tryAgain: "Réessayer",
  loading: "Un instant…",

  addSource: {
    title: "Ajouter une source",
    address: "Adresse d’un flux ou d’une page web",
    addressHint: "Collez-la ici. Les flux d’une page sont trouvés pour vous.",
    look: "Regarder",
    looking: "Recherche…",
    received: ({ bytes }) => `${bytes} reçus`,
    stop: "Arrêter",
    feedsOnPage: ({ title }) => (title === "" ? "Cette page a plusieurs flux" : `Flux de « ${title} »`),
    feedsHint: "Choisissez-en un pour voir ce qu’il apporte.",
    summary: ({ count, bytes }) => `${items(count)} en ce moment, ${bytes} à chaque fois`,
    whole: "Les textes arrivent entiers.",
    extracts: "Seuls des extraits arrivent : les textes complets sont sur le web.",
    someExtracts: ({ extracts, count }) =>
      `Sur ${items(count)}, ${plural(extracts, {
        one: "# n’est qu’un extrait",
        many: "# ne sont que des extraits",
        other: "# ne sont que des extraits",
      })}.`,
    newest: "Articles les plus récents",
    undated: "sans date",
    noItems: "Il est vide pour le moment ; des articles viendront.",
    name: "Nom",
    rank: "Récupérer",
    rankHint: "Si la connexion ne dure pas, vous aurez au moins ce qui passe en premier.",
    insecure:
      "Cette adresse n’est pas protégée (http) : en chemin, d’autres peuvent voir ce que vous récupérez et le modifier.",
    allowInsecure: "Récupérer quand même",
    local: "Cette adresse est sur un réseau local. Ne l’ajoutez que si c’est celle de votre équipe.",
    allowLocal: "C’est la nôtre",
    add: "Ajouter",
    adding: "Ajout…",
    already: ({ name }) => `Vous avez déjà cette source : « ${name} ».`,
    showIt: "La montrer",
    otherAddress: "Autre adresse",
  },

  source: {
    title: "Source",
    address: "Adresse",
    insecure: "non protégée (http)",
    local: "réseau local",
    enabled: "Récupérer cette source",
    lastChecked: "Dernier passage",
    neverChecked: "pas encore",
    newestItem: "Article le plus récent",
    noItem: "aucun pour l’instant",
    holds: "Dans votre bibliothèque",
    holdsCount: ({ total, unread }) =>
      unread === 0
        ? briefings(total)
        : `${briefings(total)}, ${plural(unread, { one: "# non lu", many: "# non lus", other: "# non lus" })}`,
    lastSize: "La dernière fois",
    lastFailure: "Ce qui n’a pas marché la dernière fois",
    homePage: "Page web",
    getNow: "Récupérer maintenant",
    remove: "Retirer",
    removeHint: "Ses rapports restent. Vous pourrez annuler.",
    gone: "Cette source a été retirée.",
  },

  paste: {
    title: "Coller un texte ou une adresse",
    text: "Texte ou adresse",
    hint: "Un texte devient un rapport, une adresse une source. Vous voyez le résultat avant d’enregistrer.",
    go: "Continuer",
  },

  import: {
    title: ({ count }) =>
      plural(count, { one: "Un texte à relire", many: "# de textes à relire", other: "# textes à relire" }),
    nothingTitle: "Rien à importer",
    reading: "Lecture des fichiers…",
    readingCount: ({ done, total }) => `${done} sur ${files(total)}`,
    stop: "Arrêter",
    files: "Fichiers",
    pasted: "Texte collé",
    listsNext: ({ count }) =>
      plural(count, {
        one: "Une liste de sources est venue avec ces fichiers : elle se choisit ensuite.",
        many: "# de listes de sources sont venues avec ces fichiers : elles se choisissent ensuite.",
        other: "# listes de sources sont venues avec ces fichiers : elles se choisissent ensuite.",
      }),
    standing: {
      same: "Déjà dans votre bibliothèque : aucune copie ne sera faite.",
      less: "La suite d’une journée qui est déjà là : le rapport sera complété.",
    },
    standingShort: { same: "déjà là", less: "complète un rapport" },
    toCorrect: "à corriger",
    fields: {
      title: "Titre",
      keyPoints: "Points clés",
      keyPointsHint: "Un par ligne, cinq au plus.",
      asOf: "Situation au",
      published: "Publié le",
      sourceName: "Source",
      language: "Langue",
      kind: "Type",
      audience: "Qui peut le lire ?",
      audienceHint: "Sans réponse : votre équipe seulement.",
      label: "Mention portée",
      link: "Lien",
    },
    noTitle: "Donnez-lui un titre.",
    tooManyKeyPoints: "Cinq points clés au plus.",
    longKeyPoint: ({ number, over }) =>
      `Le point clé ${number} dépasse de ${plural(over, {
        one: "# caractère",
        many: "# de caractères",
        other: "# caractères",
      })}.`,
    text: "Le texte",
    sameForAll: "Mêmes source, lecteurs et mention pour tous",
    leaveOut: "Laisser de côté",
    save: ({ count }) =>
      count === 1
        ? "Enregistrer"
        : plural(count, { one: "Enregistrer", many: "Enregistrer les #", other: "Enregistrer les #" }),
    saving: "Enregistrement…",
    savingGoesOn: "Écriture sur le disque en cours. Vous pouvez fermer, elle continue.",
    reportTitle: "Import terminé",
    reportSaved: ({ count }) =>
      plural(count, {
        one: "# rapport enregistré.",
        many: "# de rapports enregistrés.",
        other: "# rapports enregistrés.",
      }),
    reportHere: ({ count }) =>
      plural(count, { one: "# était déjà là :", many: "# étaient déjà là :", other: "# étaient déjà là :" }),
    reportUnreadable: ({ count }) =>
      plural(count, {
        one: "# fichier n’a pas pu être lu :",
        many: "# de fichiers n’ont pas pu être lus :",
        other: "# fichiers n’ont pas pu être lus :",
      }),
  },

  settings: {
    title: "Réglages",
    sections: { language: "Langue", reading: "Lecture", keys: "Touches", time: "Heure", library: "Bibliothèque" },
    language: "Langue",
    systemLanguage: "Comme l’ordinateur",
    kiswahiliDraft:
      "Les textes en kiswahili sont des brouillons tant qu’une personne de Goma qui le parle ne les a pas relus.",
    theme: "Couleurs",
    themes: { system: "Comme l’ordinateur", light: "Clair", dark: "Sombre", "high-contrast": "Contraste fort" },
    textSize: "Taille du texte",
    textSizes: { 1: "Très petite", 2: "Petite", 3: "Moyenne", 4: "Grande", 5: "Très grande" },
    bodyFont: "Police des textes",
    bodyFonts: { serif: "Literata, à empattements", sans: "Atkinson Hyperlegible, sans" },
    density: "Liste",
    densities: { comfortable: "Aérée", compact: "Serrée" },
    letterKeys: "Touches à une lettre",
    letterKeysHint: "j, k, s, m et les autres. Les touches avec Ctrl marchent toujours.",
    showKeys: "Voir toutes les touches",
    timeZone: ({ city }) => `Les heures affichées sont celles de ${city}.`,
    timeZoneSearch: "Chercher une ville",
    timeZoneNone: "Aucune ville de ce nom.",
    timeZoneNow: ({ time }) => `Il y est ${time} en ce moment.`,
    folder: "Dossier",
    copyFolder: "Copier le chemin du dossier",
    size: "Taille sur le disque",
    sizeFacts: ({ count, bytes }) => `${briefings(count)}, ${bytes}`,
    free: "Place libre sur ce disque",
    guard: {
      keystore: "Toute personne qui ouvre cet ordinateur sous votre compte peut lire la bibliothèque.",
      "key-file": "Toute personne qui ouvre cet ordinateur peut lire la bibliothèque.",
    },
    guardLabel: "Qui peut l’ouvrir",
    recoveryLabel: "Code de secours",
    recoveryNotWritten: "Pas encore noté : sans lui, la bibliothèque est perdue si cet ordinateur perd sa clé.",
    recoveryWritten: "Vous avez dit l’avoir noté.",
    showRecovery: "Montrer le code",
    damageLabel: "Dégâts",
    damage: ({ count, bytes }) =>
      `${plural(count, { one: "# partie", many: "# de parties", other: "# parties" })} de la bibliothèque sur le disque (${bytes}) ne se lit plus. Tout le reste se lit.`,
    damagedTitles: "Ce qui s’y trouvait",
    noDamage: "Aucun trouvé.",
    everydayBrowser:
      "Vous êtes dans votre navigateur habituel. Il peut garder des traces de vos lectures, et ses extensions peuvent lire avec vous. Pour avoir une fenêtre à part, fermez celle-ci et relancez Field Reader là où vous l’avez lancé.",
    log: "Relevé technique",
    logHint:
      "Seulement des heures et des types d’événements : ni titres, ni adresses, ni recherches. Il ne part nulle part tout seul.",
    exportLog: "Exporter le relevé",
  },

  recovery: {
    title: "Code de secours",
    why: "Si cet ordinateur perd la clé de la bibliothèque, ce code l’ouvre. Qui a le code et le dossier de la bibliothèque peut tout lire.",
    how: "Notez-le sur papier et gardez-le loin de cet ordinateur.",
    print: "Imprimer",
    printTitle: "Field Reader : code de secours",
    confirm: "Je l’ai noté",
    confirmHint: "Ensuite, il ne sera plus montré.",
    hidden: "Vous avez dit l’avoir noté : il n’est plus montré.",
  },

  about: {
    title: "À propos de Field Reader",
    what: "Un lecteur hors connexion pour les équipes de terrain : les rapports sont gardés scellés sur cet ordinateur, lus et retrouvés sans réseau.",
    licence: "Field Reader est un logiciel libre sous licence Apache 2.0.",
    fonts: "Polices",
    parts: "Fait avec",
    nobodyWatches:
      "Il n’interroge que les sources que vous ajoutez, et les pages des articles que vous voulez entiers. Rien n’est signalé à personne.",
  },

  shortcuts: {
    title: "Touches",
    letters: "Touches à une lettre",
  },

  link: {
    title: "Ouvrir dans le navigateur ?",
    mailTitle: "Écrire un courriel ?",
    goesTo: "Ce lien mène à",
    fullAddress: "Adresse complète",
    insecure: "Non protégé (http) : en chemin, d’autres peuvent voir et modifier cette page.",
    lookalike: "Ce nom contient des lettres étrangères qui peuvent en imiter un autre.",
    leaves: "Le site saura que quelqu’un, là où vous êtes, l’a ouvert.",
    open: "Ouvrir",
    unreadable: "Cette adresse est illisible. Ne la copiez que si vous savez d’où elle vient.",
  },

  elsewhere: {
    title: "Votre bibliothèque est ouverte ailleurs",
    text: "Une autre fenêtre, un autre onglet ou programme de cet ordinateur l’utilise. Un seul à la fois peut s’en servir, pour que rien ne se perde.",
    useHere: "L’utiliser ici",
    hint: "L’autre s’arrête alors ; tout ce qui y était enregistré reste.",
    byItself: "Dès que l’autre est fermé, votre bibliothèque s’ouvre ici d’elle-même.",
    taking: "Reprise…",
  },

  locked: {
    title: "Tapez le code de secours",
    text: "La clé de cette bibliothèque n’est pas accessible d’ici. Tout y est encore. Si le programme Field Reader lui-même (pas un navigateur) l’a déjà ouverte, ouvrez-la là-bas : le code est dans ses réglages.",
    code: "Code de secours",
    codeHint: "Majuscules ou minuscules, avec ou sans tirets.",
    open: "Ouvrir",
    opening: "Ouverture…",
  },

  closed: { title: "La bibliothèque ne s’ouvre pas", again: "Réessayer" },

  welcome: {
    title: "Votre bibliothèque est vide",
    text: "Ce que vous y mettez reste sur cet ordinateur et se lit sans réseau.",
    paste: "Coller un texte ou une adresse",
    pasteHint: "D’un courriel, d’une discussion ou d’une page",
    files: "Ouvrir des fichiers",
    filesHint:
      "PDF, Word, courriel, texte, liste de sources (OPML), tout un dossier ; ou déposez-les dans cette fenêtre",
    source: "Ajouter une source",
    sourceHint: "L’adresse d’un flux ou d’un site",
    language: "Langue",
  },
};
