import { describe, expect, test } from "vitest";
import { cpuMsOf } from "../cpu-time.suite.ts";
import { extractArticle } from "./extract-article.ts";
import { judgeArticle } from "./judge-article.ts";

const paragraph = (n: number) =>
  `<p>Point ${n} : la route entre Sake et Masisi est de nouveau ouverte aux camions légers, dit la voirie, après trois jours de travaux sur la berge.</p>`;
const article = [1, 2, 3, 4, 5].map(paragraph).join("");
const page = (main: string, head = "") =>
  `<!doctype html><html lang="fr"><head><title>Route ouverte</title>${head}</head><body><nav>${"<a href=/>Accueil</a> ".repeat(20)}</nav>${main}<footer>${"<a href=/m>Mentions</a> ".repeat(20)}</footer></body></html>`;

describe("a page’s main text", () => {
  test("is found without menus and footers, and nothing in it runs", () => {
    const found = extractArticle(
      page(`<div class="content"><h1>Route ouverte</h1>${article}<script>document.title = "x"</script></div>`),
    );
    expect(found?.html).toContain("Point 5");
    expect(found?.html).not.toMatch(/Accueil|Mentions|<script/i);
  });

  test("is read from where the page says that its links start", () => {
    expect(extractArticle(page(`<div>${article}</div>`, '<base href="https://cdn.example/fr/">'))?.base).toBe(
      "https://cdn.example/fr/",
    );
  });

  test.each([
    ["nothing", ""],
    ["only menus", page("")],
    ["bottomless", page(`${"<div>".repeat(30_000)}${article}${"</div>".repeat(30_000)}`)],
    ["far too wide", page("<div><b>a</b></div>".repeat(60_000))],
    ["no page at all", "%PDF-1.7 \u0000\u0001 binary"],
  ])("isn’t there where the page is %s, and that is soon known", (_, html) => {
    expect(cpuMsOf(() => expect(extractArticle(html)).toBeNull())).toBeLessThan(2_000);
  });
});

describe("whether it is the article behind an extract", () => {
  const title = "Le pont de la Mushaki fermé aux camions";
  const extract = { text: "Le pont de la Mushaki est fermé aux camions de plus de cinq tonnes…", wordCount: 14 };
  const told = `${extract.text} Les véhicules légers passent une file à la fois. `.repeat(4);

  test("it is, where it says the same and more", () => {
    expect(judgeArticle({ text: told, wordCount: 92 }, { extract, title })).toBeNull();
  });

  test("it isn’t, where it is hardly longer or too short for any article", () => {
    expect(judgeArticle({ text: extract.text, wordCount: 16 }, { extract, title })).toEqual({
      kind: "article-too-short",
    });
    const long = { text: told, wordCount: 90 };
    expect(judgeArticle({ text: told, wordCount: 95 }, { extract: long, title })).toEqual({
      kind: "article-too-short",
    });
  });

  test("it isn’t, where the page is about something else", () => {
    const cookies = "Nous utilisons des témoins pour améliorer votre expérience et mesurer notre audience. ".repeat(8);
    expect(judgeArticle({ text: cookies, wordCount: 96 }, { extract, title })).toEqual({ kind: "article-other" });
  });
});
