import { expect, test } from "vitest";
import { copyTextOf } from "./copy-text.ts";

const head = {
  title: "Choléra : les cas remontent à Sake",
  keyPoints: ["214 cas en sept jours.", "La pompe est en panne."],
  lead: "Les équipes de santé ont relevé 214 cas.",
  sourceName: "Radio du Lac",
  link: "https://example.org/1",
};
const words = {
  quote: (passage: string) => `« ${passage} »`,
  source: (name: string) => `Source : ${name}`,
  asOf: "Situation au 20 octobre 2026",
  published: "Publié le 21 octobre 2026",
  posted: null,
  withdrawn: null,
  handling: "Diffusion : mon équipe",
};

test("a selection goes into an e-mail with its title, source, both dates, handling and link", () => {
  expect(copyTextOf({ head, selection: "La pompe\r\nest en panne.\n\n\n\n", words })).toBe(
    [
      "Choléra : les cas remontent à Sake",
      "",
      "« La pompe\nest en panne. »",
      "",
      "Source : Radio du Lac",
      "Situation au 20 octobre 2026",
      "Publié le 21 octobre 2026",
      "Diffusion : mon équipe",
      "https://example.org/1",
    ].join("\n"),
  );
});

test("without a selection the key points are copied, and without those the first words", () => {
  expect(copyTextOf({ head, selection: "  ", words })).toContain("– 214 cas en sept jours.\n– La pompe est en panne.");
  expect(copyTextOf({ head: { ...head, keyPoints: [] }, selection: "", words })).toContain(head.lead);
});

test("what nobody gave leaves no empty line, and a withdrawal is never left out", () => {
  const copied = copyTextOf({
    head: { ...head, sourceName: "", link: null },
    selection: "x",
    words: { ...words, asOf: null, published: null, withdrawn: "Retiré par la source" },
  });
  expect(copied.split("\n\n").at(-1)).toBe("Retiré par la source\nDiffusion : mon équipe");
});
