import { beforeEach, expect, test } from "vitest";
import { makeEml, makeMsg } from "../../../e2e/fixtures/make-mail.ts";
import { canonicalLink } from "../../model/canonical-link.ts";
import type { FeedItem } from "../feeds/parsed-feed.ts";
import { readOneFile, readOnePaste, saveDraft } from "./import-testbed.suite.ts";
import { createFeedIntake } from "./intake-feed.ts";
import { delivery, monday, sourceNamed, VaultForTests } from "./vault-for-intake.suite.ts";

let vault: VaultForTests;
beforeEach(() => {
  vault = new VaultForTests();
});

const link = "https://radio.example.org/2026/puits";
const note = (
  address: string | null,
  told = "Le puits de Sake est ouvert depuis lundi matin, dit le chef du marché.",
) => `Puits de Sake\n${address === null ? "" : `Lien : ${address}\n`}\n${told}`;

/** One item of a feed that comes in. */
async function feed(name: string, but: Partial<FeedItem> = {}): Promise<void> {
  const item: FeedItem = {
    itemKey: `${name}-1`,
    title: `${name} : le puits`,
    link,
    content: { kind: "text", text: `Le puits est ouvert, dit ${name}. Quarante familles y puisent.` },
    baseAddress: null,
    published: monday,
    posted: null,
    updated: null,
    authors: [],
    publisher: null,
    language: null,
    attachments: [],
    extractOnly: false,
    ...but,
  };
  vault.apply(
    (await createFeedIntake(vault)({ source: sourceNamed(name), items: [item], delivery, at: monday })).changes,
  );
}

const paste = (text: string) => saveDraft(vault, readOnePaste(text), { at: monday + 5 });
const file = async (name: string, content: string | Uint8Array<ArrayBuffer>) =>
  saveDraft(vault, await readOneFile(name, content), { at: monday + 9 });

const ways = () =>
  [...vault.heads.values()].map(({ provenances }) => provenances.map(({ way, label }) => `${way} ${label}`.trim()));

test("a feed, then a paste of the same page", async () => {
  await feed("radio");
  await paste(note(`${link}?utm_source=mail`));
  expect(ways()).toEqual([["feed radio", "paste"]]);
});

test("a paste, then a feed with the same page; its later polls say nothing more", async () => {
  await paste(note(link));
  await feed("radio");
  await feed("radio", { content: { kind: "text", text: "Le puits est fermé depuis jeudi." } });
  expect(ways()).toEqual([["paste", "feed radio"]]);
  expect([...vault.heads.values()].map(({ title }) => title)).toEqual(["Puits de Sake"]);
});

test("two feeds that link to the same page", async () => {
  await feed("radio");
  await feed("lac", { link: `${link}/?utm_campaign=lac#haut` });
  expect(ways()).toEqual([["feed radio", "feed lac"]]);
});

test("a file, then a paste of its words, then the file under another name", async () => {
  await file("puits.txt", note(null));
  await paste(note(null));
  await file("copie.txt", note(null));
  expect(ways()).toEqual([["file puits.txt", "paste", "file copie.txt"]]);
});

test("a saved file of a page, then a feed with that page, then a paste of it", async () => {
  await file("page.txt", note(link));
  await feed("radio");
  await paste(note(link, "Le puits de Sake est ouvert, mais son eau est à bouillir."));
  expect(ways()).toEqual([["file page.txt", "feed radio", "paste"]]);
});

test("two sources on one event, each with a page of its own, stay two", async () => {
  await feed("radio");
  await feed("lac", { link: "https://lac.example.org/puits", title: "radio : le puits" });
  expect(ways()).toEqual([["feed radio"], ["feed lac"]]);
});

test("two pastes that only name the same front page stay two", async () => {
  const home = "https://radio.example.org/";
  expect(canonicalLink(home)).not.toBeNull();
  await paste(note(home));
  await paste(note(home, "Le pont de Mushaki est refermé aux camions depuis la pluie de mardi."));
  expect(ways()).toEqual([["paste"], ["paste"]]);
});

test("an e-mail that passes a page on, then a feed with that page, then a paste of it", async () => {
  const mail = {
    subject: "TR: Le puits de Sake",
    from: "Équipe eau",
    sentAt: monday,
    text: note(`${link}?utm_source=mail`),
  };
  await file("puits.eml", makeEml(mail));
  await feed("radio");
  await paste(note(link));
  expect(ways()).toEqual([["file puits.eml", "feed radio", "paste"]]);
});

test("a feed, then an e-mail of its page; the same e-mail out of Outlook is the same words", async () => {
  await feed("radio");
  const mail = { subject: "Puits", from: "Équipe eau", sentAt: monday, text: note(link) };
  await file("puits.eml", makeEml(mail));
  await file("puits.msg", makeMsg(mail));
  expect(ways()).toEqual([["feed radio", "file puits.eml", "file puits.msg"]]);
});
