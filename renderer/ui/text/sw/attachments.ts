import type { AttachmentsText } from "../en/attachments.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("sw");

export const attachments: AttachmentsText = {
  heading: "Faili zilizohifadhiwa hapa",
  pictures: "Picha",
  kind: {
    picture: "picha",
    pdf: "PDF",
    word: "hati ya Word",
    document: "hati",
    mail: "barua pepe",
    page: "ukurasa wa wavuti",
    text: "maandishi",
    archive: "kifurushi",
    sound: "sauti",
    film: "filamu",
    other: "faili",
  },
  role: { original: "faili ya asili", attachment: "kiambatisho" },
  facts: ({ kind, bytes, role }) => `${kind} · ${bytes} · ${role}`,
  total: ({ count, bytes }) => `${say(count, { one: "Faili #", other: "Faili #" })}, jumla ${bytes}.`,
  saveCopy: "Hifadhi nakala",
  saveCopyOf: ({ name }) => `Hifadhi nakala ya “${name}”`,
  remove: "Ondoa ili kupata nafasi",
  removeOf: ({ name }) => `Ondoa “${name}” ili kupata nafasi`,
  removed: ({ name }) => `“${name}” imeondolewa. Nafasi yake itapatikana programu ikianzishwa tena baadaye.`,
  savedOut: ({ name }) => `Nakala ya “${name}” imepewa kivinjari au mfumo ili kuihifadhi.`,
  pictureLoading: "Picha inasomwa…",
  leaves:
    "Nakala inatoka kwenye maktaba iliyofungwa: yeyote mwenye kompyuta hii, au flashi inapowekwa, anaweza kuifungua.",
  meantFor: ({ audience }) => `Ripoti hii ni ya: ${audience}.`,
  hidden:
    "Faili ya asili inaweza kuonyesha mahali, saa na kamera iliyopiga picha. Nakala iliyosafishwa ina picha ileile bila hayo.",
  untrusted: "Hakuna aliyekagua faili hii. Ifungue tu ikiwa unaamini ilikotoka.",
  saveCleaned: "Hifadhi nakala iliyosafishwa",
  saveOriginal: "Hifadhi ya asili",
  reading: ({ percent }) => `Inasomwa… ${percent}`,
  kept: "Inahifadhiwa pamoja nayo, imefungwa",
  sizeInSettings: "Faili zilizohifadhiwa na ripoti",
};
