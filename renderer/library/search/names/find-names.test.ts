import { expect, test } from "vitest";
import { NameFinder } from "./find-names.ts";
import { shippedTables } from "./shipped-tables.ts";

const finder = new NameFinder(shippedTables);

function found(...texts: string[]) {
  const { places, doubtful, actors } = finder.find(texts);
  return {
    places: places.map((row) => shippedTables.places[row]?.id),
    doubtful: doubtful.map((row) => shippedTables.places[row]?.id),
    actors: actors.map((row) => shippedTables.actors[row]?.id),
  };
}

test("a place is found by any of its spellings, accents, capitals and hyphens aside", () => {
  for (const text of ["Marché de Kitchanga", "le marché de KICHANGA.", "Kanya-Bayonga : la route", "kanyabayonga"]) {
    expect(found(text).places.length + found(text).doubtful.length, text).toBeGreaterThan(0);
  }
  expect(found("Route vers Vitchumbi").places).toEqual(["vitshumbi-rutshuru"]);
});

test("only whole words are names", () => {
  expect(found("Les Mugungais et la kibumbaise").places).toEqual([]);
  expect(found("(Mugunga), l’Oicha-centre/Mbau").places).toEqual(["oicha-beni", "mugunga-goma", "mbau-beni"]);
});

test("the longest name counts", () => {
  expect(found("La zone de santé de Mweso reçoit des vaccins")).toMatchObject({
    places: ["zone-de-sante-de-mweso-masisi"],
  });
  expect(found("Njia. Panda").places).toEqual([]);
  expect(found("Njia Panda")).toMatchObject({ places: ["njiapanda-lubero"] });
});

test("Kibumba is not Kirumba", () => {
  expect(found("Pluie à Kibumba").places).toEqual(["kibumba-nyiragongo"]);
  expect(found("Pluie à Kirumba")).toMatchObject({ places: [], doubtful: ["kirumba-rutshuru", "kirumba-lubero"] });
});

test("a name of two places stays doubtful until a territory is named near it", () => {
  expect(found("La route de Kibati est coupée")).toMatchObject({
    places: [],
    doubtful: ["kibati-nyiragongo", "kibati-walikale"],
  });
  expect(found("La route de Kibati (Walikale) est coupée").places).toContain("kibati-walikale");
  expect(found("La route de Kibati (Walikale) est coupée").doubtful).toEqual([]);
  expect(found("Kibati, en territoire de Walikale. Puis : Kibati.").doubtful).toEqual([]);
});

test("a territory named far away decides nothing", () => {
  const far = `Kibati. ${"Le prix de la farine monte. ".repeat(8)} Walikale.`;
  expect(found(far).doubtful).toContain("kibati-nyiragongo");
});

test("Sake is a place, a sake is not", () => {
  expect(found("Cholera: cases rise again in Sake").places).toEqual(["sake-masisi"]);
  expect(found("CHOLÉRA À SAKE").places).toEqual(["sake-masisi"]);
  expect(found("for the sake of clarity").places).toEqual([]);
});

test("Luke is a place only where the text says so", () => {
  expect(found("Le marché de Luke rouvre").places).toEqual(["luke-masisi"]);
  expect(found("Luke wrote the report").places).toEqual([]);
  expect(found("a note from Luke Miller").places).toEqual([]);
});

test("a lion is no armed group", () => {
  expect(found("Simba alionekana karibu na hifadhi").actors).toEqual([]);
});

test("an agency is found by its English, its French and its full name", () => {
  const ids = ["UNHCR", "le HCR", "UN Refugee Agency", "Haut-Commissariat pour les réfugiés"].map(
    (text) => found(text).actors,
  );
  expect(ids).toEqual([["unhcr"], ["unhcr"], ["unhcr"], ["unhcr"]]);
});

test("an acronym counts in capitals only", () => {
  expect(found("who is coming with the pam").actors).toEqual([]);
  expect(found("WHO et PAM").actors.sort()).toEqual(["wfp", "who"]);
});

test("both sides of a slash are found", () => {
  expect(found("OCHA/UNICEF").actors.sort()).toEqual(["ocha", "unicef"]);
});

test.each([
  ["nothing", ""],
  ["bidi and control marks", "\u202eGoma\u202c \u0000\u0007Beni"],
  ["emoji", "🚚 Goma 🚚🚚"],
  ["half a character", "\ud83d Goma \ude00"],
  ["a very long word", `${"a".repeat(200_000)} Goma`],
  ["only marks", "--- ''' /// ...".repeat(1_000)],
])("%s is no trouble", (_name, text) => {
  expect(() => finder.find([text])).not.toThrow();
});

test("an acronym that is a word too names nobody where everything is in capitals", () => {
  expect(found("The UN and the WHO sent a convoy").actors).toEqual(["who", "onu"]);
  expect(found("UN MORT ET DEUX BLESSÉS À SAKE").actors).toEqual([]);
  expect(found("DISTRIBUTION DU PAM À SAKE").actors).toEqual(["wfp"]);
});

test("what mostly means something else counts in no text", () => {
  expect(found("The DRC and its Leopards; le Zaïre de 1990, au marché AU village").actors).toEqual([]);
  expect(found("The Danish Refugee Council (DRC) in Goma").actors).toEqual(["danish-refugee-council"]);
});
