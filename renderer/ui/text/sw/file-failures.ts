import type { FileFailuresText } from "../en/file-failures.ts";

const nothingAdded = "Hakuna kilichoongezwa wala kubadilishwa.";

export const fileFailures: FileFailuresText = {
  "password-protected": () => ({
    what: "Faili imefungwa kwa nenosiri.",
    safe: nothingAdded,
    next: "Ifungue kwenye programu yake, ihifadhi bila nenosiri, kisha ingiza nakala hiyo.",
  }),
  "encrypted-mail": () => ({
    what: "Barua pepe hii imefungwa kwa ajili ya mtu aliyetumiwa.",
    safe: nothingAdded,
    next: "Ifungue kwenye programu yako ya barua pepe, nakili maandishi yake, kisha uyabandike hapa.",
  }),
  "damaged-file": () => ({
    what: "Faili imeharibika, au sehemu yake tu ndiyo iliyofika.",
    safe: nothingAdded,
    next: "Iombe tena.",
  }),
  "expanding-archive": () => ({
    what: "Ikifunguliwa, faili ingejaza kumbukumbu ya kompyuta hii. Huenda ilitengenezwa hivyo kwa makusudi.",
    safe: nothingAdded,
    next: "Uliza nani aliituma, na uombe hati moja moja.",
  }),
  "unsafe-archive": () => ({
    what: "Faili ina majina yanayotoka nje ya folda yake, kama faili zenye madhara.",
    safe: nothingAdded,
    next: "Usiifungue. Uliza nani aliituma.",
  }),
  "nested-archive": () => ({
    what: "Ndani ya kifurushi kuna kifurushi kingine, ambacho hakifunguliwi.",
    safe: nothingAdded,
    next: "Fungua vyote viwili, kisha ingiza faili unazohitaji.",
  }),
  "plain-archive": () => ({
    what: "Kifurushi hakina hati wala mazungumzo.",
    safe: nothingAdded,
    next: "Kifungue, kisha ingiza faili zilizomo.",
  }),
  "quarantined-file": () => ({
    what: "Faili hii ilisimamisha programu ya kusoma mara mbili. Haifunguliwi tena.",
    safe: nothingAdded,
    next: "Iombe kwa namna nyingine, kama maandishi au PDF nyingine.",
  }),
  "too-much-at-once": ({ limit }, { bytes }) => ({
    what: `Zaidi ya ${bytes(limit)} za maandishi zinasubiri kuhifadhiwa.`,
    safe: "Zilizosomwa kabla yake zinasubiri kukaguliwa.",
    next: "Hifadhi hizo kwanza, kisha ingiza faili hii tena.",
  }),
  "reading-stopped": () => ({
    what: "Umesimamisha kabla ya mwisho: faili zilizokwisha kusomwa zipo hapa.",
    safe: "Nyingine hazijaguswa, zipo pale zilipo.",
    next: "Hifadhi hizi, kisha leta nyingine kwa awamu ya pili.",
  }),
  "closed-folder": () => ({
    what: "Kompyuta hairuhusu kuona yote yaliyomo kwenye folda hii.",
    safe: "Folda haijaguswa. Kilichoweza kuonekana ndani yake kimesomwa.",
    next: "Nakili faili zake kwenye folda yako mwenyewe kisha lete hiyo, au muulize anayesimamia kompyuta hii.",
  }),
  "too-many-files": ({ taken }, { count }) => ({
    what: `Faili ni nyingi kuliko zinazosomwa kwa mara moja: ${count(taken)} za kwanza zimechukuliwa.`,
    safe: "Nyingine hazijaguswa, zipo pale zilipo.",
    next: "Hifadhi hizi, kisha leta nyingine kwa awamu ya pili, folda moja baada ya nyingine.",
  }),
};
