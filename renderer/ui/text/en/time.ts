import type { AgeWords } from "../../format/ages.ts";

export const time: AgeWords = {
  justNow: "just now",
  old: ({ duration }) => `${duration} old`,
};
