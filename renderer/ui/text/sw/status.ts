import type { StatusText } from "../en/status.ts";

export const status: StatusText = {
  opening: "Maktaba yako inafunguka…",
  rebuilding: ({ done, total }) => `Maktaba inapangwa upya: ${done} kati ya ${total}. Unaweza kusoma tayari.`,
  readOnly: "Kusoma tu: hakuna kinachoweza kuhifadhiwa kwa sasa.",
  clockOff: ({ by }) =>
    `Saa ya kompyuta hii inaonekana kukosea kwa ${by}, kwa hiyo tarehe zinaonyeshwa badala ya umri.`,
};
