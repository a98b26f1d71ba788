import { describe, expect, test } from "vitest";
import type { Block } from "../../model/body.ts";
import { readHtmlBody } from "./html-body.ts";
import { outlineOf } from "./sample-outline.suite.ts";

const base = "https://radio.example.org/news/today/";
const read = (html: string) => outlineOf(readHtmlBody(html, base).blocks);
const blocks = (html: string): readonly Block[] => readHtmlBody(html, base).blocks;

describe("what of a page is kept", () => {
  test("paragraphs, headings, lists and quotes in their order", () => {
    expect(
      read(
        "<h2>Eau</h2><p>Le puits est <b>ouvert</b>.</p><ol start=3><li>un<ul><li>deux</li></ul></li></ol><blockquote>dit-elle</blockquote>",
      ),
    ).toEqual(["h1 Eau", "p Le puits est *ouvert*.", "ol3 [un; ul [deux]]", "quote [p dit-elle]"]);
  });

  test("scripts, styles, controls and what is hidden leave nothing behind", () => {
    expect(
      read(
        `<style>p{}</style><script>if (a<b) steal("<p>")</script><p>Avant</p><div style="color:red; display : none"><p>caché</p></div>` +
          `<p hidden>caché</p><button>Partager</button><textarea>x</textarea><svg><text>y</text></svg><nav>Accueil</nav><p>Après</p>`,
      ),
    ).toEqual(["p Avant", "p Après"]);
  });

  test("a sign-up form is dropped, but not a page that wraps all its text in one", () => {
    expect(read("<p>Texte</p><form>Votre adresse <input name=mail></form>")).toEqual(["p Texte"]);
    const long = "Une phrase assez longue pour un vrai texte. ".repeat(12).trim();
    expect(read(`<form><p>${long}</p></form>`)).toEqual([`p ${long}`]);
  });

  test("words that the author struck out aren't shown as if they still stood", () => {
    expect(read("<p>Il y a <del>12</del> <ins>15</ins> blessés</p>")).toEqual(["p Il y a 15 blessés"]);
  });

  test("two breaks are a new paragraph, one is a line", () => {
    expect(read("un<br>deux<br><br>trois")).toEqual(["p un⏎deux", "p trois"]);
  });

  test("bullets typed into paragraphs become a list", () => {
    expect(read("<p>• Sake</p><p>• Minova</p><p>Fin</p>")).toEqual(["ul [Sake; Minova]", "p Fin"]);
    expect(read("<p>– Bonjour, dit-il.</p><p>Fin</p>")).toEqual(["p – Bonjour, dit-il.", "p Fin"]);
  });

  test("a short bold line above a text is a heading; a bold sentence isn't", () => {
    expect(read("<p><strong>Accès</strong></p><p>Texte.</p><p><b>Attention aux pluies.</b></p><p>Suite.</p>")).toEqual([
      "h1 Accès",
      "p Texte.",
      "p *Attention aux pluies.*",
      "p Suite.",
    ]);
  });

  test("heading levels start at one and leave no gap", () => {
    expect(read("<h3>a</h3><p>x</p><h6>b</h6><p>y</p>")).toEqual(["h1 a", "p x", "h2 b", "p y"]);
  });

  test("preformatted text keeps its lines", () => {
    expect(blocks("<pre>\nSake   1\n  Goma 2\n</pre>")).toEqual([{ kind: "preformatted", text: "Sake   1\n  Goma 2" }]);
  });

  test("a French text keeps its no-break spaces and loses nothing around its tags", () => {
    expect(read("<p>Route&nbsp;: <em>«&#8239;coupée&#8239;»</em>, dit l’équipe</p>")).toEqual([
      "p Route\u00a0: _«\u202fcoupée\u202f»_, dit l’équipe",
    ]);
  });
});

describe("links", () => {
  const hrefOf = (html: string) => {
    const [first] = blocks(`<p>${html}</p>`);
    if (first?.kind !== "paragraph") return undefined;
    return first.inlines.map((inline) => (inline.kind === "text" ? inline.href : null));
  };

  test("are absolute and say nothing about the reader", () => {
    expect(hrefOf('<a href="../map?id=4&amp;utm_source=feed&amp;fbclid=1">carte</a>')).toEqual([
      "https://radio.example.org/news/map?id=4",
    ]);
    expect(hrefOf('<a href="https://user:secret@a.example.org/">x</a>')).toEqual(["https://a.example.org/"]);
    expect(hrefOf('<a href="mailto:info@example.org">x</a>')).toEqual(["mailto:info@example.org"]);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    " java\nscript:x",
    "blob:https://a/b",
    "http://",
  ])("%s is text only", (href) => {
    expect(hrefOf(`<a href="${href}">x</a>`)).toEqual([null]);
  });

  test("a page's own <base> is obeyed", () => {
    const html = '<base href="https://other.example.org/a/"><p><a href="b">x</a></p>';
    expect(JSON.stringify(blocks(html))).toContain("https://other.example.org/a/b");
  });
});

describe("tables", () => {
  test("keep header cells and spans", () => {
    expect(
      blocks(
        "<table><caption>Pluie</caption><thead><tr><td>Lieu<td>mm</thead><tr><th rowspan=2>Sake<td colspan=3>12</table>",
      ),
    ).toMatchObject([
      {
        kind: "table",
        caption: [{ text: "Pluie" }],
        rows: [
          { cells: [{ header: true }, { header: true }] },
          {
            cells: [
              { header: true, rows: 2 },
              { header: false, columns: 3 },
            ],
          },
        ],
      },
    ]);
  });

  test("that only lay out a page are taken apart", () => {
    expect(read("<table><tr><td><h2>Titre</h2><p>Texte</p></td></tr></table>")).toEqual(["h1 Titre", "p Texte"]);
    expect(read('<table role="presentation"><tr><td><p>un</p><td><p>deux</p></table>')).toEqual(["p un", "p deux"]);
  });

  test("with lists in their cells keep every word", () => {
    const [table] = blocks("<table><tr><td>Sake<td><ul><li>eau<li>route</ul></table>");
    expect(JSON.stringify(table)).toMatch(/eau.*route/);
  });
});

describe("pictures and films", () => {
  test("stand as placeholders with their caption; nothing is loaded", () => {
    expect(
      blocks('<figure><img src="/carte.png" alt="Carte" width=600><figcaption>La <b>route</b></figcaption></figure>'),
    ).toMatchObject([
      {
        kind: "figure",
        media: "image",
        address: "https://radio.example.org/carte.png",
        alt: "Carte",
        caption: [{ text: "La " }, { text: "route" }],
      },
    ]);
    expect(
      blocks('<iframe src="https://films.example.org/1"><p>x</p></iframe><video><source src="a.mp4">no</video>'),
    ).toMatchObject([
      { kind: "figure", media: "embed", address: "https://films.example.org/1" },
      { kind: "figure", media: "video", address: "https://radio.example.org/news/today/a.mp4" },
    ]);
  });

  test("in the middle of a sentence they don't tear it in two", () => {
    expect(read('<p>Le pont <img src="pont.jpg"> est ouvert.</p>')).toEqual(["p Le pont est ouvert.", "image"]);
  });

  test("pixels that only tell somebody who reads are dropped", () => {
    for (const pixel of [
      '<img src="https://a.example.org/x.gif" width="1" height="1">',
      '<img src="https://a.example.org/x.gif" style="width:1px;height:1px">',
      '<img src="https://pixel.wp.com/b.gif?host=x">',
      '<img src="https://feeds.feedburner.com/~r/radio/~4/abc">',
      '<img src="https://www.google-analytics.com/collect?v=1">',
    ]) {
      expect(read(`<p>Texte</p>${pixel}`), pixel).toEqual(["p Texte"]);
    }
  });

  test("an emoji set as a picture is a letter", () => {
    expect(read('<p>Merci <img class="emoji" alt="🙏" src="x.png"></p>')).toEqual(["p Merci 🙏"]);
  });
});

describe("a whole page", () => {
  const page = (inner: string) =>
    `<!doctype html><html lang="fr"><head><title>Route | Radio</title><link rel="canonical" href="https://radio.example.org/r"><meta property="og:site_name" content="Radio"></head><body><header>Menu long</header>${inner}<footer>Mentions légales</footer></body></html>`;

  test("says where its text stands, and the menus stay outside", () => {
    const text = "La route est ouverte depuis ce matin. ".repeat(8).trim();
    expect(read(page(`<main><h1>Route</h1><p>${text}</p></main><aside>Lire aussi</aside>`))).toEqual([
      "h1 Route",
      `p ${text}`,
    ]);
  });

  test("with an almost empty <main> is kept as a whole", () => {
    const text = "La route est ouverte depuis ce matin. ".repeat(8).trim();
    expect(read(page(`<main>x</main><p>${text}</p>`))).toContain(`p ${text}`);
  });

  test("tells its title, language and address", () => {
    expect(readHtmlBody(page("<p>x</p>"), null).page).toMatchObject({
      title: "Route | Radio",
      language: "fr",
      siteName: "Radio",
      canonical: "https://radio.example.org/r",
    });
  });
});

describe("broken markup", () => {
  test.each([
    ["<p>un<p>deux", ["p un", "p deux"]],
    ["mot <b>gras<p>encore</b> fin", ["p mot *gras*", "p *encore* fin"]],
    ["<li>un<li>deux", ["ul [un; deux]"]],
    ["<ul>un<li>deux</ul>", ["ul [un; deux]"]],
    ["</p></div></table>texte</b>", ["p texte"]],
    ["<table>mot<tr><td>un<td>deux</table>", ["table [mot | un, deux]"]],
    ["a < b & c &amp; d &eacute;", ["p a < b & c & d é"]],
    ["<p>coupé <a href=", ["p coupé"]],
    ["<h2>Titre</h3><p>texte", ["h1 Titre", "p texte"]],
  ])("%s keeps its words", (html, expected) => {
    expect(read(html)).toEqual(expected);
  });
});
