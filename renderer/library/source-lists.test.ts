import { beforeEach, expect, test } from "vitest";
import { fakeAnswer } from "../host/fake-host.ts";
import type { ListedSource } from "../model/source-list.ts";
import type { OpenPage } from "./open-page.suite.ts";
import { isOwnNetworkName } from "./own-network-name.ts";
import { setUpPageTestbed } from "./page-testbed.suite.ts";

const monday = Date.UTC(2026, 9, 19, 14, 5);
const computer = setUpPageTestbed(monday);
let page: OpenPage;
beforeEach(async () => {
  page = await computer.openPage();
});

const listed = (address: string, but: Partial<ListedSource> = {}): ListedSource => ({
  address,
  name: "Radio du lac",
  folder: null,
  homePage: null,
  ...but,
});
const calls = () => page.library.calls;
const sources = async () => (await calls().listSources({})).map(({ source }) => source);
const rss = `<rss version="2.0"><channel><title>Radio</title><link>https://radio.example/</link><item><title>Le bac reprend</title><guid>1</guid><description>${"Le bac reprend ses voyages. ".repeat(30)}</description></item></channel></rss>`;

test("a list says what is new, what is here, and what means nothing on this network; nothing is fetched", async () => {
  await calls().addListedSources({ sources: [listed("https://here.example/rss")] });
  const preview = await calls().judgeSources({
    sources: [
      listed("https://radio.example/rss"),
      listed("feed:https://RADIO.example:443/rss#top", { name: "Encore" }),
      listed("http://here.example/rss"),
      listed("http://plain.example/rss"),
      listed("http://192.168.1.20/rss", { name: "Le serveur du bureau" }),
      listed("https://ann:secret@club.example/rss", { name: "Avec mot de passe" }),
      listed("javascript:alert(1)", { name: "Pas une adresse" }),
    ],
  });
  expect(preview.entries.map(({ standing }) => standing)).toEqual(["new", "already-here", "insecure"]);
  expect(preview.leftOut).toEqual([
    { label: "Encore", reason: "twice" },
    { label: "Le serveur du bureau", reason: "local-address" },
    { label: "Avec mot de passe", reason: "bad-address" },
    { label: "Pas une adresse", reason: "bad-address" },
  ]);
  expect(computer.machine.requests).toEqual([]);
});

test("a whole list comes in by one commit, and one undo takes it back", async () => {
  const done = await calls().addListedSources({
    sources: [
      listed("https://radio.example/rss", { folder: "RDC/ Radios " }),
      listed("http://plain.example/rss", { name: "" }),
      listed("http://10.0.0.1/rss"),
    ],
  });
  expect(await sources()).toMatchObject([
    { name: "plain.example", enabled: false, format: null, permissions: { insecure: false, local: false } },
    { name: "Radio du lac", enabled: true, format: null, folder: "RDC / Radios" },
  ]);
  if (!done.ok) throw new Error(done.failure.kind);
  expect(done.value.affected).toBe(2);
  await calls().undo({ token: done.value.undo });
  expect(await sources()).toEqual([]);
});

test("the first feed that comes tells what a listed source is", async () => {
  computer.machine.serve("https://radio.example/rss", fakeAnswer("https://radio.example/rss", rss));
  await calls().addListedSources({ sources: [listed("https://radio.example/rss")] });
  const status = await calls().syncNow({ sources: null });
  expect(status.at).toBe("idle");
  expect(await sources()).toMatchObject([{ format: "rss", homePage: "https://radio.example/", name: "Radio du lac" }]);
});

test("a listed address that is a page and no feed is told as such by its first sync", async () => {
  const html = "<!doctype html><html><head><title>Radio</title></head><body><p>Bonjour</p></body></html>";
  computer.machine.serve("https://radio.example/rss", fakeAnswer("https://radio.example/rss", html));
  await calls().addListedSources({ sources: [listed("https://radio.example/rss")] });
  await calls().syncNow({ sources: null });
  const [row] = await calls().listSources({});
  expect(row).toMatchObject({ lastFailure: { kind: "web-page", title: "Radio" }, source: { format: null } });
});

test("a source without protection is fetched once it was allowed and switched on", async () => {
  computer.machine.serve("http://plain.example/rss", fakeAnswer("http://plain.example/rss", rss));
  await calls().addListedSources({ sources: [listed("http://plain.example/rss")] });
  await calls().syncNow({ sources: null });
  expect(computer.machine.requests).toEqual([]);
  const [source] = await sources();
  if (source === undefined) throw new Error("the source is gone");
  await calls().changeSource({ sourceId: source.id, enabled: true, insecure: true, folder: " Ville " });
  await calls().syncNow({ sources: null });
  expect(await sources()).toMatchObject([{ format: "rss", folder: "Ville", permissions: { insecure: true } }]);
});

test("what is exported holds names, addresses and folders, and nothing of the own network", async () => {
  await calls().addListedSources({ sources: [listed("https://radio.example/rss", { folder: "RDC" })] });
  const list = await calls().exportSourceList({});
  expect(list).toMatchObject({ count: 1, leftOut: 0 });
  const back = await calls().readSourceList({ bytes: new TextEncoder().encode(list.text) });
  expect(back).toMatchObject({
    ok: true,
    value: { entries: [{ name: "Radio du lac", folder: "RDC", standing: "already-here" }], leftOut: [] },
  });
});

test("where nothing can be passed on, just that is answered", async () => {
  expect(await calls().exportSourceList({})).toEqual({ text: "", count: 0, leftOut: 0 });
  const address = "http://10.1.2.3/rss";
  computer.machine.serve(address, fakeAnswer(address, rss));
  const permissions = { insecure: true, local: true };
  await calls().lookAtAddress({ address, permissions });
  await calls().addSource({ address, name: "Radio du bureau", rank: 2, permissions });
  expect(await calls().exportSourceList({})).toEqual({ text: "", count: 0, leftOut: 1 });
});

test.each([
  "localhost",
  "nas",
  "hub.local",
  "intranet.lan.",
  "10.1.2.3",
  "172.20.0.1",
  "169.254.7.7",
  "100.64.0.1",
  "[::1]",
  "[fe80::1]",
  "[fd00::5]",
  "[::ffff:c0a8:101]",
])("%s is on somebody's own network", (name) => expect(isOwnNetworkName(name)).toBe(true));

test.each(["radio.example", "172.32.0.1", "8.8.8.8", "[2001:4860::8888]", "local.example"])(
  "%s is out on the web",
  (name) => expect(isOwnNetworkName(name)).toBe(false),
);
