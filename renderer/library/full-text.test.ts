import { beforeEach, describe, expect, test } from "vitest";
import { fakeAnswer } from "../host/fake-host.ts";
import type { FullTextChoice } from "../model/full-text.ts";
import { fail } from "../model/result.ts";
import { noFilters } from "../model/view.ts";
import type { OpenPage } from "./open-page.suite.ts";
import { setUpPageTestbed } from "./page-testbed.suite.ts";

const monday = Date.UTC(2026, 9, 19, 14, 5);
const feed = "https://radio.example/rss";
const link = (key: number) => `https://radio.example/routes/${key}`;
const computer = setUpPageTestbed(monday);
let page: OpenPage;
beforeEach(async () => {
  page = await computer.openPage();
});

const teaser = (key: number) => `Le pont numéro ${key} de la Mushaki est fermé aux camions lourds…`;

function publish(count: number, teaserOf = teaser): void {
  const items = Array.from({ length: count }, (_, key) => {
    const date = new Date(monday - key * 3_600_000).toUTCString();
    return `<item><title>Pont ${key} de la Mushaki</title><guid>${key}</guid><link>${link(key)}</link><pubDate>${date}</pubDate><description>${teaserOf(key)}</description></item>`;
  });
  const body = `<rss version="2.0"><channel><title>Radio</title>${items.join("")}</channel></rss>`;
  computer.machine.serve(feed, fakeAnswer(feed, body));
}

function articlePage(key: number): string {
  const text = `Le pont numéro ${key} de la Mushaki est fermé aux camions lourds depuis lundi, dit la voirie de Sake. Les véhicules légers passent une file à la fois, de six heures à dix-sept heures.`;
  const paragraphs = Array.from({ length: 5 }, (_, n) => `<p>Point ${n}. ${text}</p>`).join("");
  return `<!doctype html><html lang="fr"><head><title>Pont ${key}</title></head><body><nav><a href="/">Accueil</a></nav><main><h1>Pont ${key} de la Mushaki</h1>${paragraphs}<p><a href="carte">La carte</a></p></main></body></html>`;
}

const serveArticle = (key: number, body = articlePage(key), but = {}) =>
  computer.machine.serve(link(key), fakeAnswer(link(key), body, { received: 5_000, ...but }));

const calls = () => page.library.calls;

async function follow(fullText: FullTextChoice): Promise<void> {
  await calls().addListedSources({ sources: [{ address: feed, name: "Radio", folder: null, homePage: null }] });
  const [row] = await calls().listSources({});
  if (row === undefined) throw new Error("the source is gone");
  await calls().changeSource({ sourceId: row.source.id, fullText });
  await calls().syncNow({ sources: null });
}

async function heads() {
  const { rows } = await calls().listBriefings({ view: { kind: "all" }, filters: noFilters, offset: 0, limit: 50 });
  return rows.map(({ head }) => head);
}

async function newest() {
  const [head] = await heads();
  if (head === undefined) throw new Error("nothing came");
  return head;
}

const articleRequests = () => computer.machine.requests.filter(({ address }) => address !== feed);

describe("the full text on request", () => {
  test("becomes the next revision, marked as fetched, with the words of the article", async () => {
    publish(1);
    serveArticle(0);
    await follow("ask");
    const extract = await newest();
    expect(extract).toMatchObject({ extractOnly: true, fullText: null, revision: 1 });
    expect(articleRequests()).toEqual([]);
    expect(await calls().getFullTextOffer({ id: extract.id })).toMatchObject({ choice: "ask" });
    await calls().setRead({ ids: [extract.id], read: true });

    expect(await calls().getFullText({ id: extract.id })).toEqual({ ok: true, value: null });
    const whole = await newest();
    expect(whole).toMatchObject({
      extractOnly: false,
      revision: 2,
      title: "Pont 0 de la Mushaki",
      fullText: { at: "fetched", when: monday, received: 5_000 },
    });
    const opened = await calls().openBriefing({ id: whole.id, revision: null, query: null });
    const body = JSON.stringify(opened.ok ? opened.value.body : null);
    expect(body).toContain("Point 4.");
    expect(body).toContain("https://radio.example/routes/carte");
    expect(body).not.toContain("Accueil");
    expect(opened.ok && opened.value.state.read).toBe(true);
    // What it took is what the next one is offered at.
    const [row] = await calls().listSources({});
    expect(row?.articleBytes).toBe(5_000);
  });

  test("the same extract of the next sync leaves the full text in its place", async () => {
    publish(1);
    serveArticle(0);
    await follow("ask");
    await calls().getFullText({ id: (await newest()).id });
    publish(1);
    await calls().syncNow({ sources: null });
    expect(await newest()).toMatchObject({ extractOnly: false, revision: 2 });
    expect(await calls().getFullTextOffer({ id: (await newest()).id })).toBeNull();
  });

  test("works for one briefing of a source whose articles nobody fetches", async () => {
    publish(1);
    serveArticle(0);
    await follow("never");
    expect(await calls().getFullText({ id: (await newest()).id })).toMatchObject({ ok: true });
  });

  const login = '<html><head><title>Connexion</title></head><body><form><input type="password"></form></body></html>';
  test.each([
    ["a log-in page", login, {}, "login-page"],
    [
      "a wall against programs",
      "<html><head><title>Just a moment...</title></head></html>",
      { status: 403 },
      "bot-wall",
    ],
    ["gone", "<html><head><title>404</title></head></html>", { status: 404 }, "http-status"],
    ["without an article", "<html><body><a href=/>Accueil</a></body></html>", {}, "article-not-found"],
    ["empty", "", {}, "empty-document"],
    [
      "no longer than the extract",
      `<html><head><title>Pont</title></head><body><article><p>${teaser(0)}</p></article></body></html>`,
      {},
      "article-too-short",
    ],
    [
      "about something else",
      `<html><head><title>Témoins</title></head><body><article>${"<p>Nous utilisons des témoins pour mesurer notre audience et améliorer votre expérience sur notre site.</p>".repeat(9)}</article></body></html>`,
      {},
      "article-other",
    ],
  ])("says why where the page is %s, remembers it, and keeps the extract", async (_, body, but, kind) => {
    publish(1);
    serveArticle(0, body, but);
    await follow("ask");
    const { id } = await newest();
    expect(await calls().getFullText({ id })).toMatchObject({ ok: false, failure: { kind } });
    expect(await newest()).toMatchObject({
      extractOnly: true,
      revision: 1,
      fullText: { at: "missed", failure: { kind } },
    });
  });

  test("a link that gives out is no word about the article", async () => {
    publish(1);
    computer.machine.serve(link(0), fail({ kind: "no-link" }));
    await follow("ask");
    const { id } = await newest();
    expect(await calls().getFullText({ id })).toEqual({ ok: false, failure: { kind: "no-link" } });
    serveArticle(0, articlePage(0), { end: { end: "cut", failure: { kind: "connection-cut", received: 900 } } });
    expect(await calls().getFullText({ id })).toMatchObject({ ok: false, failure: { kind: "connection-cut" } });
    expect(await newest()).toMatchObject({ extractOnly: true, fullText: null });
  });

  test("what was allowed for a source goes to no other machine", async () => {
    const items = `<item><title>Le serveur du bureau</title><guid>1</guid><link>http://192.168.1.1/admin</link><description>Voir la suite…</description></item>`;
    const hub = "http://10.0.0.5/rss";
    computer.machine.serve(
      hub,
      fakeAnswer(hub, `<rss version="2.0"><channel><title>Hub</title>${items}</channel></rss>`),
    );
    const permissions = { insecure: true, local: true };
    await calls().lookAtAddress({ address: hub, permissions });
    await calls().addSource({ address: hub, name: "Hub", rank: 2, permissions });
    await calls().getFullText({ id: (await newest()).id });
    expect(computer.machine.requests.at(-1)).toMatchObject({
      address: "http://192.168.1.1/admin",
      permissions: { insecure: true, local: false },
    });
  });

  test("a page that is linked without protection is asked for with it", async () => {
    publish(1);
    computer.machine.serve(
      feed,
      fakeAnswer(
        feed,
        `<rss version="2.0"><channel><title>R</title><item><title>Pont</title><guid>1</guid><link>http://radio.example/routes/0</link><description>${teaser(0)}</description></item></channel></rss>`,
      ),
    );
    serveArticle(0);
    await follow("ask");
    expect(await calls().getFullText({ id: (await newest()).id })).toMatchObject({ ok: true });
  });
});

describe("the full text with every sync", () => {
  test("comes after the feeds, newest first, ten at a time, and each page once", async () => {
    publish(13);
    for (let key = 0; key < 13; key++) serveArticle(key);
    await follow("always");
    expect(articleRequests().map(({ address }) => address)).toEqual(Array.from({ length: 10 }, (_, key) => link(key)));
    const [source] = (await calls().getSyncStatus({})).at === "idle" ? statusOf(await calls().getSyncStatus({})) : [];
    expect(source?.progress).toMatchObject({ articles: { fetched: 10, missed: 0, left: 3 } });
    expect((await heads()).filter(({ extractOnly }) => extractOnly)).toHaveLength(3);
    await calls().syncNow({ sources: null });
    await calls().syncNow({ sources: null });
    expect(articleRequests()).toHaveLength(13);
    expect((await heads()).every(({ fullText }) => fullText?.at === "fetched")).toBe(true);
  });

  test("is counted in what an offer to get says: what waits, or as much as the last time", async () => {
    publish(13);
    for (let key = 0; key < 13; key++) serveArticle(key);
    await follow("always");
    computer.closePages();
    computer.now += 2 * 24 * 3_600_000;
    page = await computer.openPage();
    await expect.poll(() => calls().getGettingStatus({})).toMatchObject({ at: "offering", why: "long-ago" });
    const offered = await calls().getGettingStatus({});
    const bytes = offered.at === "offering" ? (offered.estimate.bytes ?? 0) : 0;
    expect(bytes).toBeGreaterThan(10 * 5_000);
    expect(bytes).toBeLessThan(12 * 5_000 + 20_000);
  });

  test("what isn’t to be had is paid for once", async () => {
    publish(2);
    serveArticle(0, "", { status: 404 });
    serveArticle(1);
    await follow("always");
    await calls().syncNow({ sources: null });
    expect(articleRequests()).toHaveLength(2);
    expect((await heads()).map(({ fullText }) => fullText?.at)).toEqual(["missed", "fetched"]);
  });

  test("stops where the link gives out, and goes on with the next sync", async () => {
    publish(3);
    serveArticle(0);
    computer.machine.serve(link(1), fail({ kind: "no-link" }));
    serveArticle(2);
    await follow("always");
    expect(articleRequests()).toHaveLength(2);
    serveArticle(1);
    await calls().syncNow({ sources: null });
    expect((await heads()).every(({ extractOnly }) => !extractOnly)).toBe(true);
  });

  test("its bytes count as the source’s, in the sync and in the month", async () => {
    publish(2);
    serveArticle(0);
    serveArticle(1);
    await follow("always");
    const [source] = statusOf(await calls().getSyncStatus({}));
    expect(source?.progress.at === "done" && source.progress.received).toBeGreaterThan(10_000);
    const { sources: traffic } = await calls().getTraffic({});
    expect(traffic[0]?.thisMonth).toBeGreaterThan(10_000);
  });
});

function statusOf(status: Awaited<ReturnType<ReturnType<typeof calls>["getSyncStatus"]>>) {
  return status.at === "syncing" ? status.sources : status.last;
}
