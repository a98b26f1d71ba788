import { expect, test } from "vitest";
import { type BriefingId, brandId } from "../../model/ids.ts";
import type { FeedItem } from "../feeds/parsed-feed.ts";
import { createItemReader } from "./read-ahead.ts";

function item(title: string): FeedItem {
  return {
    itemKey: title,
    title,
    link: null,
    content: { kind: "html", text: `<p>${title} is open for light vehicles.</p>` },
    baseAddress: null,
    published: null,
    posted: null,
    updated: null,
    authors: [],
    publisher: null,
    language: null,
    attachments: [],
    extractOnly: false,
  };
}

test("an item that was read ahead is what it would have been in its turn", async () => {
  const [ferry, bridge] = [item("The ferry"), item("The bridge")];
  const reader = createItemReader();
  reader.readAhead([ferry, bridge], async () => null);
  const alone = createItemReader();
  expect(await reader.read(bridge)).toEqual(await alone.read(bridge));
  expect(await reader.read(ferry)).toEqual(await alone.read(ferry));
});

test("an item that can't be read fails in its own turn, not before", async () => {
  const broken = { ...item("The road"), content: null } as unknown as FeedItem;
  const reader = createItemReader();
  reader.readAhead([broken], async () => null);
  await expect(reader.read(broken)).rejects.toThrow();
});

test("a body that was sealed ahead comes with its item, and only with one that was read ahead", async () => {
  const [ferry, bridge] = [item("The ferry"), item("The bridge")];
  const first = { id: brandId<BriefingId>("a".repeat(32)), sealed: new Uint8Array([1]) };
  const reader = createItemReader();
  reader.readAhead([ferry], async () => first);
  expect((await reader.read(ferry)).firstBody).toEqual(first);
  expect((await reader.read(bridge)).firstBody).toBe(null);
});
