import { describe, expect, test } from "vitest";
import { fakeAnswer, fakeHeadBytes } from "../../host/fake-host.ts";
import { ferryItem, hourMs, minuteMs, setUpGettingTestbed } from "./getting-testbed.suite.ts";
import { radio, roads } from "./memory-sync.suite.ts";
import { plainFeed } from "./memory-vault.suite.ts";

const bed = setUpGettingTestbed();
const { asked, checked, choose, passes, serveAll, settle, start, startSession, unplug, weighed } = bed;

describe("in mode ask", () => {
  test("a library that wasn't asked for long is offered to be got, without any request", async () => {
    checked(2 * 24 * hourMs);
    weighed(radio, 600_000);
    bed.store.gettingNotes = { pace: { bytes: 300_000, ms: minuteMs }, dismissedAt: null };
    await start();
    expect(bed.getting.status()).toEqual({
      at: "offering",
      why: "long-ago",
      estimate: { sources: 2, bytes: 600_000, isAtLeast: true, minutes: 2 },
    });
    expect(asked()).toBe(0);
  });

  test("what is offered counts the full texts that would be fetched with it", async () => {
    checked(2 * 24 * hourMs);
    weighed(radio, 9);
    bed.articleBytes = 50_000;
    await start();
    expect(bed.getting.status()).toMatchObject({ at: "offering", estimate: { bytes: 50_009 } });
  });

  test("once a source answers after the link was away, the network is offered, and nothing more is asked", async () => {
    serveAll();
    await bed.sync.syncNow(null);
    unplug();
    bed.getting.stop();
    bed.now += 24 * hourMs;
    startSession();
    const before = asked();
    await start();
    await passes(90_000, 10_000);
    expect(bed.getting.status()).toMatchObject({ why: "long-ago" });
    const whileAway = asked() - before;
    expect(whileAway).toBeGreaterThan(0);
    expect(whileAway).toBeLessThan(4);
    serveAll();
    bed.store.traffic.length = 0;
    await passes(20 * minuteMs);
    expect(bed.getting.status()).toMatchObject({ at: "offering", why: "link-answers" });
    // What the look cost is counted: an unchanged answer is its head alone.
    expect(bed.store.traffic).toEqual([expect.objectContaining({ received: fakeHeadBytes })]);
    const looked = asked();
    await passes(3 * hourMs, 10 * minuteMs);
    expect(asked()).toBe(looked);
    expect(bed.store.heads.size).toBe(2);
    expect(bed.bugs).toEqual([]);
  });

  test("looks go to one source after the other, and only to those of the list", async () => {
    unplug();
    await start();
    await passes(20 * minuteMs);
    const addresses = bed.machine.requests.map(({ address }) => address);
    expect(new Set(addresses)).toEqual(new Set([radio.address, roads.address]));
    expect(addresses.slice(0, 4)).toEqual([radio, roads, radio, roads].map(({ address }) => address));
    expect(addresses.length).toBeLessThan(8);
  });

  test("a log-in page isn't a source that answers, and isn't asked every few minutes", async () => {
    for (const { address } of [radio, roads]) bed.machine.serve(address, fakeAnswer(address, "<login"));
    await start();
    await passes(50 * minuteMs);
    expect(bed.getting.status()).toMatchObject({ why: "long-ago" });
    expect(asked()).toBe(1);
  });

  test("a long answer is broken off as soon as it is known to be the source's", async () => {
    bed.machine.serve(radio.address, async (_request, { signal, progress }) => {
      progress({ received: 20_000, expected: 900_000 });
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        else signal.addEventListener("abort", () => resolve());
      });
      const end = { end: "cut", failure: { kind: "cancelled" } } as const;
      return fakeAnswer(radio.address, plainFeed([ferryItem]).slice(0, 12), { received: 20_000, end });
    });
    await start();
    await passes(minuteMs);
    expect(bed.getting.status()).toMatchObject({ why: "link-answers" });
    expect(bed.store.traffic).toMatchObject([{ received: 20_000 + fakeHeadBytes }]);
    expect(bed.store.heads.size).toBe(0);
  });

  test("what was waved away isn't shown again within the hour, also not after a restart", async () => {
    serveAll();
    checked(24 * hourMs);
    await start();
    await bed.getting.dismissOffer();
    await passes(30 * minuteMs);
    bed.getting.stop();
    startSession();
    await start();
    expect(bed.getting.status()).toEqual({ at: "quiet" });
    await passes(29 * minuteMs);
    expect(bed.getting.status()).toEqual({ at: "quiet" });
    expect(asked()).toBe(0);
    await passes(3 * minuteMs);
    expect(bed.getting.status()).toMatchObject({ at: "offering" });
  });

  test("an offer goes as soon as every source was asked in another way", async () => {
    checked(2 * 24 * hourMs);
    await start();
    expect(bed.getting.status().at).toBe("offering");
    checked(0);
    bed.getting.follow();
    await settle();
    expect(bed.getting.status()).toEqual({ at: "quiet" });
  });

  test("getting ends the offer", async () => {
    serveAll();
    await start();
    await bed.getting.getNow(null);
    await settle();
    expect(bed.getting.status()).toEqual({ at: "quiet" });
    expect(asked()).toBe(2);
    await passes(2 * hourMs, 10 * minuteMs);
    expect(asked()).toBe(2);
  });
});

describe("in mode manual", () => {
  test("nothing goes out by itself: no look, no offer, and no second try after a “Get” without a link", async () => {
    unplug();
    choose("manual");
    await start();
    await passes(5 * hourMs, 10 * minuteMs);
    expect(asked()).toBe(0);
    expect(await bed.getting.getNow(null)).toMatchObject({ at: "idle" });
    const tried = asked();
    await passes(5 * hourMs, 10 * minuteMs);
    expect(asked()).toBe(tried);
    expect(bed.getting.status()).toEqual({ at: "quiet" });
  });

  test("choosing it ends a wait for the link", async () => {
    unplug();
    choose("every-hour");
    await start();
    expect(bed.sync.status().at).toBe("waiting-for-link");
    choose("manual");
    await settle();
    const tried = asked();
    expect(bed.sync.status().at).toBe("idle");
    await passes(hourMs, 10 * minuteMs);
    expect(asked()).toBe(tried);
  });
});
