import { describe, expect, test } from "vitest";
import { brandId, type SourceId } from "../../model/ids.ts";
import { noFilters } from "../../model/view.ts";
import { at, fieldVault, on, opened } from "./field-vault.suite.ts";
import { idOf, MemoryVault } from "./search-testbed.suite.ts";

describe("narrowing", () => {
  test.each([
    ["place:Sake", [1]],
    ["lieu:saké", [1]],
    ["mahali:Sake choléra", [1]],
    ['place:"Kibati (Walikale)"', [2, 3]],
    ['place:"Kibati (Nyiragongo)"', [3, 4]],
    ["place:Kibati", [2, 3, 4]],
    ["-place:Kibati marché", []],
    ["territoire:Walikale", [2, 3, 5]],
    ["actor:HCR", [5, 6]],
    ["acteur:unhcr", [5, 6]],
    ["source:radio", [1]],
    ["chanzo:lac source:bulletin", [1, 2, 3, 4, 5, 6]],
    ["lang:en", [4]],
    ["langue:anglais", [4]],
    ["choléra in:title", [1]],
    ["choléra dans:titre", [1]],
    ["choléra -dans:titre", [6]],
    ["is:saved", [3]],
    ["est:enregistré", [3]],
    ["est:gardé", [3]],
    ["ni:imewekwa", [3]],
    ["is:unread marché", [2]],
    ["est:repère", [5]],
    ["has:attachment", []],
    ["after:2026-10-18", [1, 2]],
    ["before:2026", [4, 6]],
    ["avant:hier après:30j", [1, 2, 3, 5]],
    ["after:2024-10 before:2024-11", [6]],
    ["after:2024-10-05 before:2024-10-06", [6]],
    ["choléra -Sake", [6]],
    ["marché OR pluie", [2, 3, 5]],
    ["place:Sake OR place:Pinga", [1, 5]],
    ["lieu:Sake OU lieu:Pinga", [1, 5]],
    ["mahali:Sake AU mahali:Pinga", [1, 5]],
    ["choléra OR place:Pinga", [1, 5, 6]],
    ["lieu:Pinga OU choléra", [1, 5, 6]],
    ["mahali:Pinga AU farine", [2, 5, 6]],
    ["marché choléra OR place:Kibati", [2, 3]],
    ["choléra OR place:Kibati marché", [2, 3]],
    ["choléra OR pluie OR is:saved", [1, 3, 5, 6]],
    ['"camion passe" OR place:Sake', [1, 4]],
    ['"passe camion" OR place:Sake', [1]],
    ['"cas montent" OR "piste est sèche" OR place:Pinga', [1, 3, 5]],
    ["is:saved OR before:2025", [3, 6]],
    ["choléra OR place:Nowhere", [1, 6]],
    ["place:Sake OR place:Farine", [1, 2, 6]],
    ['"cas montent" OR "camion passe"', [1, 4]],
    ['marché -"piste est sèche"', [2]],
  ])("%s finds %j", async (query, expected) => {
    const { numbers } = await opened();
    expect(await numbers(query)).toEqual(expected);
  });

  test("a word beside a condition is marked, corrected where it stands nowhere, and may be half typed", async () => {
    const { ask } = await opened();
    const { hits } = await ask("choléra OR place:Pinga");
    const marked = hits.find(({ row }) => row.head.title === "Choléra à Sake");
    expect(marked?.titleRanges).toEqual([{ start: 0, end: 7 }]);
    const { unmatched, total } = await ask("chollera OR place:Pinga");
    expect([total, unmatched]).toMatchObject([3, [{ word: "chollera", nearest: ["choléra"] }]]);
    expect((await ask("place:Pinga OR chol")).total).toBe(3);
  });

  test("what stands without the conditions is counted as it will be found", async () => {
    const { ask } = await opened();
    expect((await ask("marché OR pluie lang:en")).wider).toMatchObject([{ without: "all", total: 3 }]);
    expect((await ask('"farine manque" lang:en')).wider).toMatchObject([{ without: "all", total: 1 }]);
  });

  test("a plain word finds a place and an agency by their other names", async () => {
    const { numbers } = await opened();
    expect(await numbers("HCR")).toEqual([5, 6]);
    expect(await numbers("minova unhcr")).toEqual([6]);
  });

  test.each([
    ["Programme alimentaire mondial", [1, 2, 3, 4]],
    ["le programme alimentaire mondial ", [1, 2, 3, 4]],
    ["World Food Programme", [1, 2, 3, 4]],
    ["PAM", [1, 2, 3, 4]],
    ["wfp", [1, 2, 3, 4]],
    ["farine World Food Programme", [1, 4]],
    ["PAM OR UNHCR", [1, 2, 3, 4]],
    ["Nord Kivu", [5, 6]],
    ["North Kivu", [5, 6]],
    ["Kivu ya Kaskazini", [5, 6]],
  ])("%s: whoever is meant is found by any of their names", async (query, expected) => {
    const vault = new MemoryVault();
    vault.put(1, { title: "Farine à Sake", paragraphs: ["Le PAM a livré 40 tonnes."] });
    vault.put(2, { title: "Camions à Minova", paragraphs: ["Le Programme alimentaire mondial a pris la route."] });
    vault.put(3, { title: "Trucks", paragraphs: ["WFP sent four."] });
    vault.put(4, { title: "Prix de la farine", paragraphs: ["World Food Programme : le prix monte."] });
    vault.put(5, { title: "Pluies au Nord-Kivu", paragraphs: ["Il pleut."] });
    vault.put(6, { title: "Rain in North Kivu", paragraphs: ["It rains."] });
    vault.put(7, { title: "Un programme", paragraphs: ["Le marché mondial du riz ; aide alimentaire."] });
    const { ask, service } = await opened(vault);
    const { hits, unmatched } = await ask(query);
    const found = hits.map(({ row }) => Number.parseInt(row.head.id, 16));
    // One has the words apart and may stand anywhere; what has only some of them stands below.
    expect(
      found
        .filter((number) => number !== 7)
        .slice(0, expected.length)
        .sort(),
    ).toEqual(expected);
    expect(unmatched).toEqual([]);
    expect((await service.countFacets({ query, filters: noFilters }))?.total).toBe(found.length);
  });

  test("another name of several words is marked as a whole", async () => {
    const vault = new MemoryVault();
    vault.put(1, { title: "Route", paragraphs: ["Le Programme alimentaire mondial a pris la route."] });
    const { ask } = await opened(vault);
    const [hit] = (await ask("WFP")).hits;
    const { start = 0, end = 0 } = hit?.snippetRanges[0] ?? {};
    expect(hit?.snippet.slice(start, end)).toBe("Programme alimentaire mondial");
  });

  test("a name of several places brings none of their other names", async () => {
    const { numbers } = await opened();
    expect(await numbers("kibati")).toEqual([2, 3, 4]);
    expect(await numbers("who")).toEqual([]);
  });

  test("who asks for a place by its name gets no other of nearly that name", async () => {
    const vault = new MemoryVault();
    vault.put(1, { title: "Pluie à Kibumba", paragraphs: ["…"] });
    vault.put(2, { title: "Pluie à Kirumba", paragraphs: ["…"] });
    const { numbers, ask } = await opened(vault);
    expect(await numbers("kibumba")).toEqual([1]);
    expect(await numbers("kirumba")).toEqual([2]);
    // A word that is no name may be either.
    expect(await numbers("kibumbaa")).toEqual([1, 2]);
    vault.deleted.add(idOf(1));
    const later = await opened(vault);
    expect(await later.numbers("kibumba")).toEqual([]);
    expect((await later.ask("kibumba")).unmatched).toEqual([{ word: "kibumba", nearest: ["kirumba"], places: [] }]);
    expect((await ask("kibumba")).unmatched).toEqual([]);
  });

  test("what a condition asks for is marked by the name that stands there", async () => {
    const { ask, service } = await opened();
    const [hit] = (await ask("actor:HCR place:Minova")).hits;
    const marked = hit?.snippetRanges.map(({ start, end }) => hit.snippet.slice(start, end));
    expect(marked).toEqual(["Minova", "UNHCR"]);
    const content = fieldVault().contents.get(idOf(1));
    if (content === undefined) throw new Error("not there");
    expect(service.matchesIn(content, "place:saké")).toHaveLength(1);
    expect(service.matchesIn(content, "-place:saké")).toEqual([]);
  });

  test("of a condition that can't be read nothing is said to stand nowhere", async () => {
    const { ask } = await opened();
    expect((await ask("marché before:soon place:Nowhere")).unmatched).toEqual([]);
  });

  test("what can't be read is searched as words, with a hint", async () => {
    const { ask } = await opened();
    expect((await ask("marché before:soon")).hints).toEqual([{ kind: "date-unknown", key: "before", value: "soon" }]);
    expect((await ask("is:red")).hints).toEqual([{ kind: "value-unknown", key: "is", value: "red" }]);
    expect((await ask("plac:Sake")).hits.map(({ row }) => row.head.title)[0]).toBe("Choléra à Sake");
    expect((await ask("plac:Sake")).hints).toEqual([{ kind: "operator-meant", typed: "plac:Sake", key: "place" }]);
    expect((await ask('"choléra')).total).toBe(2);
  });

  test("a place with a wrong territory offers the right one and what is near, and filters nothing", async () => {
    const { ask } = await opened();
    const { hints, total } = await ask('place:"Kibumba (Lubero)"');
    expect(hints).toMatchObject([
      { kind: "place-elsewhere", said: "lubero", is: [{ id: "kibumba-nyiragongo" }], near: [{ name: "Kirumba" }] },
    ]);
    expect(total).toBe(0);
  });

  test("a place and a territory that it doesn't lie in: where it lies is said, and what is near there", async () => {
    const { ask } = await opened();
    expect((await ask("place:Kibumba territory:lubero")).hints).toMatchObject([
      {
        kind: "place-outside",
        value: "Kibumba",
        territory: "lubero",
        said: "lubero",
        is: [{ id: "kibumba-nyiragongo" }],
        near: [{ name: "Kirumba" }],
      },
    ]);
    const fitting = [
      "place:Kibumba territory:nyiragongo",
      "place:Kibumba -territory:lubero",
      "place:Kibumba OR territory:lubero",
    ];
    for (const query of fitting) expect((await ask(query)).hints).toEqual([]);
  });

  test("a place that no table has is searched as a word, and the nearest are offered", async () => {
    const { ask } = await opened();
    const { hints } = await ask("place:Kibatti");
    expect(hints).toMatchObject([{ kind: "place-unknown", value: "Kibatti" }]);
    expect(hints[0]).toHaveProperty("near.0.name", "Kibati");
  });

  test("a plain word that is nearly a place is offered it with its territory, and nothing is replaced", async () => {
    const { ask } = await opened();
    const { unmatched, hits } = await ask("pluie pingga");
    expect(unmatched).toMatchObject([{ word: "pingga", places: [{ name: "Pinga", territories: ["walikale"] }] }]);
    expect(hits[0]?.row.head.title).toBe("Pluie à Pinga");
    const kirumba = (await ask("kirummba")).unmatched[0]?.places;
    expect(kirumba).toMatchObject([
      { name: "Kirumba", territories: ["rutshuru"] },
      { name: "Kirumba", territories: ["lubero"] },
      { name: "Kibumba", territories: ["nyiragongo"] },
      { name: "Kirumbu", territories: ["masisi"] },
    ]);
    // A name that is known is meant; a common word is no place.
    expect((await ask("Rubaya")).unmatched).toMatchObject([{ word: "Rubaya", places: [] }]);
    expect((await ask("distribution")).unmatched[0]?.places).toEqual([]);
  });

  test("a question that is only the name of several places says which there are", async () => {
    const { ask } = await opened();
    expect((await ask("kibati")).hints).toMatchObject([
      {
        kind: "place-several",
        value: "kibati",
        places: [{ territories: ["nyiragongo"] }, { territories: ["walikale"] }],
      },
    ]);
    expect((await ask("marché kibati")).hints).toEqual([]);
    expect((await ask("sake")).hints).toEqual([]);
  });

  test("a name of two places says which", async () => {
    const { ask } = await opened();
    expect((await ask("place:Kibati")).hints).toMatchObject([
      { kind: "place-several", places: [{ territories: ["nyiragongo"] }, { territories: ["walikale"] }] },
    ]);
  });

  test("with nothing found it says how many there are without the filters", async () => {
    const { ask } = await opened();
    expect((await ask("choléra place:Pinga")).wider).toMatchObject([{ without: "all", total: 2 }]);
    expect((await ask("choléra", { language: "en" })).wider).toMatchObject([{ without: "all", total: 2 }]);
    expect((await ask("choléra")).wider).toEqual([]);
    // As many as that search shows: those with only some of the words come after the one with all.
    expect((await ask("marché farine", {}, 200)).total).toBe(3);
    expect((await ask("marché farine place:Minova lang:en", {}, 200)).wider).toContainEqual(
      expect.objectContaining({ without: "all", total: 3 }),
    );
  });

  test("with nothing found it says which condition is to blame, and offers none that changes nothing", async () => {
    const { ask } = await opened();
    expect((await ask("place:Sake before:2025")).wider).toMatchObject([
      { written: "place:Sake", query: "before:2025", total: 1 },
      { written: "before:2025", query: "place:Sake", total: 1 },
    ]);
    expect((await ask("place:Sake lang:en before:2020")).wider).toEqual([]);
    expect((await ask("place:Sake", { language: "en" })).wider).toMatchObject([{ without: "filters", total: 1 }]);
  });

  test("silence is not calm", async () => {
    const vault = fieldVault();
    const source = { id: brandId<SourceId>("a".repeat(32)), name: "Radio du lac", enabled: true };
    vault.sources = [source as unknown as MemoryVault["sources"][number]];
    const { ask } = await opened(vault);
    const pinga = { place: { name: "Pinga" }, newest: at("2026-10-15") };
    const silence = { places: [pinga], checkedSources: 0, enabledSources: 1 };
    expect((await ask("place:Pinga")).silence).toMatchObject(silence);
    expect((await ask("pinga")).silence).toMatchObject(silence);
    expect((await ask("place:Rubaya")).silence).toMatchObject({ places: [{ newest: null }] });
    expect((await ask("place:Minova OR place:Pinga")).silence).not.toBeNull();
    expect((await ask("farine")).silence).toBeNull();
  });

  test("of several places of one name each is silent for itself", async () => {
    const vault = new MemoryVault();
    vault.put(1, { title: "Eau à Kibati (Nyiragongo)", paragraphs: ["…"], but: on("2026-09-30") });
    vault.put(2, { title: "Marché de Kibati", paragraphs: ["Territoire de Walikale."], but: on("2026-10-18") });
    const before = await opened(vault);
    expect((await before.ask("place:Kibati")).silence?.places).toMatchObject([
      { place: { territories: ["nyiragongo"] }, newest: at("2026-09-30") },
      { place: { territories: ["walikale"] }, newest: at("2026-10-18") },
    ]);
    vault.put(3, { title: "Kibati (Walikale) : la piste rouvre", paragraphs: ["…"], but: on("2026-10-23") });
    const after = await opened(vault);
    expect((await after.ask("kibati")).silence?.places).toMatchObject([{ place: { territories: ["nyiragongo"] } }]);
  });

  test("a place that was just reported on is not silent", async () => {
    const vault = fieldVault();
    vault.put(7, { title: "Pinga: route ouverte", paragraphs: ["…"], but: on("2026-10-23") });
    const { ask } = await opened(vault);
    expect((await ask("place:Pinga")).silence).toBeNull();
  });

  test("my areas leave out what lies elsewhere, and say how much", async () => {
    const { ask, numbers } = await opened();
    const areas = ["masisi"] as const;
    expect(await numbers("choléra", { areas })).toEqual([1]);
    expect((await ask("choléra", { areas })).outsideAreas).toBe(1);
    // A doubtful place may be mine; a text without a place is nobody's.
    expect(await numbers("marché", { areas: ["nyiragongo"] })).toEqual([3]);
  });
});
