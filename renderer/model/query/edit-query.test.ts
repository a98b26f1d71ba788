import { expect, test } from "vitest";
import { cutQuery } from "./cut-query.ts";
import {
  conditionsIn,
  meantOperator,
  replaceCondition,
  replaceWord,
  smallButOrs,
  withOperator,
  withoutCondition,
  withoutPiece,
  wordAsCondition,
  wordsOf,
} from "./edit-query.ts";

const without = (query: string, index: number) => {
  const piece = cutQuery(query).pieces[index];
  return piece === undefined ? query : withoutPiece(query, piece);
};

test("a chip that goes takes its own words with it and leaves the rest", () => {
  expect(without('choléra place:"Njia Panda" -Sake', 1)).toBe("choléra -Sake");
  expect(without("place:Sake", 0)).toBe("");
  expect(without("place:Sake OR place:Goma choléra", 0)).toBe("place:Goma choléra");
});

test("a chip writes what a person would have typed, in their language, once", () => {
  const query = withOperator("choléra", "place", "Kibati (Walikale)", "fr");
  expect(query).toBe('choléra lieu:"Kibati (Walikale)" ');
  expect(withOperator(query, "place", "Kibati (Walikale)", "fr")).toBe(query);
  expect(withOperator("", "lang", "sw", "sw")).toBe("lugha:sw ");
  expect(withOperator("", "source", 'Radio "du lac"', "en")).toBe('source:"Radio du lac" ');
  expect(withOperator("source:Radio", "source", "Radio", "en")).toBe('source:Radio source:"Radio" ');
});

test("a chip holds whatever was typed before it: an open quotation mark, or more than is searched", () => {
  const asked = (query: string) =>
    cutQuery(query).pieces.flatMap((piece) => (piece.kind === "operator" ? [`${piece.key} ${piece.value}`] : []));
  for (const typed of ['"pont de la', 'choléra "', "“marché", "mot ".repeat(1_100), "mot ".repeat(300)]) {
    for (const value of ["Sake", "Kibati (Walikale)"]) {
      expect(asked(withOperator(typed, "place", value, "fr")), typed.slice(0, 12)).toContain(`place ${value}`);
    }
  }
});

test("a name with quotation marks in it is offered once", () => {
  const query = withOperator("eau", "source", 'Radio "du lac"', "en");
  expect(withOperator(query, "source", 'Radio "du lac"', "en")).toBe(query);
});

test("a chip is no side of an OR that waits for one", () => {
  expect(withOperator("choléra OR ", "place", "Sake", "en")).toBe("choléra place:Sake ");
  expect(withOperator("choléra OU", "place", "Sake", "fr")).toBe("choléra lieu:Sake ");
});

test("without its conditions a query is its words, with OR where it stood between them", () => {
  expect(wordsOf("marché OU pluie lieu:Sake -Goma")).toBe("marché OU pluie");
  expect(wordsOf('lieu:Goma OU choléra "eau potable"')).toBe('choléra "eau potable"');
  expect(wordsOf("lieu:Sake")).toBe("");
});

test("what was meant takes the place of the word that was typed and leaves the rest", () => {
  expect(replaceWord("route kichanga marché", "kichanga", "Kitchanga")).toBe("route Kitchanga marché");
  expect(replaceWord('"pont de Kalembbe" eau', "Kalembbe", "Kalembe")).toBe('"pont de Kalembe" eau');
  expect(replaceWord("Mai-Mia marche marché", "marché", "pont")).toBe("Mai-Mia marche pont");
  expect(replaceWord("Mai-Mia", "Mia", "Mai")).toBe("Mai-Mai");
  const place = { key: "place", value: "Kitchanga (Masisi)" } as const;
  expect(wordAsCondition("route kichanga ", "kichanga", place, "fr")).toBe('route lieu:"Kitchanga (Masisi)" ');
});

test("a name typed without its operator becomes the condition that was chosen", () => {
  const asked = { key: "place", value: "kibati" } as const;
  expect(replaceCondition("kibati ", asked, { key: "place", value: "Kibati (Walikale)" }, "fr")).toBe(
    'lieu:"Kibati (Walikale)"',
  );
});

test("a condition that was a mistake goes, and the rest stays as it was typed", () => {
  const mistake = { key: "territory", value: "lubero" } as const;
  expect(withoutCondition("pont  lieu:Kibumba territoire:lubero ", mistake)).toBe("pont  lieu:Kibumba");
  expect(withoutCondition("lieu:Kibumba", mistake)).toBe("lieu:Kibumba");
});

test("an operator that was meant leaves its value as it was typed", () => {
  expect(meantOperator("sourc:Radio pont", { typed: "sourc:Radio", key: "source" }, "fr")).toEqual({
    label: "source:Radio",
    query: "source:Radio pont",
  });
});

test("a headline in small letters keeps its OR, which joins again", () => {
  expect(smallButOrs("LE PONT OU LE BAC DE SAKE")).toBe("le pont OU le bac de sake");
});

test("what a query asks already is known for each of its conditions, however the value is written", () => {
  const isAsked = conditionsIn('choléra place:Sake -lang:fr source:"Radio Okapi"');
  expect(isAsked("place", "Sake")).toBe(true);
  expect(isAsked("source", '"Radio Okapi"')).toBe(true);
  expect(isAsked("place", "Goma")).toBe(false);
  expect(isAsked("lang", "fr")).toBe(false);
});
