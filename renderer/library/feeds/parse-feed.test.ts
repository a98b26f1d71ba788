import { describe, expect, test } from "vitest";
import { atom, item, readOk, rss } from "./sample-feeds.suite.ts";

describe("RSS 2.0", () => {
  test("gives title, date, authors, and link and attachments without trackers of each item", () => {
    const feed = readOk(
      rss(
        `<item><title>Eau &amp;amp; route</title><link>/r/1?utm_source=x</link><guid isPermaLink="false">a1</guid><pubDate>Mon, 19 Oct 26 08:00 CAT</pubDate><dc:creator>Équipe eau</dc:creator><author>info@example.org (Marie K.)</author><description>Texte</description><enclosure url="https://radio.example.org/files/carte%20eau.pdf?utm_source=x" type="application/pdf" length="2048"/><media:content url="https://radio.example.org/a.mp3" type="audio/mpeg" fileSize="99"/><media:content url="https://radio.example.org/a.jpg" medium="image"/></item>`,
      ),
    );
    expect(feed).toMatchObject({
      title: "Radio du Lac",
      homePage: "https://radio.example.org/",
      format: "rss",
      flavour: "plain",
      damaged: false,
      failures: [],
    });
    expect(feed.items).toMatchObject([
      {
        itemKey: "a1",
        title: "Eau & route",
        link: "https://radio.example.org/r/1",
        published: Date.UTC(2026, 9, 19, 6),
        posted: null,
        authors: ["Marie K.", "Équipe eau"],
        attachments: [
          {
            name: "carte eau.pdf",
            address: "https://radio.example.org/files/carte%20eau.pdf",
            mediaType: "application/pdf",
            bytes: 2048,
          },
          { name: "a.mp3", mediaType: "audio/mpeg", bytes: 99 },
        ],
      },
    ]);
  });

  test("takes the longer of description and content as the text", () => {
    const long = `<p>${"Une phrase entière. ".repeat(40)}</p>`;
    const both = (description: string, content: string) =>
      readOk(
        rss(
          `<item><title>x</title><description><![CDATA[${description}]]></description><content:encoded><![CDATA[${content}]]></content:encoded></item>`,
        ),
      ).items[0]?.content.text;
    expect(both("court", long)).toBe(long);
    expect(both(long, "court")).toBe(long);
    expect(both("<p>même</p>", "<div>même</div>")).toBe("<div>même</div>");
  });

  test("a description is HTML or plain text by what stands in it", () => {
    const kindOf = (text: string) =>
      readOk(rss(`<item><title>x</title><description>${text}</description></item>`)).items[0]?.content.kind;
    expect(kindOf("moins de 5 &lt; 6")).toBe("text");
    expect(kindOf("&lt;p&gt;texte")).toBe("html");
    expect(kindOf("&amp;eacute;t&amp;eacute;")).toBe("html");
  });

  test("old ones with a foreign doctype and no ids are read, keyed by their links", () => {
    const feed = readOk(
      '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>x</title><item><title>a</title><link>https://radio.example.org/a/?utm_medium=rss</link></item><item><title>b</title></item></channel></rss>',
    );
    expect(feed.items.map((read) => read.itemKey)).toEqual(["https://radio.example.org/a", "b"]);
  });

  test("a relative guid that is no address is no link", () => {
    expect(readOk(rss("<item><title>a</title><guid>12345</guid></item>")).items[0]?.link).toBeNull();
    expect(readOk(rss("<item><title>a</title><guid>https://a.example.org/1</guid></item>")).items[0]?.link).toBe(
      "https://a.example.org/1",
    );
  });

  test("an item without a title is named by its first words", () => {
    expect(
      readOk(rss("<item><description>Le puits est ouvert depuis ce matin.</description></item>")).items[0]?.title,
    ).toBe("Le puits est ouvert depuis ce matin.");
  });

  test("bidi tricks and tags in titles are gone", () => {
    const title = readOk(rss("<item><title>&lt;b&gt;Eau&lt;/b&gt; \u202Etxt.exe\u202C</title></item>")).items[0]?.title;
    expect(title).toBe("Eau txt.exe");
  });
});

describe("RDF", () => {
  const rdf = (seq: string, items: string) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://r.example.org/"><title>R</title><link>https://r.example.org/</link><dc:language>fr</dc:language><items><rdf:Seq>${seq}</rdf:Seq></items></channel>${items}</rdf:RDF>`;
  test("gives every item, also those its table of contents forgot", () => {
    const feed = readOk(
      rdf(
        '<rdf:li rdf:resource="https://r.example.org/1"/>',
        '<item rdf:about="https://r.example.org/1"><title>un</title><link>https://r.example.org/1</link><dc:date>2026-10-19T10:00+02:00</dc:date></item><item rdf:about="https://r.example.org/2"><title>deux</title></item>',
      ),
    );
    expect(feed).toMatchObject({ format: "rdf", damaged: false, language: "fr" });
    expect(feed.items).toMatchObject([
      { title: "un", published: Date.UTC(2026, 9, 19, 8), language: "fr" },
      { title: "deux", itemKey: "https://r.example.org/2", link: "https://r.example.org/2" },
    ]);
  });
});

describe("Atom", () => {
  test("1.0 reads html, xhtml and text for what they are, with bases and languages", () => {
    const feed = readOk(
      atom(
        `<entry xml:base="b/"><id>1</id><title type="html">Eau &amp;lt;5 m</title><updated>2026-10-19T10:00:00Z</updated><published>2026-10-18T10:00:00+02:00</published><link href="page"/><link rel="enclosure" href="c.pdf" type="application/pdf" length="7"/><content type="xhtml" xml:lang="en"><div xmlns="http://www.w3.org/1999/xhtml"><p>Well <a href="x">open</a></p></div></content><author><name>Marie</name></author></entry>` +
          `<entry><id>2</id><title>deux</title><updated>2026-10-19T11:00:00Z</updated><content type="text">5 &lt; 6 &amp; fin</content></entry>`,
        'xml:base="https://a.example.org/x/" xml:lang="fr"',
      ),
    );
    expect(feed.items).toMatchObject([
      {
        itemKey: "1",
        title: "Eau <5 m",
        link: "https://a.example.org/x/b/page",
        baseAddress: "https://a.example.org/x/b/",
        content: { kind: "html", text: '<p>Well <a href="x">open</a></p>' },
        published: Date.UTC(2026, 9, 18, 8),
        updated: Date.UTC(2026, 9, 19, 10),
        authors: ["Marie"],
        language: "en",
        attachments: [{ address: "https://a.example.org/x/b/c.pdf", bytes: 7 }],
      },
      { content: { kind: "text", text: "5 < 6 & fin" }, published: null, language: "fr" },
    ]);
  });

  test("0.3 has issued and modified", () => {
    const feed = readOk(
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>x</title><entry><id>1</id><title>T</title><issued>2004-01-01T00:00:00Z</issued><modified>2004-01-02T00:00:00Z</modified><content type="text/html" mode="escaped">&lt;p&gt;y&lt;/p&gt;</content></entry></feed>',
    );
    expect(feed.items).toMatchObject([
      { published: Date.UTC(2004, 0, 1), updated: Date.UTC(2004, 0, 2), content: { kind: "html", text: "<p>y</p>" } },
    ]);
  });
});

describe("JSON Feed", () => {
  test("keeps items without an id, turns numbers into ids and names the next page", () => {
    const feed = readOk(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Radio",
        home_page_url: "https://radio.example.org/",
        next_url: "/feed.json?page=2",
        items: [
          { id: 7, title: "sept", content_html: "<p>a</p>", date_published: "2026-10-19T10:00:00+02:00" },
          { url: "https://radio.example.org/b", content_text: "Sans numéro" },
          { content_text: "Ni l’un ni l’autre", date_published: "2026-10-19" },
        ],
      }),
    );
    expect(feed.nextAddress).toBe("https://radio.example.org/feed.json?page=2");
    expect(feed.items).toMatchObject([
      { itemKey: "7", published: Date.UTC(2026, 9, 19, 8) },
      { itemKey: "https://radio.example.org/b", title: "Sans numéro" },
      { itemKey: `Ni l’un ni l’autre ${Date.UTC(2026, 9, 19, 12)}` },
    ]);
  });

  test("cut in the middle keeps its complete items", () => {
    const whole = JSON.stringify({
      version: "https://jsonfeed.org/version/1",
      title: "R",
      items: [
        { id: "1", content_text: 'a "}" b' },
        { id: "2", content_text: "c" },
      ],
    });
    const feed = readOk(whole.slice(0, -6));
    expect(feed).toMatchObject({ title: "R", damaged: true });
    expect(feed.items.map((read) => read.itemKey)).toEqual(["1"]);
  });
});

describe("ReliefWeb's RSS", () => {
  const reliefWeb = (description: string, more = "") =>
    readOk(
      rss(
        `<item><title>DR Congo: Note, octobre 2026</title><link>https://reliefweb.int/report/note</link><guid isPermaLink="true">https://reliefweb.int/report/note</guid><pubDate>Mon, 19 Oct 2026 07:24:25 +0000</pubDate><source url="https://reliefweb.int/updates/rss.xml">ReliefWeb - Updates</source>${more}<description><![CDATA[${description}]]></description></item>`,
        "<title>ReliefWeb - Updates</title><language>en</language>",
      ),
      { address: "https://reliefweb.int/updates/rss.xml?search=x" },
    ).items[0];
  const tags =
    '<div class="tag country">Country: Democratic Republic of the Congo</div><div class="tag source">Sources: Bureau Eau, Service des routes, et pistes</div>';

  test("reads the tag divs and takes them off the text; its date is the posting date", () => {
    expect(
      reliefWeb(`${tags}<p>${"Un texte. ".repeat(60)}</p>`, "<author>Bureau Eau</author><author>Service</author>"),
    ).toMatchObject({
      publisher: "Bureau Eau, Service des routes, et pistes",
      authors: ["Bureau Eau", "Service des routes, et pistes"],
      published: null,
      posted: Date.UTC(2026, 9, 19, 7, 24, 25),
      language: null,
      extractOnly: false,
      content: { text: expect.stringMatching(/^<p>Un texte/) },
    });
  });

  test("takes the name-only authors where no source tag stands", () => {
    expect(reliefWeb("<p>x</p>", "<author>Bureau Eau</author>")).toMatchObject({
      publisher: "Bureau Eau",
      authors: [],
    });
  });

  test("“please refer to the attached file” is no text", () => {
    expect(
      reliefWeb(`${tags}<p><img src="https://reliefweb.int/p.png"></p>\n<p>Please refer to the attached file.</p>`)
        ?.extractOnly,
    ).toBe(true);
  });

  test("elsewhere the same markup is text", () => {
    expect(
      readOk(rss(`<item><title>x</title><description><![CDATA[${tags}]]></description></item>`)).items[0],
    ).toMatchObject({ publisher: null, posted: null });
  });
});

describe("teasers", () => {
  const teaser = (description: string, more = "<link>https://radio.example.org/1</link>") =>
    readOk(rss(`<item><title>x</title>${more}<description>${description}</description></item>`)).items[0]?.extractOnly;
  const text = "Le puits du marché est ouvert depuis ce matin et la file est courte. ".repeat(8);

  test.each([
    "Le puits […]",
    "Le puits [...]",
    "Le puits…",
    `${text} Lire la suite`,
    `${text} Read more`,
    `${text} Soma zaidi »`,
    "Une phrase.",
    "",
  ])("“%s” is a teaser", (description) => {
    expect(teaser(description)).toBe(true);
  });

  test("a text, a short one without a page behind it, and content itself aren't", () => {
    expect(teaser(text)).toBe(false);
    expect(teaser("Une phrase.", "")).toBe(false);
    expect(
      teaser("x", "<link>https://radio.example.org/1</link><content:encoded>Une phrase entière.</content:encoded>"),
    ).toBe(false);
    expect(teaser(`${text.repeat(4)} et ainsi de suite…`)).toBe(false);
  });
});

describe("items that share an id", () => {
  test("the same thing twice is named and left out", () => {
    const feed = readOk(rss(item(1) + item(2) + item(1)));
    expect(feed.items.map((read) => read.itemKey)).toEqual(["rapport-1", "rapport-2"]);
    expect(feed.failures).toEqual([{ label: "Rapport 1", reason: "duplicate-id" }]);
  });

  test("different things under one id both come in", () => {
    const same = (n: number) =>
      `<item><title>Rapport ${n}</title><link>https://radio.example.org/${n}</link><guid>0</guid></item>`;
    const feed = readOk(rss(same(1) + same(2)));
    expect(feed.items.map((read) => read.title)).toEqual(["Rapport 1", "Rapport 2"]);
    expect(new Set(feed.items.map((read) => read.itemKey)).size).toBe(2);
    expect(feed.failures).toEqual([]);
  });

  test("without ids, several items may link to one page", () => {
    const plain = (n: number) => `<item><title>Rapport ${n}</title><link>https://radio.example.org/avis</link></item>`;
    expect(readOk(rss(plain(1) + plain(2) + plain(3))).items).toHaveLength(3);
    expect(readOk(rss(plain(1) + plain(1))).failures).toHaveLength(1);
  });
});
