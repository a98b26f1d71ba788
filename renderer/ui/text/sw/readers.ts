import type { ReadersText } from "../en/readers.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("sw");

export const readers: ReadersText = {
  who: "Nani anasoma?",
  reading: (name) => `Msomaji: ${name}`,
  unnamed: "bado hana jina",
  protectsNothing:
    "Jina halilindi chochote: yeyote anayefungua kompyuta hii anaweza kusoma yote. Linatenga tu yale ambayo kila mmoja amesoma, ameweka na amepanga.",
  list: "Wasomaji",
  readsNow: "anasoma sasa",
  rename: (name) => `Badilisha jina: ${name}`,
  remove: (name) => `Ondoa: ${name}`,
  newName: "Jina jipya",
  keepName: "Hifadhi jina hili",
  leaveName: "Acha lilivyo",
  addTitle: "Ongeza msomaji",
  name: "Jina",
  nameHint: "Kwa mfano “Zamu ya usiku”.",
  add: "Ongeza na usome kwa jina hili",
  keys: "Vitufe 1 hadi 9 huchagua. Esc huendelea kama awali.",
  goOn: "Endelea",
  notice: {
    "reader-chosen": ({ name }) => `Anayesoma sasa: ${name}.`,
    "reader-removed": ({ name }) =>
      `Ameondolewa kati ya wasomaji: ${name}. Yaliyosomwa au kuhifadhiwa kwa jina hilo hayaonyeshwi tena.`,
    "reader-renamed": ({ name }) => `Jina jipya: ${name}.`,
    looked: ({ count }) => say(count, { one: "Ripoti # imeonekana.", other: "Ripoti # zimeonekana." }),
  },
  sinceLooked: {
    label: "Zilizofika tangu ulipotazama",
    last: (when) => `Ulitazama mara ya mwisho ${when}.`,
    never: "Bado hujatazama: yote yaliyofika yapo hapa.",
    alerts: (count) => say(count, { one: "tahadhari #", other: "tahadhari #" }),
    filesAndPastes: "Faili na vilivyobandikwa",
    onlyThis: (name) => `Onyesha ${name} tu`,
    more: (count) => say(count, { one: "na chanzo # kingine", other: "na vyanzo # vingine" }),
    seen: "Nimeona",
    nothing: "Hakuna kilichofika tangu ulipotazama.",
    nothingYet: "Bado hakuna kilichofika.",
  },
};
