import { describe, expect, test } from "vitest";
import { fail } from "../../model/result.ts";
import { hourMs, minuteMs, setUpGettingTestbed } from "./getting-testbed.suite.ts";
import { monday, radio, roads } from "./memory-sync.suite.ts";

const bed = setUpGettingTestbed();
const { asked, choose, passes, serve, serveAll, settle, start, unplug } = bed;

describe("by the clock", () => {
  test("every hour each source is asked once, and a closed lid makes no second time of it", async () => {
    serveAll();
    choose("every-hour");
    await start();
    expect(asked()).toBe(2);
    expect(bed.getting.status()).toEqual({ at: "planned", next: monday + hourMs });
    await passes(58 * minuteMs);
    expect(asked()).toBe(2);
    await passes(4 * minuteMs);
    expect(asked()).toBe(4);
    bed.now += 9 * hourMs;
    await passes(2 * minuteMs);
    expect(asked()).toBe(6);
  });

  test("what was due without a link comes when the link is there", async () => {
    unplug();
    choose("every-6-hours");
    await start();
    expect(bed.sync.status().at).toBe("waiting-for-link");
    await passes(5 * minuteMs);
    serveAll();
    await passes(20 * minuteMs);
    expect(bed.sync.status().at).toBe("idle");
    expect(bed.store.heads.size).toBe(2);
  });

  test("what the person stopped stays stopped until they ask", async () => {
    unplug();
    choose("every-30-min");
    await start();
    bed.getting.stopGetting(null);
    await settle();
    serveAll();
    const stoppedAt = asked();
    await passes(5 * hourMs, 10 * minuteMs);
    expect(asked()).toBe(stoppedAt);
    expect(bed.getting.status()).toEqual({ at: "paused" });
    await bed.getting.getNow(null);
    await settle();
    expect(asked()).toBe(stoppedAt + 2);
    await passes(32 * minuteMs);
    expect(asked()).toBe(stoppedAt + 4);
  });

  test("over a link that is paid by volume nothing goes out by itself, unless it is allowed to", async () => {
    serveAll();
    bed.machine.isMetered = true;
    choose("every-hour");
    await start();
    expect(bed.getting.status()).toEqual({ at: "metered" });
    await passes(40 * minuteMs, 5 * minuteMs);
    expect(asked()).toBe(0);
    choose("every-hour", true);
    await settle();
    expect(asked()).toBe(2);
  });

  test("a wait for the link that ends on a link paid by volume goes on waiting", async () => {
    unplug();
    choose("every-hour");
    await start();
    const tried = asked();
    bed.machine.isMetered = true;
    serveAll();
    await passes(30 * minuteMs);
    expect(asked()).toBe(tried);
    expect(bed.getting.status()).toEqual({ at: "metered" });
    bed.machine.isMetered = false;
    await passes(20 * minuteMs);
    expect(bed.store.heads.size).toBe(2);
    expect(bed.getting.status()).toMatchObject({ at: "planned" });
  });
});

test("how fast a sync went is kept for the next estimate", async () => {
  serve(radio, 50_000);
  bed.machine.serve(roads.address, async () => {
    bed.now += 10_000;
    return fail({ kind: "refused", host: "roads.example" });
  });
  await start();
  await bed.getting.getNow(null);
  await settle();
  expect(bed.store.gettingNotes.pace).toMatchObject({ ms: 10_000 });
});
