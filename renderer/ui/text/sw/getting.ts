import type { GettingText } from "../en/getting.ts";
import { pluralsIn } from "../plurals.ts";

const plural = pluralsIn("sw");

export const getting: GettingText = {
  offer: {
    linkAnswers: (facts) => `Mtandao: ${facts}`,
    longAgo: (facts) => `Za kuletwa: ${facts}`,
    sources: (count) => plural(count, { one: "chanzo #", other: "vyanzo #" }),
    about: (bytes) => `karibu ${bytes}`,
    atLeast: (bytes) => `angalau ${bytes}`,
    sizeUnknown: "ukubwa bado haujulikani",
    minutes: (count) => plural(count, { one: "karibu dakika #", other: "karibu dakika #" }),
    get: "Leta",
    getAll: (sources) => `Leta kutoka ${sources}`,
    always: "Kila mara",
    alwaysMeans: "Kila mara: kila saa mtandao ukiwepo",
    dismiss: "Si sasa",
  },
  paused: "Hakuna kinacholetwa chenyewe: umesimamisha. “Leta habari mpya” huanza tena.",
  metered:
    "Mtandao huu unalipiwa kwa data: hakuna kinacholetwa chenyewe. “Leta habari mpya” hufanya kazi kama kawaida.",
  section: "Kuleta habari",
  when: "Wakati wa kuleta",
  modes: {
    ask: "Niulize",
    manual: "Ninapobonyeza “Leta habari mpya” tu",
    "every-30-min": "Kila dakika 30",
    "every-hour": "Kila saa",
    "every-6-hours": "Kila saa 6",
    "every-12-hours": "Kila saa 12",
    "every-24-hours": "Mara moja kwa siku",
  },
  askHint:
    "Baada ya saa 3 tangu kuangalia mara ya mwisho, chanzo kimoja kati ya vyako kinaulizwa mara kwa mara kama mtandao upo. Hiyo hutumia kilobaiti chache, zinazohesabiwa hapa chini.",
  manualHint: "Hakuna kinachotoka chenyewe, hata jaribio la pili.",
  timedHint: "Mara mtandao unapokuwepo. Vyanzo vyako tu vinaulizwa.",
  next: (when) => `Mara ijayo: ${when}.`,
  onMetered: "Hata kwenye mtandao unaolipiwa kwa data",
  onMeteredHint: "Pale tu kompyuta hii inapojua hivyo. Isipojua, chaguo hili halibadilishi kitu.",
  used: "Data iliyotumika",
  thisMonth: "Mwezi huu",
  lastMonth: "Mwezi uliopita",
  source: "Chanzo",
  total: "Jumla",
  lookedAt: "Anwani zilizoangaliwa",
  removed: "Vyanzo vilivyoondolewa",
  nothingUsed: "Hakuna kilichokuja kwa mtandao mwezi huu wala uliopita.",
  usedHint:
    "Yote yaliyokuja kwa mtandao, pamoja na majibu yasiyo na jipya na majaribio yaliyoshindwa. Gharama yake tangu kuhifadhi mara ya mwisho hukosekana maktaba ikipangwa upya.",
};
