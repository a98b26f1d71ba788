import { describe, expect, test } from "vitest";
import { seededRandom } from "../journal/sample-vault.suite.ts";
import { slotsAlike } from "./copy-groups.ts";
import { textSignature } from "./text-signature.ts";

const random = seededRandom(42);
const trials = 300;
const words = Array.from({ length: 4_000 }, (_, number) => `mot${number.toString(36)}`);
/** A few words are in every text and most in hardly any. */
const word = () => words[Math.floor(words.length * random() ** 3)] as string;
const phrase = () => Array.from({ length: 3 + Math.floor(random() * 4) }, word);
/** What every report of a region says again and again. */
const phrases = Array.from({ length: 150 }, phrase);
const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value;

function text(length: number, set: readonly string[][] = phrases): string[] {
  const made: string[] = [];
  while (made.length < length) made.push(...(random() < 0.1 ? pick(set) : [word()]));
  return made.slice(0, length);
}

const edited = (said: readonly string[], share: number) => said.map((one) => (random() < share ? word() : one));
const withLead = (said: readonly string[], share: number) => {
  const length = Math.round(said.length * share);
  return [...text(length), ...said.slice(length)];
};
const credit = "article publié en partenariat avec la rédaction du lac tous droits réservés".split(" ");

/** Two people write of one event: the same names and figures, and one sentence quoted. */
function reportsOfOneEvent(length: number): [string[], string[]] {
  const names = Array.from({ length: 12 }, () => [word(), word(), word()]);
  const quote = text(Math.min(22, Math.floor(length / 5)));
  const report = () => [...text(length - quote.length, [...names, ...phrases]), ...quote];
  return [report(), report()];
}

function slotsAgreeing([one, other]: readonly [readonly string[], readonly string[]]): number {
  const [left, right] = [textSignature([one.join(" ")]) ?? "", textSignature([other.join(" ")]) ?? ""];
  let agreeing = 0;
  for (let at = 0; at < left.length; at += 2) if (left.slice(at, at + 2) === right.slice(at, at + 2)) agreeing++;
  return agreeing;
}

function shareTakenForCopies(make: () => [string[], string[]]): number {
  let taken = 0;
  for (let trial = 0; trial < trials; trial++) if (slotsAgreeing(make()) >= slotsAlike) taken++;
  return taken / trials;
}

describe.each([60, 150, 400])("of texts of %i words", (length) => {
  const of = (change: (said: string[]) => string[]) => (): [string[], string[]] => {
    const said = text(length);
    return [said, change(said)];
  };
  test.each([
    ["as it came", of((said) => said), 1],
    ["with a credit line", of((said) => [...said, ...credit]), 1],
    ["with two words in a hundred edited", of((said) => edited(said, 0.02)), 0.99],
    ["with five words in a hundred edited", of((said) => edited(said, 0.05)), 0.97],
    ["with another lead, a sixth of it", of((said) => withLead(said, 1 / 6)), 0.99],
    ["with another lead, a quarter of it", of((said) => withLead(said, 1 / 4)), 0.95],
    ["cut by a quarter", of((said) => said.slice(0, Math.round(length * 0.75))), 0.99],
    ["with lead, edits and credit", of((said) => [...edited(withLead(said, 1 / 6), 0.02), ...credit]), 0.82],
  ] as const)("a copy %s is found", (_, make, atLeast) => {
    expect(shareTakenForCopies(make)).toBeGreaterThanOrEqual(atLeast);
  });

  test("two reports on one event are no copies, nor are texts that share a footer, a quoted third or the region", () => {
    const footer = text(30);
    const quoted = (): [string[], string[]] => {
      const quote = text(Math.round(length / 3));
      return [
        [...text(length - quote.length), ...quote],
        [...quote, ...text(length - quote.length)],
      ];
    };
    expect(shareTakenForCopies(() => reportsOfOneEvent(length))).toBe(0);
    expect(shareTakenForCopies(() => [text(length), text(length)])).toBe(0);
    expect(
      shareTakenForCopies(() => [
        [...text(length), ...footer],
        [...text(length), ...footer],
      ]),
    ).toBeLessThan(0.01);
    expect(shareTakenForCopies(quoted)).toBeLessThan(0.02);
  });
});

test("accents, capitals and punctuation make no difference", () => {
  const said = text(60);
  const shouted = said.map((one) => `${one.toUpperCase()} –`).join(", ");
  expect(textSignature([shouted])).toBe(textSignature([said.join(" ")]));
  expect(textSignature(["é".repeat(3), ...said])).toBe(textSignature(["eee", ...said]));
});

test("a text too short to tell has none", () => {
  expect(textSignature(["Veuillez consulter le fichier joint."])).toBeNull();
  expect(textSignature([])).toBeNull();
  expect(textSignature([text(25).join(" ")])).toMatch(/^[0-9a-f]{64}$/);
});

test("a text of many scripts has the signature that libraries keep of it", () => {
  const texts = [
    "L’Œuvre de Sake a rouvert lundi à l'aube : 40 000 litres d’eau par jour, coût 2½ $.",
    "Паром в Гому ходит снова, три раза в день.",
    "𝒜 pied, la piste reste ouverte jusqu'à N'Djaména ; İkinci köprü kapalı.",
  ];
  expect(textSignature(texts)).toBe("cb75e5708d0c875d280a18efe211897d305b8e96827ef048f2325fa106e91279");
});
