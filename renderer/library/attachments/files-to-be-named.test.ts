import { beforeEach, describe, expect, test } from "vitest";
import type { KeptAttachment } from "../../model/attachment.ts";
import { dayMs } from "../../model/time.ts";
import type { Attachments } from "./attachments.ts";
import { FilesTestbed, fileOf, one } from "./files-testbed.suite.ts";

let bed: FilesTestbed;
beforeEach(async () => {
  bed = await FilesTestbed.set();
});

describe("a file that waits to be named", () => {
  const waiting = async (attachments: Attachments, file = fileOf(100_000)) => {
    const one = await attachments.seal(file);
    if (!one.ok) throw new Error(one.failure.kind);
    return one.value;
  };

  test("goes when it is let go, unless another that waits has the same content", async () => {
    const attachments = bed.attachments();
    const [first, second] = [
      await waiting(attachments),
      await waiting(attachments, fileOf(100_000, { name: "b.bin" })),
    ];
    expect(second.blob).toBe(first.blob);
    await attachments.letGo([first]);
    expect(bed.blobCount()).toBe(1);
    await attachments.letGo([second]);
    expect(bed.blobCount()).toBe(0);
  });

  test("lies there once when two previews read it at the same time, and stays for one when the other lets it go", async () => {
    const attachments = bed.attachments();
    const [first, second] = await Promise.all([waiting(attachments), waiting(attachments)]);
    expect(bed.blobCount()).toBe(1);
    await attachments.letGo([first]);
    await bed.vault.commit([{ kind: "attachments-kept", briefingId: one, attachments: [second] }]);
    attachments.settle([second]);
    expect(await bed.read(one, second)).toMatchObject({ ok: true });
  });

  test("is written by the second that reads it when the first is stopped", async () => {
    const attachments = bed.attachments();
    const stopping = new AbortController();
    const file = fileOf(3_000_000);
    const second: Promise<KeptAttachment>[] = [];
    const stopped = attachments.seal(file, {
      signal: stopping.signal,
      onProgress: () => {
        // Two that start together are told apart by whose content is known first: chance.
        if (second.length === 0) second.push(waiting(attachments, file));
        else stopping.abort();
      },
    });
    expect(await stopped).toEqual({ ok: false, failure: { kind: "cancelled" } });
    const kept = await Promise.all(second);
    await bed.vault.commit([{ kind: "attachments-kept", briefingId: one, attachments: kept }]);
    expect(await bed.read(one, kept[0])).toMatchObject({ ok: true });
  });

  test("stays once it was named, also when the same content is let go later or its briefing gave it up", async () => {
    const attachments = bed.attachments();
    const named = await waiting(attachments);
    await bed.vault.commit([{ kind: "attachments-kept", briefingId: one, attachments: [named] }]);
    attachments.settle([named]);
    await bed.vault.commit([{ kind: "attachment-removed", briefingId: one, attachmentId: named.id }]);
    await attachments.letGo([await waiting(attachments)]);
    expect(bed.blobCount()).toBe(1);
  });

  test("of what a briefing names already is nothing new, and letting it go takes nothing away", async () => {
    const [kept] = await bed.keep(one, fileOf(100_000));
    const attachments = bed.attachments();
    const again = await waiting(attachments);
    expect(again.blob).toBe(kept?.blob);
    await attachments.letGo([again]);
    expect(await bed.read(one, kept)).toMatchObject({ ok: true });
  });

  test("tells how far its sealing is, and leaves nothing behind when that is stopped", async () => {
    const stopping = new AbortController();
    const told: number[] = [];
    const stopped = await bed.attachments().seal(fileOf(3_000_000), {
      signal: stopping.signal,
      onProgress: ({ done }) => {
        told.push(done);
        stopping.abort();
      },
    });
    expect(stopped).toEqual({ ok: false, failure: { kind: "cancelled" } });
    expect(told).toHaveLength(1);
    expect(bed.blobCount()).toBe(0);
  });
});

describe("while it is written", () => {
  test("a full disk leaves no half file behind, and the same file can be kept later", async () => {
    const attachments = bed.attachments();
    bed.laptop.machine.fateOf = ({ number }) => ({ ends: number % 2 === 0 ? "disk-full" : "kept" });
    const file = fileOf(3_000_000);
    expect(await bed.sealed(one, [file], attachments)).toEqual({ ok: false, failure: { kind: "disk-full" } });
    expect(bed.vault.status).toEqual({ at: "read-only", why: { kind: "disk-full" } });
    expect(bed.blobCount()).toBe(0);
    bed.laptop.machine.fateOf = () => ({ ends: "kept" });
    await bed.keep(one, file);
    expect(bed.blobCount()).toBe(1);
  });

  test("a library that another window took keeps nothing more", async () => {
    bed.laptop.machine.takeLeaseAway();
    const kept = await bed.sealed(one, [fileOf(100)]);
    expect(kept).toEqual({ ok: false, failure: { kind: "open-elsewhere" } });
  });

  test("a power cut at any write leaves either a whole file or none that is named", async () => {
    const files = [fileOf(2_200_000, { name: "film.bin" }), fileOf(90_000, { name: "map.bin" })];
    const { machine } = bed.laptop;
    for (let cutAt = 1; ; cutAt++) {
      let writes = 0;
      machine.fateOf = ({ to, bytes }) => {
        if (to === "header" || to === "host-key" || ++writes !== cutAt) return { ends: "kept" };
        return { ends: "power-cut", keptBytes: Math.floor(bytes / 2) };
      };
      const kept = await bed.sealed(one, files);
      if (kept.ok) {
        await bed.vault.commit([{ kind: "attachments-kept", briefingId: one, attachments: kept.value }]);
      }
      machine.fateOf = () => ({ ends: "kept" });
      machine.restart();
      bed.vault = await bed.laptop.open();
      const named = bed.vault.catalogue.head(one)?.kept ?? [];
      for (const attachment of named) {
        const whole = files.find(({ name }) => name === attachment.name);
        await bed.expectWhole(one, attachment, whole?.bytes);
      }
      if (named.length === files.length) {
        expect(cutAt).toBeGreaterThan(5);
        break;
      }
    }
    bed.laptop.now += 2 * dayMs;
    await bed.reopen();
    await expect.poll(bed.blobCount).toBe(2);
  });
});
