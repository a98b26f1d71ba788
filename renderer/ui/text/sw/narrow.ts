import type { NarrowText } from "../en/narrow.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("sw");
const ripoti = (count: number) => say(count, { one: "ripoti #", other: "ripoti #" });

export const narrow: NarrowText = {
  territory: {
    goma: "mji wa Goma",
    "beni-city": "mji wa Beni",
    butembo: "mji wa Butembo",
    beni: "wilaya ya Beni",
    lubero: "Lubero",
    masisi: "Masisi",
    nyiragongo: "Nyiragongo",
    rutshuru: "Rutshuru",
    walikale: "Walikale",
    kalehe: "Kalehe, Kivu Kusini",
    mambasa: "Mambasa, Ituri",
  },
  place: (name, territories) => `${name} (${territories.join(", ")})`,
  operator: {
    place: "mahali",
    territory: "wilaya",
    actor: "mhusika",
    source: "chanzo",
    lang: "lugha",
    in: "maneno katika",
    is: "tu",
    has: "yenye",
    before: "kabla ya",
    after: "kuanzia",
  },
  without: (what) => `bila ${what}`,
  or: "au",
  chips: "Utafutaji umepunguzwa",
  remove: (what) => `Ondoa ${what}`,
  groups: "Punguza utafutaji",
  group: {
    places: "Mahali",
    territories: "Wilaya",
    sources: "Vyanzo",
    actors: "Wahusika",
    languages: "Lugha",
    months: "Miezi",
    more: "Zaidi",
  },
  chip: (name, count) => `${name}: ${ripoti(count)}`,
  unread: "hazijasomwa",
  saved: "zilizowekwa",
  reference: "rejea",
  attachment: "zenye kiambatisho",
  inTitle: "maneno katika kichwa",
  value: {
    title: "kichwa",
    unread: "hazijasomwa",
    saved: "zilizowekwa",
    reference: "rejea",
    attachment: "kiambatisho",
  },
  hint: {
    "open-quote": "Alama ya kunukuu haijafungwa: yaliyofuata yametafutwa kama maneno.",
    "operator-meant": (typed) => `“${typed}” imetafutwa kama neno. Je, ulimaanisha:`,
    "value-missing": (operator) => `Hakuna kitu baada ya “${operator}”; imeachwa.`,
    "or-alone": "OR (au AU) husimama kati ya maneno au masharti mawili, bila alama ya kutoa. Hapa imeachwa.",
    "or-as-word": (typed) =>
      `Yote yameandikwa kwa herufi kubwa: “${typed}” imetafutwa kama neno. Ili kupata moja au jingine:`,
    "or-read": (typed) => `“${typed}” imesomwa kama “moja au jingine”. Kama neno la kawaida:`,
    "query-cut": "Swali ni refu sana: mwanzo wake tu umetafutwa.",
    "date-unknown": (value) => `“${value}” si tarehe. Andika 2026, 2026-10, 2026-10-05, jana au 30siku.`,
    "value-unknown": (value, known) => `“${value}” haijulikani hapa. Yanayojulikana: ${known}.`,
    "place-unknown": (value) => `“${value}” haimo katika orodha ya mahali; imetafutwa kama neno.`,
    "place-elsewhere": (value, places) => `Hakuna ${value}. Kuna ${places}.`,
    "place-several": (value) => `Mahali kadhaa panaitwa ${value}; pote pametafutwa. Hapa tu:`,
    "territory-too": "Mji umetafutwa. Wilaya nzima:",
    "territory-unknown": (value) => `“${value}” si wilaya inayojulikana; imetafutwa kama neno.`,
    "actor-unknown": (value) => `“${value}” haimo katika orodha ya majina; imetafutwa kama neno.`,
    "source-unknown": (value) => `Hakuna chanzo kinachoitwa “${value}”.`,
    "names-incomplete": ({ done, outOf }) =>
      `Mahali na majina yametafutwa katika ripoti ${done} kati ya ${outOf} kufikia sasa.`,
    nearest: "Je, ulimaanisha:",
  },
  silence: ({ places, checked, enabled }) =>
    `${places
      .map(({ place, days }, at) =>
        days === null
          ? `${at === 0 ? "Hakuna" : "hakuna"} ripoti kuhusu ${place} hapa`
          : `${at === 0 ? "Ripoti" : "ripoti"} 0 kuhusu ${place} kwa ${say(days, { one: "siku #", other: "siku #" })}`,
      )
      .join(
        ", ",
      )}: vyanzo ${checked} kati ya ${enabled} vimeulizwa katika saa 24 – kukosekana kwa ripoti si ushahidi wa utulivu.`,
  wider: {
    condition: ({ count, written }) => `${ripoti(count)} bila “${written}”`,
    filters: (count) => `${ripoti(count)} bila vichujio`,
    all: (count) => `${ripoti(count)} bila masharti na vichujio`,
  },
  areas: {
    title: "Maeneo yangu",
    hint: "Orodha na utafutaji huanza na haya. Yanayoachwa huhesabiwa kando yake kila mara. Hakuna lililochaguliwa: kila mahali.",
    shown: (areas) => `Maeneo yangu: ${areas}.`,
    outside: (count) => `${say(count, { one: "# zaidi", other: "# zaidi" })} nje ya maeneo yangu`,
    noneOutside: "Hakuna zaidi nje yake.",
    counted: "katika maeneo yangu",
    nothingInside: "Hakuna kitu katika maeneo yangu.",
    showAll: "Onyesha kila mahali",
    everywhere: "Kila mahali panaonyeshwa.",
    back: "Maeneo yangu tu",
  },
};
