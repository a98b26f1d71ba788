import type { AgeWords } from "../../format/ages.ts";

export const time: AgeWords = {
  justNow: "sasa hivi",
  old: ({ ago }) => ago,
};
