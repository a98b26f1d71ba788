import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { Change } from "../../model/changes.ts";
import { parseFeed } from "../feeds/parse-feed.ts";
import type { FeedItem } from "../feeds/parsed-feed.ts";
import { shippedLimits } from "../surroundings.ts";
import { createFeedIntake } from "./intake-feed.ts";
import { delivery, monday, sourceNamed, VaultForTests } from "./vault-for-intake.suite.ts";

let vault: VaultForTests;
beforeEach(() => {
  vault = new VaultForTests();
});
const radio = sourceNamed("radio");

function itemOf(but: Partial<FeedItem> = {}): FeedItem {
  return {
    itemKey: "a1",
    title: "Le puits de Sake est ouvert",
    link: "https://radio.example.org/a1",
    content: {
      kind: "html",
      text: "<p>Le puits est ouvert depuis lundi, dit le chef du marché. 40 familles y puisent.</p>",
    },
    baseAddress: "https://radio.example.org/a1",
    published: monday - 3_600_000,
    posted: null,
    updated: null,
    authors: ["Marie"],
    publisher: null,
    language: null,
    attachments: [],
    extractOnly: false,
    ...but,
  };
}

async function poll(items: readonly FeedItem[], source = radio, at = monday) {
  const taken = await createFeedIntake(vault)({ source, items, delivery, at });
  vault.apply(taken.changes);
  return taken;
}
const text = (html: string) => ({ content: { kind: "html" as const, text: html } });
const arrived = (changes: readonly Change[]) => changes.find((change) => change.kind === "revision-arrived");

describe("a feed's items in the library", () => {
  test("a new one becomes a briefing with all that its source said", async () => {
    const { changes, added } = await poll([itemOf({ extractOnly: true })]);
    expect(added).toBe(1);
    expect(arrived(changes)?.head).toMatchObject({
      title: "Le puits de Sake est ouvert",
      lead: "Le puits est ouvert depuis lundi, dit le chef du marché. 40 familles y puisent.",
      language: "fr",
      kind: "unknown",
      times: { asOf: null, published: monday - 3_600_000, posted: null, fetched: monday },
      sourceName: "radio",
      authors: ["Marie"],
      handling: { audience: "public", label: null },
      grade: { source: null, information: null },
      extractOnly: true,
      wordCount: 15,
      revision: 1,
      revisedAt: null,
      provenances: [{ way: "feed", sourceId: radio.id, label: "radio", at: monday }],
    });
  });

  test("its id is the same in every vault", async () => {
    const first = arrived((await poll([itemOf()])).changes)?.head.id;
    vault = new VaultForTests();
    const second = arrived((await poll([itemOf()], radio, monday + 1)).changes)?.head.id;
    expect(first).toBe(second);
    expect(arrived((await poll([itemOf()], sourceNamed("autre"))).changes)?.head.id).not.toBe(first);
  });

  test("key points are taken, and the data's own day where the title states it", async () => {
    const { changes } = await poll([
      itemOf({
        title: "Rapport de situation au 18 octobre 2026",
        ...text("<h3>Faits saillants</h3><ul><li>Puits ouvert</li><li>Route fermée</li></ul><p>Texte.</p>"),
      }),
    ]);
    expect(arrived(changes)?.head).toMatchObject({
      keyPoints: ["Puits ouvert", "Route fermée"],
      kind: "sitrep",
      times: { asOf: "2026-10-18" },
    });
  });

  test("data can't be of a day after its publication", async () => {
    const { changes } = await poll([itemOf({ title: "Situation au 25 décembre 2026" })]);
    expect(arrived(changes)?.head.times.asOf).toBeNull();
  });

  test("the title isn't read twice", async () => {
    const { changes } = await poll([itemOf(text("<h1>Le puits de Sake est ouvert.</h1><p>Texte du jour.</p>"))]);
    expect(arrived(changes)?.head.lead).toBe("Texte du jour.");
  });

  test("an aggregator's item is told under its publisher's name and by its posting date", async () => {
    const { changes } = await poll([itemOf({ publisher: "Bureau Eau", published: null, posted: monday - 5 })]);
    expect(arrived(changes)?.head).toMatchObject({
      sourceName: "Bureau Eau",
      times: { published: null, posted: monday - 5 },
    });
  });
});

describe("the next poll", () => {
  test("of the same items makes no change at all", async () => {
    await poll([itemOf(), itemOf({ itemKey: "a2", title: "Deux", link: null })]);
    expect(await poll([itemOf(), itemOf({ itemKey: "a2", title: "Deux", link: null })], radio, monday + 9)).toEqual({
      changes: [],
      added: 0,
      revised: 0,
    });
  });

  test("with other trackers, white space, picture addresses or dates is unchanged", async () => {
    const html = (tail: string, address: string) =>
      text(
        `<p>Le puits <a href="https://a.example.org/x${tail}">ouvert</a>.</p><img src="https://a.example.org/p.jpg${address}" alt="Puits">`,
      );
    await poll([itemOf(html("?utm_source=1", "?sign=1"))]);
    const { changes } = await poll([
      itemOf({
        ...html("?fbclid=2", "?sign=2"),
        content: { kind: "html", text: html("", "").content.text.replace(" ", "\n \t") },
        published: monday - 9_000_000,
      }),
    ]);
    expect(changes).toEqual([]);
  });

  test("with a changed text makes a revision and leaves the first arrival as it was", async () => {
    await poll([itemOf()]);
    const { changes, added, revised } = await poll(
      [itemOf(text("<p>Le puits est fermé.</p>"))],
      radio,
      monday + 60_000,
    );
    expect({ added, revised }).toEqual({ added: 0, revised: 1 });
    expect(arrived(changes)?.head).toMatchObject({
      revision: 2,
      revisedAt: monday + 60_000,
      times: { fetched: monday },
    });
  });

  test("going back to an older text is no news", async () => {
    await poll([itemOf()]);
    await poll([itemOf(text("<p>Le puits est fermé.</p>"))]);
    expect((await poll([itemOf()])).changes).toEqual([]);
  });

  test("marks unread only for a new title, key point, number or name", async () => {
    const first = "<p>Le puits de Sake est ouvert, 40 familles y puisent de l'eau.</p>";
    const unreadAfter = async (html: string, title = itemOf().title) => {
      vault = new VaultForTests();
      await poll([itemOf(text(first))]);
      return arrived((await poll([itemOf({ ...text(html), title })])).changes)?.marksUnread;
    };
    expect(await unreadAfter(first.replace("ouvert", "bien ouvert"))).toBe(false);
    expect(await unreadAfter(first.replace("40", "45"))).toBe(true);
    expect(await unreadAfter(first.replace("Sake", "Minova"))).toBe(true);
    expect(await unreadAfter(first, "Le puits de Sake est rouvert")).toBe(true);
  });

  test("never brings back what was deleted, not even with a new text or under a new id", async () => {
    const id = arrived((await poll([itemOf()])).changes)?.head.id;
    if (id !== undefined) vault.apply([{ kind: "briefings-deleted", ids: [id] }]);
    expect((await poll([itemOf()])).changes).toEqual([]);
    expect((await poll([itemOf(text("<p>autre</p>"))])).changes).toEqual([]);
    expect((await poll([itemOf({ itemKey: "nouveau" })])).changes).toEqual([]);
  });

  test("with a new id for the same page and title makes no double", async () => {
    await poll([itemOf()]);
    expect((await poll([itemOf({ itemKey: "z9" })])).changes).toEqual([]);
  });

  test("of items that all link to one page keeps them apart", async () => {
    const link = "https://radio.example.org/avis";
    await poll([itemOf({ itemKey: "1", title: "Avis un", link, published: 1e12 })]);
    await poll([itemOf({ itemKey: "2", title: "Avis deux", link, published: 2e12 })]);
    expect(vault.titles()).toEqual(["Avis un", "Avis deux"]);
  });
});

describe("the same page by two sources", () => {
  test("is one briefing with two provenances, told once", async () => {
    await poll([itemOf()]);
    const lake = sourceNamed("lac");
    const same = itemOf({
      itemKey: "x",
      link: "https://radio.example.org/a1/?utm_source=lac",
      title: "Repris : le puits",
    });
    expect((await poll([same], lake)).changes).toMatchObject([
      { kind: "provenance-added", provenance: { label: "lac" } },
    ]);
    expect((await poll([same], lake)).changes).toEqual([]);
    expect(vault.titles()).toHaveLength(1);
  });

  test("two items that only link to a front page stay two", async () => {
    await poll([itemOf({ link: "https://radio.example.org/" })]);
    await poll([itemOf({ itemKey: "x", link: "https://radio.example.org", title: "Autre" })], sourceNamed("lac"));
    expect(vault.titles()).toHaveLength(2);
  });
});

describe("a feed over a bad link", () => {
  const feedOf = (numbers: readonly number[]) =>
    `<rss version="2.0"><channel><title>Radio</title>${numbers
      .map(
        (n) =>
          `<item><title>Rapport ${n}</title><link>https://radio.example.org/${n}</link><guid>g${n}</guid><description>&lt;p&gt;Le puits ${n} est ouvert depuis lundi.&lt;/p&gt;</description></item>`,
      )
      .join("")}</channel></rss>`;
  const whole = feedOf([1, 2, 3, 4, 5]);

  test("cut at any byte, then whole, then cut again, never makes a double or loses an item", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(whole.length), { minLength: 1, maxLength: 4 }), async (cuts) => {
        vault = new VaultForTests();
        for (const length of [...cuts, whole.length, ...cuts]) {
          const parsed = parseFeed({
            bytes: new TextEncoder().encode(whole.slice(0, length)),
            contentType: null,
            address: radio.address,
            limits: shippedLimits,
          });
          if (parsed.ok) await poll(parsed.value.items);
        }
        expect(vault.titles().sort()).toEqual([1, 2, 3, 4, 5].map((n) => `Rapport ${n}`));
        for (const head of vault.heads.values()) expect(head.revision).toBe(1);
      }),
      { seed: 41, numRuns: 60 },
    );
  });
});
