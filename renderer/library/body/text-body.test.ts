import { describe, expect, test } from "vitest";
import { outlineOf } from "./sample-outline.suite.ts";
import { readTextBody } from "./text-body.ts";

const read = (text: string) => outlineOf(readTextBody(text));

describe("plain text as people send it", () => {
  test("each line is a paragraph where lines are long, blank lines or not", () => {
    const first = `${"La pluie a coupé la piste au nord du village pendant la nuit de lundi à mardi. ".repeat(2)}Fin.`;
    const second = `${"Les équipes sont passées par le lac avec deux pirogues et un chargement de vivres. ".repeat(2)}Fin.`;
    expect(read(`${first}\n${second}\n\n${first}`)).toEqual([`p ${first}`, `p ${second}`, `p ${first}`]);
  });

  test("lines that an e-mail broke at its column are put together again", () => {
    expect(
      read(
        "La mission est partie de Goma à six heures du matin avec deux\nvéhicules et un camion. Elle est arrivée à Minova avant midi et\nn'a rien signalé sur la route du littoral.\n\nLe retour est prévu demain.",
      ),
    ).toEqual([
      "p La mission est partie de Goma à six heures du matin avec deux véhicules et un camion. Elle est arrivée à Minova avant midi et n'a rien signalé sur la route du littoral.",
      "p Le retour est prévu demain.",
    ]);
  });

  test("short lines of an address stay lines of their own", () => {
    expect(read("Bureau de Goma\nAvenue du Lac 12\nGoma")).toEqual([
      "p Bureau de Goma",
      "p Avenue du Lac 12",
      "p Goma",
    ]);
  });

  test("a short line without a full stop above a longer text is a heading", () => {
    expect(
      read(
        "Le marché a rouvert.\nAccès par la route\nLa route est praticable pour les camions légers depuis lundi matin, selon les chauffeurs.",
      ),
    ).toEqual([
      "p Le marché a rouvert.",
      "h1 Accès par la route",
      "p La route est praticable pour les camions légers depuis lundi matin, selon les chauffeurs.",
    ]);
  });

  test.each([
    "Merci.\nA bientôt\nMarie",
    "le pont est fermé\nLes camions attendent depuis deux jours au bord de la rivière sans solution.",
    "Tout va bien.\nhttps://radio.example.org/page\nLes camions attendent depuis deux jours au bord de la rivière sans solution.",
  ])("“%s” has no heading", (text) => {
    expect(read(text).filter((line) => line.startsWith("h"))).toEqual([]);
  });

  test("lists by dashes, bullets, stars and numbers, with wrapped items", () => {
    expect(read("- Sake\n- Minova\n  et alentours\n\n3. eau\n4. route\n• un\n* deux")).toEqual([
      "ul [Sake; Minova et alentours]",
      "ol3 [eau; route]",
      "ul [un; deux]",
    ]);
  });

  test("a range of numbers or a negative number is no list", () => {
    expect(read("10 à 12 personnes\n-5 degrés la nuit")).toEqual(["p 10 à 12 personnes", "p -5 degrés la nuit"]);
  });

  test("addresses become links, without the full stop behind them", () => {
    const [paragraph] = readTextBody("Voir https://radio.example.org/a?utm_source=x&id=2. Merci");
    expect(paragraph).toMatchObject({
      inlines: [{ text: "Voir " }, { href: "https://radio.example.org/a?id=2" }, { text: ". Merci", href: null }],
    });
  });

  test("old Mac and Windows line ends are line ends", () => {
    expect(read("un.\r\ndeux.\rtrois.")).toEqual(["p un.", "p deux.", "p trois."]);
  });
});
