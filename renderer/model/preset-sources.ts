import type { Language } from "./briefing.ts";
import type { ListedSource } from "./source-list.ts";

/** Names a preset; `ui/text` says in a line what each one is. */
export type PresetKey =
  | "reliefweb-fr"
  | "reliefweb-en"
  | "ocha"
  | "un-news-fr"
  | "un-news-en"
  | "un-news-sw"
  | "radio-okapi"
  | "actualite-cd"
  | "rfi-afrique"
  | "bbc-swahili"
  | "new-humanitarian";

export interface PresetSource extends ListedSource {
  readonly key: PresetKey;
  readonly publisher: string;
  readonly language: Language;
}

const reliefWeb = "https://reliefweb.int/updates/rss.xml?advanced-search=";

/**
 * Public feeds that teams in eastern DR Congo ask for. We wrote the addresses down; whether they answer from where the
 * reader stands only a first sync shows.
 */
export const presetSources: readonly PresetSource[] = [
  {
    key: "reliefweb-fr",
    name: "ReliefWeb – RDC (français)",
    publisher: "ReliefWeb",
    language: "fr",
    // DR Congo as the first country, texts in French.
    address: `${reliefWeb}%28PC75%29_%28L268%29`,
    homePage: "https://reliefweb.int/country/cod",
    folder: null,
  },
  {
    key: "reliefweb-en",
    name: "ReliefWeb – DR Congo (English)",
    publisher: "ReliefWeb",
    language: "en",
    address: `${reliefWeb}%28PC75%29_%28L267%29`,
    homePage: "https://reliefweb.int/country/cod",
    folder: null,
  },
  {
    key: "ocha",
    name: "OCHA – RDC",
    publisher: "OCHA",
    language: "fr",
    // What OCHA itself publishes on DR Congo, by ReliefWeb.
    address: `${reliefWeb}%28PC75%29_%28S1503%29`,
    homePage: "https://www.unocha.org/democratic-republic-congo",
    folder: null,
  },
  {
    key: "un-news-fr",
    name: "ONU Info – Afrique",
    publisher: "ONU Info",
    language: "fr",
    address: "https://news.un.org/feed/subscribe/fr/news/region/africa/feed/rss.xml",
    homePage: "https://news.un.org/fr/",
    folder: null,
  },
  {
    key: "un-news-en",
    name: "UN News – Africa",
    publisher: "UN News",
    language: "en",
    address: "https://news.un.org/feed/subscribe/en/news/region/africa/feed/rss.xml",
    homePage: "https://news.un.org/en/",
    folder: null,
  },
  {
    key: "un-news-sw",
    name: "Habari za UN",
    publisher: "UN News",
    language: "sw",
    address: "https://news.un.org/feed/subscribe/sw/news/all/rss.xml",
    homePage: "https://news.un.org/sw/",
    folder: null,
  },
  {
    key: "radio-okapi",
    name: "Radio Okapi",
    publisher: "Radio Okapi",
    language: "fr",
    address: "https://www.radiookapi.net/rss.xml",
    homePage: "https://www.radiookapi.net/",
    folder: null,
  },
  {
    key: "actualite-cd",
    name: "Actualite.cd",
    publisher: "Actualite.cd",
    language: "fr",
    address: "https://actualite.cd/feed",
    homePage: "https://actualite.cd/",
    folder: null,
  },
  {
    key: "rfi-afrique",
    name: "RFI Afrique",
    publisher: "RFI",
    language: "fr",
    address: "https://www.rfi.fr/fr/afrique/rss",
    homePage: "https://www.rfi.fr/fr/afrique/",
    folder: null,
  },
  {
    key: "bbc-swahili",
    name: "BBC News Swahili",
    publisher: "BBC",
    language: "sw",
    address: "https://feeds.bbci.co.uk/swahili/rss.xml",
    homePage: "https://www.bbc.com/swahili",
    folder: null,
  },
  {
    key: "new-humanitarian",
    name: "The New Humanitarian",
    publisher: "The New Humanitarian",
    language: "en",
    address: "https://www.thenewhumanitarian.org/rss.xml",
    homePage: "https://www.thenewhumanitarian.org/",
    folder: null,
  },
];
