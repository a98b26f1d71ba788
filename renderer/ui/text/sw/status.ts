import type { StatusText } from "../en/status.ts";

export const status: StatusText = {
  opening: "Maktaba yako inafunguka…",
  rebuilding: ({ share }) => `Maktaba inapangwa upya: ${share} tayari. Unaweza kusoma tayari.`,
  readOnly: "Kusoma tu: hakuna kinachoweza kuhifadhiwa kwa sasa.",
  everydayBrowser: "Uko kwenye kivinjari chako cha kila siku: kinaweza kuhifadhi alama za unachosoma.",
  clockOff: ({ by }) =>
    `Saa ya kompyuta hii inaonekana kukosea kwa ${by}, kwa hiyo tarehe zinaonyeshwa badala ya umri.`,
};
