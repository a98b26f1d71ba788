// The few sentences that `npm start` says in the terminal.

/**
 * @typedef {import("./launch-plan.mjs").WhyNoWindow} WhyNoWindow
 * @typedef {"en" | "fr" | "sw"} Language
 * @typedef {{ receivedMb: string, expectedMb: string | null, percent: number | null }} Progress
 * @typedef {object} LaunchWords
 * @property {(found: string) => string} nodeTooOld
 * @property {(option: string) => string} unknownOption
 * @property {string} building
 * @property {string} buildFailed
 * @property {(progress: Progress) => string} fetching
 * @property {string} anyKey
 * @property {string} unpacking
 * @property {string} asRoot
 * @property {Record<WhyNoWindow, string>} whyBrowser
 */

const usage = "npm start -- [--browser | --serve] [--vault DIR]";

/** @param {Progress} progress */
function amount({ receivedMb, expectedMb, percent }) {
  return expectedMb === null ? `${receivedMb} MB` : `${receivedMb} / ${expectedMb} MB (${percent} %)`;
}

/** @type {Record<Language, LaunchWords>} */
const words = {
  en: {
    nodeTooOld: (found) => `Field Reader needs Node 20.19 or newer; this is ${found}.`,
    unknownOption: (option) => `"${option}" is not an option. ${usage}`,
    building: "Building the app, once…",
    buildFailed: 'The app could not be built. Run "npm ci", then "npm start" again.',
    fetching: (progress) => `Fetching the app window (Electron): ${amount(progress)}.`,
    anyKey: "Press any key to go on in the browser instead.",
    unpacking: "Unpacking…",
    asRoot: "You are root, so Electron runs without Chromium's sandbox; an ordinary account is safer.",
    whyBrowser: {
      "no-display": "There is no display here for a window of its own, so the app opens without Electron.",
      skipped: "Electron was skipped, so the app opens in the browser; what came is kept for next time.",
      stalled: "No byte came for 30 seconds, so the app opens in the browser; what came is kept for next time.",
      "fetch-failed":
        "Electron could not be fetched, so the app opens in the browser; what came is kept for next time.",
      damaged: "Electron came damaged and was thrown away, so the app opens in the browser.",
      "no-build": "Electron is not made for this kind of computer, so the app opens in the browser.",
      "disk-full": "There is no room on the disk for Electron, so the app opens in the browser.",
      "unpack-failed": "Electron could not be unpacked, so the app opens in the browser.",
      "not-wanted":
        "Electron is not fetched because ELECTRON_SKIP_BINARY_DOWNLOAD is set; the app opens in the browser.",
      "missing-library": "Electron misses a system library, so the app opens in the browser.",
      "sandbox-refused": "This system refuses Electron its sandbox, so the app opens in the browser.",
      hung: "Electron showed nothing for two minutes, so the app opens in the browser.",
      crashed: "Electron ended before it showed a window, so the app opens in the browser.",
    },
  },
  fr: {
    nodeTooOld: (found) => `Field Reader demande Node 20.19 ou plus récent ; celui-ci est ${found}.`,
    unknownOption: (option) => `« ${option} » n’est pas une option. ${usage}`,
    building: "Construction de l’application, une seule fois…",
    buildFailed: "L’application n’a pas pu être construite. Lancez « npm ci », puis de nouveau « npm start ».",
    fetching: (progress) => `Récupération de la fenêtre (Electron) : ${amount(progress)}.`,
    anyKey: "Appuyez sur une touche pour continuer plutôt dans le navigateur.",
    unpacking: "Décompression…",
    asRoot: "Vous êtes root : Electron tourne sans le bac à sable de Chromium ; un compte ordinaire est plus sûr.",
    whyBrowser: {
      "no-display": "Il n’y a pas d’écran ici pour une fenêtre à part : l’application s’ouvre sans Electron.",
      skipped: "Electron est passé : l’application s’ouvre dans le navigateur ; ce qui est arrivé est gardé.",
      stalled:
        "Aucun octet depuis 30 secondes : l’application s’ouvre dans le navigateur ; ce qui est arrivé est gardé.",
      "fetch-failed":
        "Electron n’a pas pu être récupéré : l’application s’ouvre dans le navigateur ; ce qui est arrivé est gardé.",
      damaged: "Electron est arrivé abîmé et a été jeté : l’application s’ouvre dans le navigateur.",
      "no-build": "Electron n’existe pas pour ce type d’ordinateur : l’application s’ouvre dans le navigateur.",
      "disk-full": "Il n’y a plus de place sur le disque pour Electron : l’application s’ouvre dans le navigateur.",
      "unpack-failed": "Electron n’a pas pu être décompressé : l’application s’ouvre dans le navigateur.",
      "not-wanted":
        "Electron n’est pas récupéré (ELECTRON_SKIP_BINARY_DOWNLOAD) : l’application s’ouvre dans le navigateur.",
      "missing-library": "Il manque à Electron une bibliothèque du système : l’application s’ouvre dans le navigateur.",
      "sandbox-refused": "Ce système refuse à Electron son bac à sable : l’application s’ouvre dans le navigateur.",
      hung: "Electron n’a rien montré en deux minutes : l’application s’ouvre dans le navigateur.",
      crashed: "Electron s’est arrêté avant de montrer une fenêtre : l’application s’ouvre dans le navigateur.",
    },
  },
  sw: {
    nodeTooOld: (found) => `Field Reader inahitaji Node 20.19 au mpya zaidi; hii ni ${found}.`,
    unknownOption: (option) => `"${option}" si chaguo. ${usage}`,
    building: "Programu inajengwa, mara moja tu…",
    buildFailed: 'Programu haikuweza kujengwa. Endesha "npm ci", kisha "npm start" tena.',
    fetching: (progress) => `Dirisha la programu (Electron) linaletwa: ${amount(progress)}.`,
    anyKey: "Bonyeza kitufe chochote ili uendelee katika kivinjari badala yake.",
    unpacking: "Inafunguliwa…",
    asRoot: "Wewe ni root, kwa hiyo Electron inafanya kazi bila kinga ya Chromium; akaunti ya kawaida ni salama zaidi.",
    whyBrowser: {
      "no-display": "Hapa hakuna skrini ya dirisha la pekee, kwa hiyo programu inafunguka bila Electron.",
      skipped: "Electron imerukwa, kwa hiyo programu inafunguka katika kivinjari; kilichofika kimehifadhiwa.",
      stalled:
        "Hakuna kilichofika kwa sekunde 30, kwa hiyo programu inafunguka katika kivinjari; kilichofika kimehifadhiwa.",
      "fetch-failed":
        "Electron haikuweza kuletwa, kwa hiyo programu inafunguka katika kivinjari; kilichofika kimehifadhiwa.",
      damaged: "Electron ilifika imeharibika na imetupwa, kwa hiyo programu inafunguka katika kivinjari.",
      "no-build": "Hakuna Electron ya kompyuta ya aina hii, kwa hiyo programu inafunguka katika kivinjari.",
      "disk-full": "Hakuna nafasi ya Electron kwenye diski, kwa hiyo programu inafunguka katika kivinjari.",
      "unpack-failed": "Electron haikuweza kufunguliwa, kwa hiyo programu inafunguka katika kivinjari.",
      "not-wanted": "Electron hailetwi (ELECTRON_SKIP_BINARY_DOWNLOAD); programu inafunguka katika kivinjari.",
      "missing-library": "Electron inakosa maktaba ya mfumo, kwa hiyo programu inafunguka katika kivinjari.",
      "sandbox-refused": "Mfumo huu unaikatalia Electron kinga yake, kwa hiyo programu inafunguka katika kivinjari.",
      hung: "Electron haikuonyesha kitu kwa dakika mbili, kwa hiyo programu inafunguka katika kivinjari.",
      crashed: "Electron ilikoma kabla ya kuonyesha dirisha, kwa hiyo programu inafunguka katika kivinjari.",
    },
  },
};

/**
 * The terminal's language; French where it is another that the app doesn't speak, English where none is set.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} systemLocale
 * @returns {Language}
 */
export function terminalLanguage(env, systemLocale) {
  const set = env.LC_ALL || env.LC_MESSAGES || env.LANG || systemLocale;
  const language = set.toLowerCase().split(/[-_.@]/)[0];
  if (language === "en" || language === "fr" || language === "sw") return language;
  return language === "" || language === "c" || language === "posix" ? "en" : "fr";
}

/** @param {Language} language */
export function launchWords(language) {
  return words[language];
}
