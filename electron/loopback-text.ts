import type { InterfaceLanguage } from "../renderer/model/settings.ts";

/** What the browser host's launcher says in the terminal. */
export interface LauncherWords {
  readonly openedInWindow: (facts: { readonly browser: string }) => string;
  readonly openThisAddress: (facts: { readonly address: string }) => string;
  readonly addressOpensOnce: string;
  readonly stopWithCtrlC: string;
  readonly noBrowser: string;
  readonly noDisplay: string;
  readonly runningAsRoot: string;
  readonly proxyOverridden: string;
  readonly browserFailed: string;
  readonly portTaken: (facts: { readonly port: number }) => string;
  readonly folderUnusable: (facts: { readonly folder: string; readonly code: string }) => string;
  readonly alreadyOpen: string;
  readonly unknownOption: (facts: { readonly option: string }) => string;
  readonly usage: string;
}

export const launcherWords: Readonly<Record<InterfaceLanguage, LauncherWords>> = {
  en: {
    openedInWindow: ({ browser }) => `Field Reader is open in a window of ${browser}. Close that window to end it.`,
    openThisAddress: ({ address }) => `Open this address in a browser on this computer:\n\n  ${address}\n`,
    addressOpensOnce: "The address works once. Press Enter for a new one.",
    stopWithCtrlC: "Ctrl-C ends Field Reader.",
    noBrowser: "No Chrome, Edge or Chromium was found on this computer.",
    noDisplay: "There is no screen to open a window on.",
    runningAsRoot:
      "You are running this as the administrator (root), so the browser runs without its own protection. Use an ordinary account for daily work.",
    proxyOverridden:
      "This computer's settings keep the window from reaching Field Reader in the usual way; it is opened at a plain address instead.",
    browserFailed: "The browser could not be started.",
    portTaken: ({ port }) => `Port ${port} is in use by another program. Choose another one with --port.`,
    folderUnusable: ({ folder, code }) => `The folder ${folder} can't be used (${code}).`,
    alreadyOpen: "Field Reader is already running with this library; a new window was asked of it.",
    unknownOption: ({ option }) => `Unknown option: ${option}`,
    usage: "Options: --browser | --serve, --vault FOLDER, --port NUMBER",
  },
  fr: {
    openedInWindow: ({ browser }) =>
      `Field Reader est ouvert dans une fenêtre de ${browser}. Fermez cette fenêtre pour l’arrêter.`,
    openThisAddress: ({ address }) => `Ouvrez cette adresse dans un navigateur de cet ordinateur :\n\n  ${address}\n`,
    addressOpensOnce: "L’adresse ne sert qu’une fois. Appuyez sur Entrée pour en obtenir une autre.",
    stopWithCtrlC: "Ctrl-C arrête Field Reader.",
    noBrowser: "Ni Chrome, ni Edge, ni Chromium n’a été trouvé sur cet ordinateur.",
    noDisplay: "Il n’y a pas d’écran où ouvrir une fenêtre.",
    runningAsRoot:
      "Vous l’exécutez en tant qu’administrateur (root) : le navigateur tourne donc sans sa propre protection. Pour le travail quotidien, utilisez un compte ordinaire.",
    proxyOverridden:
      "Les réglages de cet ordinateur empêchent la fenêtre d’atteindre Field Reader de la façon habituelle ; elle s’ouvre à une adresse simple.",
    browserFailed: "Le navigateur n’a pas pu être lancé.",
    portTaken: ({ port }) => `Le port ${port} est utilisé par un autre programme. Choisissez-en un autre avec --port.`,
    folderUnusable: ({ folder, code }) => `Le dossier ${folder} est inutilisable (${code}).`,
    alreadyOpen: "Field Reader fonctionne déjà avec cette bibliothèque ; une nouvelle fenêtre lui a été demandée.",
    unknownOption: ({ option }) => `Option inconnue : ${option}`,
    usage: "Options : --browser | --serve, --vault DOSSIER, --port NUMÉRO",
  },
  sw: {
    openedInWindow: ({ browser }) =>
      `Field Reader imefunguliwa katika dirisha la ${browser}. Funga dirisha hilo ili kuisimamisha.`,
    openThisAddress: ({ address }) => `Fungua anwani hii katika kivinjari cha kompyuta hii:\n\n  ${address}\n`,
    addressOpensOnce: "Anwani hii hutumika mara moja tu. Bonyeza Enter kupata nyingine.",
    stopWithCtrlC: "Ctrl-C husimamisha Field Reader.",
    noBrowser: "Chrome, Edge wala Chromium haikupatikana kwenye kompyuta hii.",
    noDisplay: "Hakuna skrini ya kufungulia dirisha.",
    runningAsRoot:
      "Unaiendesha kama msimamizi (root), kwa hiyo kivinjari hakina kinga yake. Kwa kazi ya kila siku tumia akaunti ya kawaida.",
    proxyOverridden:
      "Mipangilio ya kompyuta hii inazuia dirisha kufikia Field Reader kwa njia ya kawaida; litafunguliwa kwa anwani ya kawaida.",
    browserFailed: "Kivinjari hakikuweza kuanza.",
    portTaken: ({ port }) => `Mlango ${port} unatumiwa na programu nyingine. Chagua mwingine kwa --port.`,
    folderUnusable: ({ folder, code }) => `Folda ${folder} haiwezi kutumika (${code}).`,
    alreadyOpen: "Field Reader tayari inafanya kazi na maktaba hii; imeombwa kufungua dirisha jipya.",
    unknownOption: ({ option }) => `Chaguo lisilojulikana: ${option}`,
    usage: "Chaguo: --browser | --serve, --vault FOLDA, --port NAMBA",
  },
};
