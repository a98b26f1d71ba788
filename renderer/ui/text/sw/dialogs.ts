import type { DialogsText } from "../en/dialogs.ts";
import { pluralsIn } from "../plurals.ts";

const plural = pluralsIn("sw");
const items = (count: number) => plural(count, { one: "habari #", other: "habari #" });
const files = (count: number) => plural(count, { one: "faili #", other: "faili #" });
const briefings = (count: number) => plural(count, { one: "ripoti #", other: "ripoti #" });

export const dialogs: DialogsText = {
  close: "Funga",
  cancel: "Acha",
  save: "Hifadhi",
  copy: "Nakili",
  copied: "Imenakiliwa",
  tryAgain: "Jaribu tena",
  loading: "Subiri kidogo…",

  addSource: {
    title: "Ongeza chanzo",
    address: "Anwani ya mlisho au ya ukurasa wa wavuti",
    addressHint: "Ibandike hapa. Milisho ya ukurasa itatafutwa kwa ajili yako.",
    look: "Angalia",
    looking: "Inaangalia…",
    received: ({ bytes }) => `${bytes} zimefika`,
    stop: "Simamisha",
    feedsOnPage: ({ title }) => (title === "" ? "Ukurasa huu una milisho kadhaa" : `Milisho ya “${title}”`),
    feedsHint: "Chagua mmoja uone unacholeta.",
    summary: ({ count, bytes }) => `${items(count)} kwa sasa, ${bytes} kila mara`,
    whole: "Maandishi huja yakiwa kamili.",
    extracts: "Zinakuja dondoo tu: maandishi kamili yako kwenye wavuti.",
    someExtracts: ({ extracts, count }) =>
      `Kati ya ${items(count)}, ${plural(extracts, { one: "# ni dondoo tu", other: "# ni dondoo tu" })}.`,
    newest: "Habari mpya zaidi",
    undated: "bila tarehe",
    noItems: "Kwa sasa ni tupu; habari zitakuja.",
    name: "Jina",
    rank: "Leta",
    rankHint: "Mtandao ukiwa wa muda mfupi, vya kwanza ndivyo vinavyofika.",
    insecure: "Anwani hii haijalindwa (http): wengine njiani wanaweza kuona unacholeta na kukibadilisha.",
    allowInsecure: "Leta hata hivyo",
    local: "Anwani hii iko kwenye mtandao wa ndani. Iongeze tu ikiwa ni ya timu yenu.",
    allowLocal: "Ni yetu",
    add: "Ongeza",
    adding: "Inaongeza…",
    already: ({ name }) => `Tayari una chanzo hiki: “${name}”.`,
    showIt: "Kionyeshe",
    otherAddress: "Anwani nyingine",
  },

  source: {
    title: "Chanzo",
    address: "Anwani",
    insecure: "haijalindwa (http)",
    local: "mtandao wa ndani",
    enabled: "Leta kutoka chanzo hiki",
    lastChecked: "Kiliangaliwa mwisho",
    neverChecked: "bado",
    newestItem: "Habari mpya zaidi",
    noItem: "hakuna bado",
    holds: "Kwenye maktaba yako",
    holdsCount: ({ total, unread }) =>
      unread === 0
        ? briefings(total)
        : `${briefings(total)}, ${plural(unread, { one: "# haijasomwa", other: "# hazijasomwa" })}`,
    lastSize: "Mara ya mwisho",
    lastFailure: "Kilichokwama mara ya mwisho",
    homePage: "Ukurasa wa wavuti",
    getNow: "Leta sasa",
    remove: "Ondoa",
    removeHint: "Ripoti zake zinabaki. Unaweza kurudisha.",
    gone: "Chanzo hiki kimeondolewa.",
  },

  paste: {
    title: "Bandika maandishi au anwani",
    text: "Maandishi au anwani",
    hint: "Maandishi yanakuwa ripoti, anwani inakuwa chanzo. Utaona kwanza kabla ya kuhifadhi.",
    go: "Endelea",
  },

  import: {
    title: ({ count }) => plural(count, { one: "Andiko moja la kupitia", other: "Maandiko # ya kupitia" }),
    nothingTitle: "Hakuna cha kuingiza",
    reading: "Faili zinasomwa…",
    readingCount: ({ done, total }) => `${done} kati ya ${files(total)}`,
    stop: "Simamisha",
    files: "Faili",
    pasted: "Maandishi yaliyobandikwa",
    listsNext: ({ count }) =>
      plural(count, {
        one: "Orodha ya vyanzo imekuja pamoja na faili hizi: itafuata.",
        other: "Orodha # za vyanzo zimekuja pamoja na faili hizi: zitafuata.",
      }),
    standing: {
      same: "Tayari imo kwenye maktaba yako: haitawekwa mara ya pili.",
      less: "Mwendelezo wa siku ambayo tayari imo: ripoti yake itakamilishwa.",
    },
    standingShort: { same: "tayari imo", less: "inakamilisha ripoti" },
    toCorrect: "ya kusahihisha",
    fields: {
      title: "Kichwa",
      keyPoints: "Mambo makuu",
      keyPointsHint: "Moja kwa kila mstari, yasizidi matano.",
      asOf: "Hali ya tarehe",
      published: "Ilitolewa",
      sourceName: "Chanzo",
      language: "Lugha",
      kind: "Aina",
      audience: "Nani anaweza kuisoma?",
      audienceHint: "Bila jibu: timu yako tu.",
      label: "Alama iliyowekwa",
      link: "Kiungo",
    },
    noTitle: "Ipe kichwa.",
    tooManyKeyPoints: "Mambo makuu yasizidi matano.",
    longKeyPoint: ({ number, over }) =>
      `Jambo kuu la ${number} limezidi kwa ${plural(over, { one: "herufi #", other: "herufi #" })}.`,
    text: "Maandishi",
    sameForAll: "Chanzo, wasomaji na alama: sawa kwa zote",
    leaveOut: "Acha hii",
    save: ({ count }) => (count === 1 ? "Hifadhi" : plural(count, { one: "Hifadhi", other: "Hifadhi zote #" })),
    saving: "Inahifadhi…",
    savingGoesOn: "Inaandikwa kwenye diski. Unaweza kufunga: kazi inaendelea.",
    reportTitle: "Kuingiza kumekwisha",
    reportSaved: ({ count }) => plural(count, { one: "Ripoti # imeingia.", other: "Ripoti # zimeingia." }),
    reportHere: ({ count }) => plural(count, { one: "# ilikuwa tayari imo:", other: "# zilikuwa tayari zimo:" }),
    reportUnreadable: ({ count }) => plural(count, { one: "Faili # haikusomeka:", other: "Faili # hazikusomeka:" }),
  },

  settings: {
    title: "Mipangilio",
    sections: { language: "Lugha", reading: "Kusoma", keys: "Vitufe", time: "Saa", library: "Maktaba" },
    language: "Lugha",
    systemLanguage: "Kama kompyuta",
    kiswahiliDraft: "Maandishi ya Kiswahili ni rasimu hadi msemaji wa Goma ayapitie.",
    theme: "Rangi",
    themes: { system: "Kama kompyuta", light: "Mwanga", dark: "Giza", "high-contrast": "Tofauti kali" },
    textSize: "Ukubwa wa maandishi",
    textSizes: { 1: "Madogo sana", 2: "Madogo", 3: "Ya kati", 4: "Makubwa", 5: "Makubwa sana" },
    bodyFont: "Mtindo wa herufi",
    bodyFonts: { serif: "Literata, yenye mikia", sans: "Atkinson Hyperlegible, bila mikia" },
    density: "Orodha",
    densities: { comfortable: "Yenye nafasi", compact: "Iliyobanwa" },
    letterKeys: "Vitufe vya herufi moja",
    letterKeysHint: "j, k, s, m na vingine. Vitufe vyenye Ctrl hufanya kazi daima.",
    showKeys: "Ona vitufe vyote",
    timeZone: ({ city }) => `Saa zinaonyeshwa za ${city}.`,
    timeZoneSearch: "Tafuta mji",
    timeZoneNone: "Hakuna mji wa jina hilo.",
    timeZoneNow: ({ time }) => `Huko sasa ni saa ${time}.`,
    folder: "Folda",
    copyFolder: "Nakili njia ya folda",
    size: "Ukubwa kwenye diski",
    sizeFacts: ({ count, bytes }) => `${briefings(count)}, ${bytes}`,
    free: "Nafasi kwenye diski hii",
    guard: {
      keystore: "Yeyote anayefungua kompyuta hii kwa akaunti yako anaweza kusoma maktaba.",
      "key-file": "Yeyote anayefungua kompyuta hii anaweza kusoma maktaba.",
    },
    guardLabel: "Nani anaweza kuifungua",
    recoveryLabel: "Msimbo wa kurejesha",
    recoveryNotWritten: "Haujaandikwa bado: bila huo maktaba itapotea kompyuta hii ikipoteza ufunguo wake.",
    recoveryWritten: "Ulisema umeuandika.",
    showRecovery: "Onyesha msimbo",
    damageLabel: "Uharibifu",
    damage: ({ count, bytes }) =>
      `${plural(count, { one: "Sehemu #", other: "Sehemu #" })} ya maktaba kwenye diski (${bytes}) haisomeki tena. Nyingine zote zinasomeka.`,
    damagedTitles: "Vilivyokuwa humo",
    noDamage: "Hakuna uliopatikana.",
    everydayBrowser:
      "Uko kwenye kivinjari chako cha kila siku. Kinaweza kuhifadhi alama za unachosoma, na viongezi vyake vinaweza kusoma pia. Ili kupata dirisha lake lenyewe, funga hili na uanzishe tena Field Reader pale ulipoianzishia.",
    log: "Kumbukumbu ya kiufundi",
    logHint: "Saa na aina za matukio tu: hakuna vichwa, anwani wala utafutaji. Haiendi popote yenyewe.",
    exportLog: "Toa kumbukumbu",
  },

  recovery: {
    title: "Msimbo wa kurejesha",
    why: "Kompyuta hii ikipoteza ufunguo wa maktaba, msimbo huu utaifungua. Aliye na msimbo na folda ya maktaba anaweza kusoma vyote.",
    how: "Uandike kwenye karatasi na uiweke mbali na kompyuta hii.",
    print: "Chapisha",
    printTitle: "Field Reader: msimbo wa kurejesha",
    confirm: "Nimeuandika",
    confirmHint: "Baada ya hapo hautaonyeshwa tena.",
    hidden: "Ulisema umeuandika, kwa hiyo hauonyeshwi tena.",
  },

  about: {
    title: "Kuhusu Field Reader",
    what: "Programu ya kusomea bila mtandao kwa timu za nyanjani: ripoti huhifadhiwa zikiwa zimefungwa kwenye kompyuta hii, husomwa na kutafutwa bila mtandao.",
    licence: "Field Reader ni programu huru chini ya leseni ya Apache 2.0.",
    fonts: "Mitindo ya herufi",
    parts: "Imetengenezwa kwa",
    nobodyWatches:
      "Inauliza vyanzo ulivyoongeza tu, na kurasa za makala unazotaka kamili. Hakuna taarifa inayotumwa kwa yeyote.",
  },

  shortcuts: {
    title: "Vitufe vya mkato",
    letters: "Vitufe vya herufi moja",
  },

  link: {
    title: "Kufungua kwenye kivinjari?",
    mailTitle: "Kuandika barua pepe?",
    goesTo: "Kiungo hiki kinakwenda",
    fullAddress: "Anwani kamili",
    insecure: "Haijalindwa (http): wengine njiani wanaweza kuona na kubadilisha ukurasa huu.",
    lookalike: "Jina hili lina herufi za kigeni zinazoweza kuiga jina lingine.",
    leaves: "Tovuti itajua kwamba mtu wa mahali ulipo ameifungua.",
    open: "Fungua",
    unreadable: "Anwani hii haisomeki. Inakili tu ikiwa unajua inakotoka.",
  },

  elsewhere: {
    title: "Maktaba yako imefunguliwa kwingine",
    text: "Dirisha, kichupo au programu nyingine ya kompyuta hii inaitumia. Ni moja tu kwa wakati inayoweza kuitumia, ili kitu kisipotee.",
    useHere: "Itumie hapa",
    hint: "Ile nyingine itasimama; vyote vilivyohifadhiwa vinabaki.",
    byItself: "Ile nyingine ikifungwa, maktaba yako inafunguka hapa yenyewe.",
    taking: "Inachukua…",
  },

  locked: {
    title: "Andika msimbo wa kurejesha",
    text: "Ufunguo wa maktaba hii haupatikani kutoka hapa. Vyote bado vimo ndani. Kama programu ya Field Reader yenyewe (si kivinjari) iliifungua awali, ifungue huko: msimbo uko katika mipangilio yake.",
    code: "Msimbo wa kurejesha",
    codeHint: "Herufi kubwa au ndogo, na vistari au bila.",
    open: "Fungua",
    opening: "Inafungua…",
  },

  closed: { title: "Maktaba haifunguki", again: "Jaribu tena" },

  welcome: {
    title: "Maktaba yako ni tupu",
    text: "Unachoingiza kinabaki kwenye kompyuta hii na kinasomeka bila mtandao.",
    paste: "Bandika maandishi au anwani",
    pasteHint: "Kutoka barua pepe, mazungumzo au ukurasa",
    files: "Fungua faili",
    filesHint:
      "PDF, Word, barua pepe, maandishi, orodha ya vyanzo (OPML), folda nzima; au ziburute hadi kwenye dirisha hili",
    source: "Ongeza chanzo",
    sourceHint: "Anwani ya mlisho au ya tovuti",
    language: "Lugha",
  },
};
