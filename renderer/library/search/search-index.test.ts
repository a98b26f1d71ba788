import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type SearchDocument, SearchIndex } from "./search-index.ts";

let lastTime = 0;
function briefing(id: string, texts: Partial<SearchDocument>): SearchDocument {
  return { id, revision: 1, time: ++lastTime, title: "", keyPoints: [], sourceName: "", body: [], ...texts };
}

function indexOf(...documents: SearchDocument[]): SearchIndex {
  const index = new SearchIndex();
  index.add(documents);
  return index;
}

function idsFor(index: SearchIndex, query: string, limit = 10): string[] {
  return index.search({ query, limit }).hits.map((hit) => hit.id);
}

function tidyUp(index: SearchIndex): void {
  for (const _step of index.tidy());
}

describe("finding", () => {
  const index = indexOf(
    briefing("bridge", { title: "Le pont de Kalembe est coupé", body: ["Les camions attendent depuis trois jours."] }),
    briefing("market", { title: "Marché de Sake", body: ["Les prix montent ; le pont tient bon vers Kalembe."] }),
    briefing("school", {
      title: "School reopens",
      keyPoints: ["Pupils walk to N'Djaména street"],
      body: ["In Pinga."],
    }),
    briefing("cattle", {
      title: "Ng'ombe sokoni",
      sourceName: "Radio Ziwa",
      body: ["Kundi la ng'ombe liko Mai-Mai Road"],
    }),
    briefing("talks", { title: "Pourparlers AFC/M23", body: ["3 500 ménages déplacés d'Ituri le 2024-10-12."] }),
  );

  test("by title, key point, body and source name", () => {
    expect(idsFor(index, "coupé ")).toEqual(["bridge"]);
    expect(idsFor(index, "pupils ")).toEqual(["school"]);
    expect(idsFor(index, "camions ")).toEqual(["bridge"]);
    expect(idsFor(index, "ziwa ")).toEqual(["cattle"]);
  });

  test.each([
    ["kalembe", ["bridge", "market"]],
    ["kalmebe ", ["bridge", "market"]],
    ["coupe ", ["bridge"]],
    ["kal", ["bridge", "market"]],
    ["scholo reopnes ", ["school"]],
    ["ndjamena ", ["school"]],
    ["n'djamena ", ["school"]],
    ["djaména ", ["school"]],
    ["ngombe ", ["cattle"]],
    ["maimai ", ["cattle"]],
    ["mai mai ", ["cattle"]],
    ["m23 ", ["talks"]],
    ["AFC ", ["talks"]],
    ["afc/m23 ", ["talks"]],
    ["3500 ménages ", ["talks"]],
    ["3,500 ", ["talks"]],
    ["l'ituri ", ["talks"]],
    ["2024-10-12 ", ["talks"]],
    ["menage ", ["talks"]],
  ])("%j finds %j", (query, expected) => {
    expect(idsFor(index, query)).toEqual(expected);
  });

  test("a title counts more than a body", () => {
    expect(idsFor(index, "pont ")).toEqual(["bridge", "market"]);
  });

  test("what holds all words stands before what holds some, and one word that stands nowhere spoils nothing", () => {
    expect(idsFor(index, "prix pont kalembe ")[0]).toBe("market");
    const answer = index.search({ query: "pont zzzzzz kalembe ", limit: 10 });
    expect(answer.hits.map((hit) => hit.id)).toEqual(["bridge", "market"]);
    expect(answer.unmatched).toEqual([{ word: "zzzzzz", nearest: [] }]);
  });

  test("a word that stands nowhere as typed is told with the nearest that do", () => {
    expect(index.search({ query: "Kalmebe", limit: 10 }).unmatched).toEqual([
      { word: "Kalmebe", nearest: ["kalembe"] },
    ]);
  });

  test("a number is never taken for another one", () => {
    expect(idsFor(index, "2025 ")).toEqual([]);
  });

  test("only what is allowed is answered and counted", () => {
    const answer = index.search({ query: "kalembe", limit: 10, allow: (id) => id === "market" });
    expect(answer).toMatchObject({ hits: [{ id: "market" }], total: 1 });
  });

  test("words in quotation marks are taken letter by letter", () => {
    expect(idsFor(index, '"kalmebe"')).toEqual([]);
    expect(idsFor(index, '"pont de kalembe"')).toEqual(["bridge", "market"]);
    expect(idsFor(index, '"pont de goma"')).toEqual([]);
  });
});

test("two places that differ by a letter stay apart as long as both are known", () => {
  const named = (name: string) =>
    Array.from({ length: 30 }, (_, i) => briefing(`${name}${i}`, { title: `${name} ${i}` }));
  const index = indexOf(...named("Kibumba"), ...named("Kirumba"));
  const answer = index.search({ query: "kirumba ", limit: 100 });
  expect(answer.total).toBe(30);
  expect(answer.hits.every((hit) => hit.id.startsWith("Kirumba"))).toBe(true);
});

test("of two equal hits the newer comes first, in whatever order they came", () => {
  const older = briefing("older", { title: "Pinga", time: 5 });
  const newer = briefing("newer", { title: "Pinga", time: 6 });
  expect(idsFor(indexOf(older, newer), "pinga")).toEqual(["newer", "older"]);
  expect(idsFor(indexOf(newer, older), "pinga")).toEqual(["newer", "older"]);
});

describe("changes", () => {
  test("a deleted briefing is never answered again, from the growing end or from a written segment", () => {
    const index = indexOf(briefing("a", { title: "Kayna" }), briefing("b", { title: "Kayna" }));
    index.remove(["a"]);
    expect(idsFor(index, "kayna")).toEqual(["b"]);
    index.serialise();
    index.remove(["b", "unknown"]);
    expect(idsFor(index, "kayna")).toEqual([]);
    expect(index.size).toBe(0);
  });

  test("a new revision takes the place of the old one", () => {
    const index = indexOf(briefing("a", { title: "Kayna" }));
    index.serialise();
    index.add([briefing("a", { title: "Kirumba", revision: 2 })]);
    expect(idsFor(index, "kayna ")).toEqual([]);
    expect(idsFor(index, "kirumba ")).toEqual(["a"]);
    expect(index.revisionOf("a")).toBe(2);
    expect(index.size).toBe(1);
  });

  test("what is deleted or revised in the middle of joining segments stays so", () => {
    const index = new SearchIndex();
    const words = Array.from({ length: 60 }, (_, i) => `mot${i}`).join(" ");
    for (let segment = 0; segment < 8; segment++) {
      const numbers = Array.from({ length: 200 }, (_, i) => segment * 200 + i);
      index.add(numbers.map((i) => briefing(`s${i}`, { title: `Masisi ${i}`, body: [words] })));
      index.serialise();
    }
    const merging = index.tidy();
    let steps = 0;
    for (let step = merging.next(); step.done !== true; step = merging.next()) {
      if (++steps !== 2) continue;
      index.remove(["s3"]);
      index.add([briefing("s4", { title: "Walikale", revision: 2 })]);
    }
    expect(steps).toBeGreaterThan(2);
    const found = idsFor(index, "masisi ", 2_000);
    expect(found).toHaveLength(1_598);
    expect(found).not.toContain("s3");
    expect(idsFor(index, "walikale ")).toEqual(["s4"]);
    expect(index.revisionOf("s4")).toBe(2);
  });

  test("joining segments changes no answer", () => {
    const index = smallSegments(30);
    index.remove(["s7", "s8"]);
    const before = index.search({ query: "masisi axe", limit: 50 });
    const namesBefore = index.serialise().names.length;
    tidyUp(index);
    expect(index.serialise().names.length).toBeLessThan(namesBefore);
    expect(index.search({ query: "masisi axe", limit: 50 })).toEqual(before);
  });

  test("a large segment isn't rewritten when a few small ones are joined", () => {
    const index = new SearchIndex();
    index.add(Array.from({ length: 300 }, (_, i) => briefing(`old${i}`, { title: `Beni ${i}` })));
    const large = index.serialise().names.filter((name) => name.startsWith("segment-"));
    for (let i = 0; i < 9; i++) {
      index.add([briefing(`new${i}`, { title: `Beni ${i}` })]);
      index.serialise();
    }
    tidyUp(index);
    const left = index.serialise().names.filter((name) => name.startsWith("segment-"));
    expect(left).toHaveLength(2);
    expect(left).toEqual(expect.arrayContaining(large));
    expect(index.search({ query: "beni ", limit: 10 }).total).toBe(309);
  });

  function smallSegments(count: number): SearchIndex {
    const index = new SearchIndex();
    for (let i = 0; i < count; i++) {
      index.add([briefing(`s${i}`, { title: `Masisi ${i}`, body: [`Axe numéro ${i % 5} ${"mot ".repeat(i)}`] })]);
      index.serialise();
    }
    return index;
  }
});

describe("an index that was kept", () => {
  const vocabulary = ["pont", "marché", "santé", "kalembe", "pinga", "ménages", "shule", "barabara", "school", "route"];
  const text = fc.array(fc.constantFrom(...vocabulary), { maxLength: 12 }).map((words) => words.join(" "));

  test("answers the same as before, whatever was added and deleted, and goes on growing", () => {
    const action = fc.oneof(
      fc.record({ add: fc.nat(20), title: text, body: text }),
      fc.record({ remove: fc.nat(20) }),
      fc.constant({ keep: true }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), text, (actions, query) => {
        let index = new SearchIndex();
        const there = new Map<string, SearchDocument>();
        for (const step of actions) {
          if ("add" in step) {
            const document = briefing(`b${step.add}`, { title: step.title, body: [step.body] });
            index.add([document]);
            there.set(document.id, document);
          } else if ("remove" in step) {
            index.remove([`b${step.remove}`]);
            there.delete(`b${step.remove}`);
          } else index = SearchIndex.load(index.serialise().parts) as SearchIndex;
        }
        expect(index.size).toBe(there.size);
        const answer = index.search({ query, limit: 50 });
        const again = SearchIndex.load(index.serialise().parts);
        expect(again?.search({ query, limit: 50 })).toEqual(answer);
        for (const { id } of answer.hits) expect(there.has(id)).toBe(true);
        const words = query.split(" ").filter((word) => word !== "");
        const holdsAll = [...there.values()].filter((document) => {
          const has = `${document.title} ${document.body[0]}`.split(" ");
          return words.every((word) => has.includes(word));
        });
        if (words.length > 0) expect(answer.total).toBeGreaterThanOrEqual(holdsAll.length);
      }),
      { seed: 107, numRuns: 200 },
    );
  });

  test("names the parts that didn't change without making them again", () => {
    const index = indexOf(briefing("a", { title: "Kayna" }));
    const first = index.serialise();
    index.add([briefing("b", { title: "Pinga" })]);
    const second = index.serialise(new Set(first.names));
    expect(second.names).toEqual(expect.arrayContaining(first.names));
    const written = second.parts.map((part) => part.name);
    expect(first.names.filter((name) => name.startsWith("segment-")).some((name) => written.includes(name))).toBe(
      false,
    );
    const all = [...first.parts.filter((part) => !written.includes(part.name)), ...second.parts];
    expect(idsFor(SearchIndex.load(all) as SearchIndex, "kayna pinga")).toEqual(["b", "a"]);
  });

  test("is refused when a part is missing, damaged, or of another state", () => {
    const index = indexOf(briefing("a", { title: "Kayna" }));
    const { parts } = index.serialise();
    index.add([briefing("b", { title: "Walikale" })]);
    const later = index.serialise().parts;
    const swapped = parts.map((part) => later.find(({ name }) => name === part.name && name === "dictionary") ?? part);
    expect(SearchIndex.load(swapped)).toBeNull();
    for (const missing of parts) expect(SearchIndex.load(parts.filter((part) => part !== missing))).toBeNull();
    for (const { name, bytes } of parts) {
      const damaged = bytes.slice();
      damaged[bytes.length - 9] = (damaged[bytes.length - 9] as number) ^ 4;
      const others = parts.filter((part) => part.name !== name);
      expect(SearchIndex.load([...others, { name, bytes: damaged }])).toBeNull();
    }
  });
});

describe("questions nobody should have to think about", () => {
  const index = indexOf(briefing("a", { title: "Rutshuru", body: ["Un pont, une école, 12 puits."] }));

  test.each([
    ["nothing", ""],
    ["blanks", "   \n\t "],
    ["10,000 letters", "x".repeat(10_000)],
    ["10,000 characters in words", "école ".repeat(1_700)],
    ["punctuation", `!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~«»…`],
    ["control characters", "\u0000\u0001\u001b\u007f\u0085"],
    ["direction marks", "\u202e\u2066pont\u2069\u202c\u200f"],
    ["emoji", "👩🏽‍🚒🚑 🇨🇩"],
    ["half an emoji", "\ud83d pont \udc00"],
    ["unbalanced quotes", '"pont « école "'],
    ["only accents", "\u0301\u0302\u0303"],
    ["200 words", Array.from({ length: 200 }, (_, i) => `mot${i}`).join(" ")],
  ])("%s give an answer", (_, query) => {
    expect(() => index.search({ query, limit: 20 })).not.toThrow();
    expect(() => index.explain(query)).not.toThrow();
  });

  test("any string gives an answer, and none holds anything that isn't there", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.nat(30), (query, limit) => {
        const { hits, total } = index.search({ query, limit });
        expect(hits.length).toBeLessThanOrEqual(Math.min(limit, total));
      }),
      { seed: 108, numRuns: 150 },
    );
  });

  test("a briefing of nothing but odd characters can be added and taken away", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (text) => {
        const odd = indexOf(briefing("odd", { title: text, keyPoints: [text], body: [text, ""] }));
        odd.serialise();
        odd.remove(["odd"]);
        expect(idsFor(odd, text)).toEqual([]);
      }),
      { seed: 125 },
    );
  });
});
