import fc from "fast-check";
import { expect, test } from "vitest";
import { cutQuery, maxQueryLength } from "./cut-query.ts";

const read = (typed: string) =>
  cutQuery(typed).pieces.map((piece) => {
    const sign = "negated" in piece && piece.negated ? "-" : "";
    switch (piece.kind) {
      case "word":
        return sign + piece.text;
      case "phrase":
        return `${sign}"${piece.text}"`;
      case "operator":
        return `${sign}${piece.key}=${piece.value}`;
      default:
        return "OR";
    }
  });
const hints = (typed: string) => cutQuery(typed).hints.map(({ kind }) => kind);

test.each([
  ["pont de Kalembe", ["pont", "de", "Kalembe"]],
  ['"pont de Kalembe" marché', ['"pont de Kalembe"', "marché"]],
  ["« pont de Kalembe » marché", ['" pont de Kalembe "', "marché"]],
  ["choléra -Sake", ["choléra", "-Sake"]],
  ['choléra -"centre de Sake"', ["choléra", '-"centre de Sake"']],
  ["covid-19 Mai-Mai - 5", ["covid-19", "Mai-Mai", "-", "5"]],
  ["place:Sake", ["place=Sake"]],
  ['lieu:"Njia Panda"', ["place=Njia Panda"]],
  ["lieu : Sake", ["place=Sake"]],
  ["Lieu: Sake", ["place=Sake"]],
  ["-source:Okapi", ["-source=Okapi"]],
  ["acteur:OMS mhusika:PAM", ["actor=OMS", "actor=PAM"]],
  ["langue:sw lugha:fr", ["lang=sw", "lang=fr"]],
  ["dans:titre katika:kichwa", ["in=titre", "in=kichwa"]],
  ["est:nonlu ni:haijasomwa", ["is=nonlu", "is=haijasomwa"]],
  ["avec:pièce yenye:kiambatisho", ["has=pièce", "has=kiambatisho"]],
  ["avant:hier apres:30j kabla:jana", ["before=hier", "after=30j", "before=jana"]],
  ["a OR b OU c", ["a", "OR", "b", "OR", "c"]],
  ["PAM OU HCR OU OMS OU MSF OU FAO", ["PAM", "OR", "HCR", "OR", "OMS", "OR", "MSF", "OR", "FAO"]],
  ["CHOLÉRA SAKE OR GOMA", ["CHOLÉRA", "SAKE", "OR", "GOMA"]],
  ["LIEU:SAKE OU LIEU:GOMA DE NUIT", ["place=SAKE", "OR", "place=GOMA", "DE", "NUIT"]],
  ["CINQ CAS AU CENTRE DE SAKE", ["CINQ", "CAS", "AU", "CENTRE", "DE", "SAKE"]],
  ["TRAFIC OR ET BOIS À PINGA", ["TRAFIC", "OR", "ET", "BOIS", "À", "PINGA"]],
  ["OR DE WALIKALE", ["OR", "DE", "WALIKALE"]],
  ["place:Sake OR place:Goma", ["place=Sake", "OR", "place=Goma"]],
  ["choléra OR lieu:Sake", ["choléra", "OR", "place=Sake"]],
  ['mahali:Goma AU "kambi ya Mugunga"', ["place=Goma", "OR", '"kambi ya Mugunga"']],
  ["https://example.org/a place://x", ["https://example.org/a", "place://x"]],
])("%s", (typed, expected) => {
  expect(read(typed)).toEqual(expected);
});

test.each([
  ['"pont de', "open-quote", ['"pont', "de"]],
  ["place:", "value-missing", []],
  ["place: ", "value-missing", []],
  ["plac:Sake", "operator-meant", ["plac:Sake"]],
  ["OR Sake", "or-alone", ["Sake"]],
  ["Sake OR -Goma", "or-alone", ["Sake", "-Goma"]],
  ["Sake OU dans:titre", "or-alone", ["Sake", "in=titre"]],
] as const)("%s is no error: it is words, and a hint says so", (typed, hint, expected) => {
  expect(hints(typed)).toEqual([hint]);
  expect(read(typed)).toEqual(expected);
});

test("in a headline OR, OU and AU are words, and a hint says so; in less than a headline a hint says that they join", () => {
  expect(hints("CINQ CAS AU CENTRE DE SAKE")).toEqual(["or-as-word"]);
  expect(hints("OR DE WALIKALE")).toEqual(["or-as-word"]);
  expect(hints("CHOLÉRA AU MARCHÉ")).toEqual(["or-read"]);
  expect(hints("FARINE AU")).toEqual([]);
  expect(hints("cinq cas AU centre de Sake")).toEqual([]);
  expect(hints("LIEU:SAKE OU LIEU:GOMA")).toEqual([]);
});

test("an OR whose other side isn't typed yet is no mistake", () => {
  expect(hints("Sake OR")).toEqual([]);
  expect(hints("Sake OR ")).toEqual([]);
});

test("a colon inside a text is a colon", () => {
  expect(hints("Choléra: 41 cas, 12:30")).toEqual([]);
});

test("a pasted page is cut, and that is said", () => {
  const { hints: said, pieces } = cutQuery("mot ".repeat(5_000));
  expect(said).toEqual([{ kind: "query-cut" }]);
  expect(pieces.length).toBeLessThanOrEqual(200);
  expect(pieces.every(({ end }) => end <= maxQueryLength)).toBe(true);
});

test("any text at all is read, and every piece is a stretch of it, one after another", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (typed) => {
      let last = 0;
      for (const { start, end } of cutQuery(typed).pieces) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(typed.length);
    }),
    { seed: 128 },
  );
});
