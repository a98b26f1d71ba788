import { describe, expect, test } from "vitest";
import { read } from "./sample-feeds.suite.ts";

const kindOf = (document: string) => {
  const parsed = read(document);
  return parsed.ok ? "feed" : parsed.failure.kind;
};
const page = (title: string, body: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`;
const article = `<p>${"La route est ouverte depuis ce matin et le marché a repris. ".repeat(60)}</p>`;

describe("what comes instead of a feed", () => {
  test.each([
    page("Connexion", '<form action="/login"><input name="u"><input type="password" name="p"></form>'),
    page("Bienvenue", '<form><p>Free Wi-Fi. Accept the terms to go on.</p><input type="submit"></form>'),
    page("Portail d'accès", '<form method=post><input name="code"></form>'),
  ])("a login page is recognised by what it asks", (document) => {
    expect(read(document)).toEqual({ ok: false, failure: { kind: "login-page", host: "radio.example.org" } });
  });

  test.each([
    page("Just a moment...", "<noscript>Enable JavaScript and cookies to continue</noscript>"),
    page("Radio", '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script>'),
    page("Vérification", '<div class="g-recaptcha"></div>'),
  ])("a bot wall is recognised by its marks", (document) => {
    expect(kindOf(document)).toBe("bot-wall");
  });

  test.each([
    page("404 Not Found", "<h1>Not Found</h1>"),
    page("502 Bad Gateway", "nginx"),
    page("Page introuvable", "<p>Désolé.</p>"),
    page("Radio", "<h1>Service Unavailable</h1>"),
    '{"error":"not found","status":404}',
    "503 Service Unavailable",
  ])("an error page is recognised by its words: %s", (document) => {
    expect(kindOf(document)).toBe("error-page");
  });

  test("a page that writes about errors, or has a log-in box in its corner, is a page", () => {
    expect(kindOf(page("L'erreur du pont", article))).toBe("web-page");
    expect(kindOf(page("Radio du Lac", `<form><input type="password"></form>${article.repeat(2)}`))).toBe("web-page");
    expect(read(page("Radio &amp; Route", article))).toMatchObject({
      failure: { kind: "web-page", title: "Radio & Route" },
    });
  });

  test("an article about captchas inside a feed doesn't make the feed a wall", () => {
    expect(
      kindOf(
        '<rss version="2.0"><channel><title>Just a moment...</title><item><title>g-recaptcha</title></item></channel></rss>',
      ),
    ).toBe("feed");
  });

  test.each([
    ["", "empty-document"],
    [" \n\t ", "empty-document"],
    ["Bonjour", "not-a-feed"],
    ['{"name":"x"}', "not-a-feed"],
    ["[1,2]", "not-a-feed"],
    ['<rss version="2.0">', "broken-feed"],
  ])("%j is %s", (document, kind) => {
    expect(kindOf(document)).toBe(kind);
  });
});
