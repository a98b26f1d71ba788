import type { PagesText } from "../en/pages.ts";

export const pages: PagesText = {
  choice: "Maandishi au kurasa",
  text: "Maandishi",
  pages: "Kurasa",
  noText: "PDF hii haina maandishi, ina picha za kurasa tu. Inatafutwa kwa kichwa chake.",
  opening: "Kurasa zinafunguliwa…",
  tools: "Kurasa",
  pageOf: ({ page, count }) => `Ukurasa ${page} kati ya ${count}`,
  previous: "Ukurasa uliotangulia",
  next: "Ukurasa unaofuata",
  larger: "Kuza ukurasa",
  smaller: "Punguza ukurasa",
  broken: "Ukurasa huu hauwezi kuchorwa. Maandishi yake, kama yapo, yako chini ya “Maandishi”.",
};
