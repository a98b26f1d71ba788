import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuMsOf } from "../cpu-time.suite.ts";
import { parseFeed } from "./parse-feed.ts";
import { atom, item, read, readOk, rss } from "./sample-feeds.suite.ts";

const keys = (document: string) => readOk(document).items.map((kept) => kept.itemKey);

test("items past the limit are left out by number, never silently", () => {
  const limits = { entryBytes: 1_000_000, itemsPerFeed: 2 };
  const address = "https://radio.example.org/feed";
  const of = (document: string) =>
    parseFeed({ bytes: new TextEncoder().encode(document), contentType: null, address, limits });
  const json = JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Radio",
    items: [1, 2, 3, 4].map((id) => ({ id: `${id}`, title: `Rapport ${id}`, content_text: "Une phrase entière." })),
  });
  for (const document of [rss(item(1) + item(2) + item(3) + item(4)), json]) {
    const parsed = of(document);
    if (!parsed.ok) throw new Error(parsed.failure.kind);
    expect(parsed.value.items).toHaveLength(2);
    expect(parsed.value.failures).toEqual([{ label: "#3–4", reason: "too-many" }]);
  }
});

describe("one bad item", () => {
  test.each([
    ["a wrong close tag", item(2).replace("</guid>", "</giud>")],
    ["no close tag", item(2).replace("</item>", "")],
    ["a CDATA that never ends", item(2).replace("<description>", "<description><![CDATA[")],
    ["an attribute without end", item(2).replace("<guid>", '<guid isPermaLink="false>')],
  ])("with %s never drops the others, and is named", (_name, bad) => {
    const feed = readOk(rss(item(1) + bad + item(3)));
    expect(feed.items.map((kept) => kept.itemKey)).toEqual(["rapport-1", "rapport-3"]);
    expect(feed.failures).toEqual([{ label: "Rapport 2", reason: "unreadable" }]);
  });

  test("that says nothing is named by its number", () => {
    expect(readOk(rss(`${item(1)}<item><category>x</category></item>${item(3)}`)).failures).toEqual([
      { label: "#2", reason: "empty" },
    ]);
  });

  test("of 20 MB is left out and named, the others come in, in under a second", () => {
    const document = rss(item(1) + item(2).replace("Rapport 2", `Rapport 2 ${"x".repeat(20_000_000)}`) + item(3));
    let feed: ReturnType<typeof readOk> | undefined;
    expect(
      cpuMsOf(() => {
        feed = readOk(document);
      }),
    ).toBeLessThan(1_500);
    expect(feed?.items.map((kept) => kept.itemKey)).toEqual(["rapport-1", "rapport-3"]);
    expect(feed?.failures).toMatchObject([{ reason: "too-large" }]);
  });

  test("in a JSON Feed is named too", () => {
    const feed = readOk(
      '{"version":"https://jsonfeed.org/version/1.1","title":"R","items":[{"id":"1","content_text":"a"},{"id":"2","title":"Deux" "content_text":"b"},5,{"id":"3","content_text":"c"}]}',
    );
    expect(feed.items.map((kept) => kept.itemKey)).toEqual(["1", "3"]);
    expect(feed.failures.map(({ reason }) => reason)).toEqual(["unreadable", "unreadable"]);
  });
});

describe("a feed that breaks off", () => {
  const whole = rss([1, 2, 3, 4].map((n) => item(n)).join("\n"));

  test("at any byte keeps its complete items, says that it is damaged and blames nobody", () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        const cut = whole.slice(0, length);
        const parsed = read(cut);
        const complete = [...cut.matchAll(/<guid>(rapport-\d)[\s\S]*?<\/item>/g)].map((match) => match[1]);
        if (!parsed.ok) {
          expect(complete).toEqual([]);
          return;
        }
        const isWhole = cut.trimEnd().endsWith("</rss>");
        expect(parsed.value.items.map((kept) => kept.itemKey)).toEqual(complete);
        expect(parsed.value.damaged).toBe(!isWhole);
        expect(parsed.value.failures).toEqual([]);
      }),
      { seed: 19, numRuns: 400 },
    );
  });

  test("in the middle of a letter is still read as UTF-8", () => {
    const bytes = new TextEncoder().encode(rss(`${item(1).replace("puits", "étang")}<item><title>é`));
    const feed = readOk(bytes.subarray(0, bytes.indexOf(0xc3, bytes.length - 30) + 1));
    expect(feed.items[0]?.content.text).toContain("étang");
  });

  test("as Atom, too", () => {
    const entry = (n: number) => `<entry><id>${n}</id><title>t</title><content>x</content></entry>`;
    expect(keys(atom(entry(1) + entry(2)).slice(0, -30))).toEqual(["1"]);
  });
});

describe("documents that mean ill", () => {
  test("an entity bomb is refused before anything is parsed", () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n || ""};`.repeat(10)}">`).join("")}]><rss version="2.0"><channel><item><title>&a8;</title></item></channel></rss>`;
    expect(read(bomb)).toEqual({ ok: false, failure: { kind: "entity-bomb" } });
    expect(read('<!DOCTYPE feed [ <!-- x --> <!ENTITY % p SYSTEM "file:///etc/passwd"> ]><feed/>')).toMatchObject({
      failure: { kind: "entity-bomb" },
    });
  });

  test.each([
    ["nested", `<rss version="2.0"><channel>${"<a>".repeat(100_000)}`],
    ["opened items", `<rss><channel>${"<item>".repeat(300_000)}`],
    ["CDATA", `<rss><channel><item>${"<![CDATA[".repeat(300_000)}`],
    ["comments", `<feed><entry>${"<!--".repeat(500_000)}`],
    ["brackets", `{"items":${"[".repeat(100_000)}`],
    ["objects", `{"items":[${'{"a":'.repeat(300_000)}`],
    ["angle brackets", "<".repeat(3_000_000)],
    ["attributes", `<rss ${'xmlns:a="b" '.repeat(200_000)}><channel><item></item></channel></rss>`],
    ["bad items", rss("<item><title>a</titl></item>".repeat(100_000))],
    ["tags of a page", `<html>${"<title><a href=".repeat(200_000)}`],
    ["spaces", " ".repeat(5_000_000)],
  ])("made of %s are answered in about a second", (_name, document) => {
    expect(cpuMsOf(() => read(document))).toBeLessThan(2_500);
  });

  test("any bytes at all are answered with a value", () => {
    const pieces = fc.constantFrom(
      ...[
        "<rss>",
        "<rss version='2.0'>",
        "<channel>",
        "<item>",
        "</item>",
        "</channel>",
        "</rss>",
        "<title>",
        "</title>",
      ],
      ...["<guid>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "</entry>", "<id>", "</id>", "<![CDATA["],
      ...[
        "]]>",
        "<!--",
        "-->",
        "<?xml ",
        "<!DOCTYPE ",
        "{",
        "}",
        "[",
        "]",
        '"',
        ":",
        ",",
        '"items"',
        "<html>",
        "<rdf:RDF>",
      ],
      ...["&", ";", "=", "1", "\0"],
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 40 }),
        (parts) => {
          const parsed = read(parts.join(""));
          if (parsed.ok)
            expect(new Set(parsed.value.items.map((kept) => kept.itemKey)).size).toBe(parsed.value.items.length);
        },
      ),
      { seed: 7, numRuns: 800 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof read(bytes).ok === "boolean"),
      { seed: 8, numRuns: 300 },
    );
  });
});
