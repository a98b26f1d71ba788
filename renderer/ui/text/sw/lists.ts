import type { ListsText } from "../en/lists.ts";
import { pluralsIn } from "../plurals.ts";

const plural = pluralsIn("sw");
const sources = (count: number) => plural(count, { one: "chanzo #", other: "vyanzo #" });

export const lists: ListsText = {
  title: ({ count }) => `Orodha ya ${sources(count)}`,
  reading: "Inasoma orodha…",
  hint: "Hakuna kilicholetwa bado. “Leta” itauliza vyanzo utakavyoongeza.",
  tickAll: "Chagua vyote",
  untickAll: "Ondoa alama zote",
  noFolder: "Bila folda",
  alreadyHere: "tayari kipo",
  insecure: "hakijalindwa (http): kimezimwa hadi utakapokiruhusu",
  leftOut: ({ count }) => plural(count, { one: "# kimeachwa", other: "# vimeachwa" }),
  reasons: {
    "local-address": "kwenye mtandao wa ndani",
    "bad-address": "si anwani ya wavuti",
    "no-address": "bila anwani",
    twice: "mara mbili kwenye orodha",
    "other-list": "orodha nyingine, haifuatwi",
    "commented-out": "kimezimwa kwenye orodha",
    "too-many": "kimezidi kikomo",
  },
  add: ({ count }) => (count === 0 ? "Ongeza" : `Ongeza ${sources(count)}`),
  adding: "Inaongeza…",
  nothingNew: "Vyanzo hivi vyote tayari vipo.",
  folder: "Folda",
  folderHint: "Vyanzo vya folda moja vinaonyeshwa pamoja.",
  notFetchedYet: "bado hakijaletwa",
  presets: {
    title: "Chagua vyanzo",
    intro: "Vyanzo vya umma kuhusu mashariki ya Kongo. Hakuna kinacholetwa kabla ya “Leta”.",
    label: "Vyanzo vya kuchagua",
    notChecked: "hakijajaribiwa kutoka hapa",
    checked: (when) => `kilijibu hapa ${when}`,
    by: (publisher) => `na ${publisher}`,
    what: {
      "reliefweb-fr": "Ripoti za mashirika yote",
      "reliefweb-en": "Ripoti za mashirika yote",
      ocha: "Yanayotolewa na OCHA kuhusu Kongo",
      "un-news-fr": "Habari za Umoja wa Mataifa Afrika",
      "un-news-en": "Habari za Umoja wa Mataifa Afrika",
      "un-news-sw": "Habari za Umoja wa Mataifa",
      "radio-okapi": "Redio ya Kongo yenye waandishi mikoani",
      "actualite-cd": "Tovuti ya habari ya Kongo",
      "rfi-afrique": "Habari za Afrika",
      "bbc-swahili": "Habari za Afrika na dunia",
      "new-humanitarian": "Habari za majanga",
    },
  },
  ways: {
    choose: "Chagua vyanzo",
    chooseHint: "ReliefWeb, OCHA, Radio Okapi na vingine",
    takeOver: "Chukua orodha ya mwenzako (OPML)",
    others: "Njia nyingine",
  },
  export: {
    title: "Toa orodha ya vyanzo",
    holds: ({ count }) => `Faili ina majina, anwani na folda za ${sources(count)}.`,
    without: "Haina ripoti yoyote, wala kilichosomwa au kuhifadhiwa.",
    keys: "Anwani inaweza kuwa na ufunguo wa mtu binafsi: angalia kabla ya kuigawa.",
    local: ({ count }) =>
      `${plural(count, {
        one: "Chanzo # cha mtandao wenu wa ndani kimeachwa",
        other: "Vyanzo # vya mtandao wenu wa ndani vimeachwa",
      })}: anwani haina maana kwingine.`,
    nothing: "Hakuna chanzo cha kutoa bado.",
    save: "Hifadhi faili",
    fileName: "field-reader-sources.opml",
  },
};
