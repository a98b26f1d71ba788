import { pluralsIn } from "../plurals.ts";

const plural = pluralsIn("en");
const items = (count: number) => plural(count, { one: "# item", other: "# items" });
const files = (count: number) => plural(count, { one: "# file", other: "# files" });
const briefings = (count: number) => plural(count, { one: "# briefing", other: "# briefings" });

/** Dialogs, the screens that stand in for the main one, and the first five minutes. */
export const dialogs = {
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  copy: "Copy",
  copied: "Copied",
  tryAgain: "Try again",
  loading: "One moment…",

  addSource: {
    title: "Add a source",
    address: "Address of a feed or of a web page",
    addressHint: "Paste it here. A page’s feeds are found for you.",
    look: "Look",
    looking: "Looking…",
    received: ({ bytes }: { bytes: string }) => `${bytes} have come`,
    stop: "Stop",
    feedsOnPage: ({ title }: { title: string }) =>
      title === "" ? "This page has more than one feed" : `Feeds of “${title}”`,
    feedsHint: "Choose one to see what comes.",
    summary: ({ count, bytes }: { count: number; bytes: string }) => `${items(count)} at present, ${bytes} a time`,
    whole: "The texts come whole.",
    extracts: "Only extracts come: the full texts stand on the web.",
    someExtracts: ({ extracts, count }: { extracts: number; count: number }) =>
      `Of ${items(count)}, ${plural(extracts, { one: "# is only an extract", other: "# are only extracts" })}.`,
    newest: "Newest items",
    undated: "no date",
    noItems: "It is empty at the moment; new items will come.",
    name: "Name",
    rank: "Fetch it",
    rankHint: "When the link is short, what comes first is what you get.",
    insecure: "This address is not protected (http): others on the way can see what you fetch, and change it.",
    allowInsecure: "Fetch from it all the same",
    local: "This address is on a local network. Only add it if it is your team’s own.",
    allowLocal: "It is ours",
    add: "Add",
    adding: "Adding…",
    already: ({ name }: { name: string }) => `You already have this source: “${name}”.`,
    showIt: "Show it",
    otherAddress: "Another address",
  },

  source: {
    title: "Source",
    address: "Address",
    insecure: "not protected (http)",
    local: "local network",
    enabled: "Fetch from this source",
    lastChecked: "Last checked",
    neverChecked: "not yet",
    newestItem: "Newest item",
    noItem: "none yet",
    holds: "In your library",
    holdsCount: ({ total, unread }: { total: number; unread: number }) =>
      unread === 0
        ? briefings(total)
        : `${briefings(total)}, ${plural(unread, { one: "# unread", other: "# unread" })}`,
    lastSize: "Last time",
    lastFailure: "What went wrong last time",
    homePage: "Web page",
    getNow: "Get new from it",
    remove: "Remove",
    removeHint: "Its briefings stay. You can undo this.",
    gone: "This source has been removed.",
  },

  paste: {
    title: "Paste a text or an address",
    text: "Text or address",
    hint: "A text becomes a briefing, an address a source. You see it before anything is saved.",
    go: "Continue",
  },

  import: {
    title: ({ count }: { count: number }) =>
      plural(count, { one: "One text to look over", other: "# texts to look over" }),
    nothingTitle: "Nothing to import",
    reading: "Reading the files…",
    readingCount: ({ done, total }: { done: string; total: number }) => `${done} of ${files(total)}`,
    stop: "Stop",
    files: "Files",
    pasted: "Pasted text",
    listsNext: ({ count }: { count: number }) =>
      plural(count, {
        one: "A list of sources came with these files: it is next.",
        other: "# lists of sources came with these files: they are next.",
      }),
    standing: {
      same: "Already in your library: no second copy is made.",
      less: "More of a day that is already here: its briefing will be completed.",
    },
    standingShort: { same: "already here", less: "completes a briefing" },
    toCorrect: "to correct",
    fields: {
      title: "Title",
      keyPoints: "Key points",
      keyPointsHint: "One a line, five at most.",
      asOf: "Situation as of",
      published: "Published",
      sourceName: "Source",
      language: "Language",
      kind: "Kind",
      audience: "Who may read it?",
      audienceHint: "No answer: your team only.",
      label: "Label on it",
      link: "Link",
    },
    noTitle: "Give it a title.",
    tooManyKeyPoints: "Five key points at most.",
    longKeyPoint: ({ number, over }: { number: string; over: number }) =>
      `Key point ${number} is ${plural(over, { one: "# character", other: "# characters" })} too long.`,
    text: "The text",
    sameForAll: "Source, readers and label: the same for all",
    leaveOut: "Leave out",
    save: ({ count }: { count: number }) =>
      count === 1 ? "Save" : `Save ${plural(count, { one: "#", other: "all #" })}`,
    saving: "Saving…",
    savingGoesOn: "Being written to the disk. You can close this: it goes on.",
    reportTitle: "Imported",
    reportSaved: ({ count }: { count: number }) =>
      plural(count, { one: "# briefing is in.", other: "# briefings are in." }),
    reportHere: ({ count }: { count: number }) =>
      plural(count, { one: "# was already there:", other: "# were already there:" }),
    reportUnreadable: ({ count }: { count: number }) =>
      plural(count, { one: "# file could not be read:", other: "# files could not be read:" }),
  },

  settings: {
    title: "Settings",
    sections: { language: "Language", reading: "Reading", keys: "Keys", time: "Time", library: "Library" },
    language: "Language",
    systemLanguage: "As this computer",
    kiswahiliDraft: "The Kiswahili texts are drafts until a speaker from Goma has reviewed them.",
    theme: "Colours",
    themes: { system: "As this computer", light: "Light", dark: "Dark", "high-contrast": "High contrast" },
    textSize: "Text size",
    textSizes: { 1: "Very small", 2: "Small", 3: "Medium", 4: "Large", 5: "Very large" },
    bodyFont: "Font of the texts",
    bodyFonts: { serif: "Literata, with serifs", sans: "Atkinson Hyperlegible, without" },
    density: "List",
    densities: { comfortable: "Roomy", compact: "Dense" },
    letterKeys: "Single-letter keys",
    letterKeysHint: "j, k, s, m and the like. Keys with Ctrl always work.",
    showKeys: "See all keys",
    timeZone: ({ city }: { city: string }) => `Times are shown for ${city}.`,
    timeZoneSearch: "Find a city",
    timeZoneNone: "No city of that name.",
    timeZoneNow: ({ time }: { time: string }) => `It is ${time} there now.`,
    folder: "Folder",
    copyFolder: "Copy the folder’s path",
    size: "Size on disk",
    sizeFacts: ({ count, bytes }: { count: number; bytes: string }) => `${briefings(count)}, ${bytes}`,
    free: "Free on this disk",
    guard: {
      keystore: "Anyone who opens this computer under your account can read the library.",
      "key-file": "Anyone who opens this computer can read the library.",
    },
    guardLabel: "Who can open it",
    recoveryLabel: "Recovery code",
    recoveryNotWritten: "Not written down yet: without it the library is lost if this computer loses its key.",
    recoveryWritten: "You said that it is written down.",
    showRecovery: "Show the code",
    damageLabel: "Damage",
    damage: ({ count, bytes }: { count: number; bytes: string }) =>
      `${plural(count, { one: "# part", other: "# parts" })} of the library on disk (${bytes}) can’t be read any more. All the rest can.`,
    damagedTitles: "What stood there",
    noDamage: "None found.",
    everydayBrowser:
      "You are in your everyday browser. It may keep traces of what you read, and its extensions can read along. For a window of its own, close this one and start Field Reader again from where you started it.",
    log: "Technical log",
    logHint: "Times and kinds of events only: no titles, no addresses, no searches. It goes nowhere by itself.",
    exportLog: "Export the log",
  },

  recovery: {
    title: "Recovery code",
    why: "If this computer loses the library’s key, this code opens it. Whoever has the code and the library’s folder can read everything.",
    how: "Write it on paper and keep it away from this computer.",
    print: "Print",
    printTitle: "Field Reader: recovery code",
    confirm: "I have written it down",
    confirmHint: "After that it is not shown again.",
    hidden: "You said that it is written down, so it is not shown any more.",
  },

  about: {
    title: "About Field Reader",
    what: "An offline reader for field teams: briefings are kept sealed on this computer, and read and searched without a network.",
    licence: "Field Reader is free software under the Apache License 2.0.",
    fonts: "Fonts",
    parts: "Made with",
    nobodyWatches:
      "It asks only the sources that you add, and for the articles that you want in full. Nothing is reported to anyone.",
  },

  shortcuts: {
    title: "Keys",
    letters: "Single-letter keys",
  },

  link: {
    title: "Open in the browser?",
    mailTitle: "Write an e-mail?",
    goesTo: "This link goes to",
    fullAddress: "Full address",
    insecure: "Not protected (http): others on the way can see and change this page.",
    lookalike: "This name is written with foreign letters that may imitate another name.",
    leaves: "The site will learn that someone at your place opened it.",
    open: "Open",
    unreadable: "This address can’t be read. Only copy it if you know where it comes from.",
  },

  elsewhere: {
    title: "Your library is open elsewhere",
    text: "Another window, tab or program on this computer has it. Only one at a time can use it, so that nothing is lost.",
    useHere: "Use it here",
    hint: "The other one then stops; all that was saved there stays.",
    byItself: "As soon as the other one is closed, your library opens here by itself.",
    taking: "Taking over…",
  },

  locked: {
    title: "Type the recovery code",
    text: "The key to this library can’t be reached from here. Everything is still in it. If Field Reader’s own program (not a browser) opened it before, open it there: the code stands in its settings.",
    code: "Recovery code",
    codeHint: "Capital or small letters, with or without dashes.",
    open: "Open",
    opening: "Opening…",
  },

  closed: { title: "The library can’t be opened", again: "Try again" },

  welcome: {
    title: "Your library is empty",
    text: "What you bring in stays on this computer and can be read without a network.",
    paste: "Paste a text or an address",
    pasteHint: "From an e-mail, a chat or a page",
    files: "Open files",
    filesHint: "PDF, Word, e-mail, text, a list of sources (OPML), a whole folder; or drop them here",
    source: "Add a source",
    sourceHint: "The address of a feed or of a website",
    language: "Language",
  },
};

export type DialogsText = typeof dialogs;
