import type { AgeWords } from "../../format/ages.ts";

export const time: AgeWords = {
  justNow: "à l’instant",
  old: ({ ago }) => ago,
};
