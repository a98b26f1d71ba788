import { describe, expect, test } from "vitest";
import type { FetchedAddress } from "../../contracts/host.ts";
import type { DocumentFailure } from "../../model/failure.ts";
import { fail, succeed } from "../../model/result.ts";
import { decideAnswer } from "./decide-answer.ts";

const item = { key: "a" };
const known = { etag: '"v1"', lastModified: null, documentDigest: "d1", newestItem: null, lastBytes: 10 };
const cut = { end: "cut", failure: { kind: "connection-cut", received: 5 } } as const;

function answer(but: Partial<FetchedAddress> = {}): FetchedAddress {
  return {
    status: 200,
    finalAddress: "https://radio.example/feed",
    permanentRedirect: false,
    contentType: null,
    etag: null,
    lastModified: null,
    serverDate: null,
    bytes: new Uint8Array(5),
    received: 5,
    end: { end: "complete" },
    ...but,
  };
}

const feed =
  (but: { items?: { key: string }[]; damaged?: boolean } = {}) =>
  async () =>
    succeed({
      items: [item],
      failures: [],
      damaged: false,
      nextAddress: null,
      format: "rss" as const,
      flavour: "plain" as const,
      homePage: null,
      ...but,
    });
const refuse = (failure: DocumentFailure) => async () => fail(failure);

describe("what an answer is worth", () => {
  test("a feed behind a 500 or a 404 is still a feed, but its validators don't count", async () => {
    expect(await decideAnswer(answer({ status: 500 }), known, "d2", feed())).toMatchObject({
      take: "items",
      complete: false,
    });
    expect(await decideAnswer(answer({ status: 404 }), known, "d2", feed())).toMatchObject({ take: "items" });
  });

  test("a login page that answers 200 is a login page, named by the host that sent it", async () => {
    const page = answer({ finalAddress: "https://portal.example:8443/hotspot" });
    expect(await decideAnswer(page, known, "d2", refuse({ kind: "login-page", host: null }))).toEqual({
      take: "nothing",
      failure: { kind: "login-page", host: "portal.example:8443" },
    });
  });

  test("a page of a server in trouble is told by its status", async () => {
    expect(
      await decideAnswer(answer({ status: 503 }), known, "d2", refuse({ kind: "error-page", host: null })),
    ).toEqual({
      take: "nothing",
      failure: { kind: "http-status", status: 503, host: "radio.example" },
    });
    expect(await decideAnswer(answer(), known, "d2", refuse({ kind: "error-page", host: null }))).toMatchObject({
      failure: { kind: "error-page", host: "radio.example" },
    });
  });

  test("the very bytes of last time aren't parsed again", async () => {
    const never = () => {
      throw new Error("parsed");
    };
    expect(await decideAnswer(answer(), known, "d1", never)).toEqual({ take: "nothing-new" });
    expect(await decideAnswer(answer({ status: 304 }), known, "d9", never)).toEqual({ take: "nothing-new" });
  });

  test("a 304 to a question without validators says nothing about the source", async () => {
    expect(await decideAnswer(answer({ status: 304 }), null, "d1", feed())).toMatchObject({
      take: "nothing",
      failure: { kind: "http-status", status: 304 },
    });
  });

  test("a cut answer isn't complete even where what came reads well", async () => {
    expect(await decideAnswer(answer({ end: cut }), known, "d1", feed())).toMatchObject({
      take: "items",
      complete: false,
      cutBy: { kind: "connection-cut" },
    });
  });

  test("a cut before the first item is told as a cut and not as a broken feed", async () => {
    const failure = { kind: "connection-cut" };
    expect(await decideAnswer(answer({ end: cut }), null, "d1", feed({ items: [], damaged: true }))).toMatchObject({
      failure,
    });
    expect(await decideAnswer(answer({ end: cut }), null, "d1", refuse({ kind: "broken-feed" }))).toMatchObject({
      failure,
    });
  });

  test("a damaged feed without one readable item is broken, an empty sound one is not", async () => {
    expect(await decideAnswer(answer(), null, "d1", feed({ items: [], damaged: true }))).toMatchObject({
      failure: { kind: "broken-feed" },
    });
    expect(await decideAnswer(answer(), null, "d1", feed({ items: [] }))).toMatchObject({
      take: "items",
      complete: true,
    });
  });
});
