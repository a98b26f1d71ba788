import { describe, expect, test } from "vitest";
import { fail } from "../../model/result.ts";
import { monday, radio, roads } from "./memory-sync.suite.ts";
import { plainFeed } from "./memory-vault.suite.ts";
import { items, setUpSyncTestbed } from "./sync-testbed.suite.ts";

const bed = setUpSyncTestbed();

describe("without a link", () => {
  const noLink = fail({ kind: "no-link" } as const);

  test("waits for it, asks one source now and then, and fetches all when it answers", async () => {
    bed.store.add(radio, roads);
    for (const source of [radio, roads]) bed.machine.serve(source.address, noLink);
    expect(await bed.sync.syncNow(null)).toMatchObject({ at: "waiting-for-link", since: monday });
    expect(bed.waits).toHaveLength(1);
    bed.now += 60_000;
    bed.told = [];
    const asked = bed.machine.requests.length;
    await bed.timePasses();
    expect(bed.machine.requests.length - asked).toBe(1);
    expect(bed.told.every(({ at }) => at === "waiting-for-link")).toBe(true);
    expect(bed.sync.status()).toMatchObject({ at: "waiting-for-link", since: monday });

    for (const source of [radio, roads]) bed.serveFeed(source, plainFeed(items(2)));
    await bed.timePasses();
    expect(bed.sync.status().at).toBe("idle");
    expect(bed.store.heads.size).toBe(4);
    expect(bed.waits).toHaveLength(0);
  });

  test("a person who stops the waiting isn't told of it any more, and nothing goes out by itself", async () => {
    bed.store.add(radio);
    expect((await bed.sync.syncNow(null)).at).toBe("waiting-for-link");
    bed.sync.cancel(null);
    expect(bed.sync.status().at).toBe("idle");
    expect(bed.told.at(-1)?.at).toBe("idle");
    const asked = bed.machine.requests.length;
    await bed.timePasses();
    expect(bed.machine.requests.length).toBe(asked);
  });

  test("a name that can't be found doesn't hide that the link is back", async () => {
    bed.store.add(radio, roads);
    bed.machine.serve(roads.address, fail({ kind: "name-not-found", host: "roads.example" }));
    expect((await bed.sync.syncNow(null)).at).toBe("waiting-for-link");
    bed.serveFeed(roads, plainFeed(items(2)));
    await bed.timePasses();
    await bed.timePasses();
    expect(bed.store.headsOf(roads.id)).toHaveLength(2);
  });

  test("one name of several that can't be found is that source's trouble, and isn't asked again and again", async () => {
    bed.store.add(radio, roads);
    bed.serveFeed(radio, plainFeed(items(2)));
    expect((await bed.sync.syncNow(null)).at).toBe("partly-done");
    expect(bed.waits).toHaveLength(0);
  });

  test("a sync by hand overtakes the planned one", async () => {
    bed.store.add(radio);
    bed.machine.serve(radio.address, noLink);
    await bed.sync.syncNow(null);
    bed.serveFeed(radio, plainFeed(items(2)));
    await bed.sync.syncNow(null);
    const asked = bed.machine.requests.length;
    await bed.timePasses();
    expect(bed.machine.requests).toHaveLength(asked);
  });

  test("a link that keeps breaking off is tried three more times, later each time, and then left to the person", async () => {
    bed.store.add(radio);
    bed.machine.serve(radio.address, fail({ kind: "timeout", phase: "first-byte", seconds: 30 }));
    await bed.sync.syncNow(null);
    const delays: number[] = [];
    for (let round = 0; round < 6 && bed.waits.length > 0; round++) {
      delays.push(...bed.waits.map(({ delayMs }) => delayMs));
      await bed.timePasses();
    }
    expect(bed.machine.requests).toHaveLength(4);
    expect(delays).toEqual([...delays].sort((a, b) => a - b));
    expect(new Set(delays).size).toBe(3);
  });

  test("nothing is tried any more once the library is closed", async () => {
    bed.store.add(radio);
    bed.machine.serve(radio.address, noLink);
    await bed.sync.syncNow(null);
    bed.sync.stop();
    await bed.timePasses();
    await bed.sync.syncNow(null);
    expect(bed.machine.requests).toHaveLength(1);
  });
});
