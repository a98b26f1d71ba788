import type { OwnNamesText } from "../en/own-names.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("sw");

export const ownNames: OwnNamesText = {
  title: "Majina yaliyoongezwa",
  hint: "Ongeza tahajia ya timu yako, au mahali ambapo programu haipajui. Utafutaji na ripoti zitapapata pia.",
  none: "Hakuna majina yaliyoongezwa bado.",
  kind: "Jina ni la nini",
  kinds: { place: "Mahali", actor: "Shirika au kundi" },
  name: "Jina",
  variants: "Tahajia nyingine",
  variantsHint: "Tenganisha kwa mkato.",
  sameAs: "Maana yake ni sawa na",
  sameAsHint: "Jina linalojulikana tayari, kwa mfano Kibati (Walikale). Acha wazi kwa kitu kipya.",
  territory: "Wilaya",
  noTerritory: "Chagua",
  add: "Ongeza",
  list: "Majina yaliyoongezwa",
  remove: (name) => `Ondoa ${name}`,
  removeShort: "Ondoa",
  more: (count) => say(count, { one: "Onyesha # zaidi", other: "Onyesha # zaidi" }),
  another: (name) => `tahajia nyingine ya ${name}`,
  save: "Hifadhi katika faili",
  open: "Fungua faili ya majina",
  opened: ({ added, refused }) =>
    `${say(added, { one: "jina # limeongezwa", other: "majina # yameongezwa" })}, ${say(refused, { one: "# limeachwa", other: "# yameachwa" })}.`,
  why: {
    "no-name": "bila jina",
    "already-known": "yanajulikana tayari",
    "unknown-name": "yana maana ya jina lisilojulikana, au la mahali kadhaa",
    "no-territory": "mahali bila wilaya",
    circle: "majina yanayorejeleana tu",
    "too-many": "yamezidi",
  },
  refusedRow: ({ why, count, example }) => `${why}: ${count}${example === "" ? "" : ` (${example})`}`,
};
