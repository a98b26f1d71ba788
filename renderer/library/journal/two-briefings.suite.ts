import { expect } from "vitest";
import { sampleArrival, sampleContent, sampleDelivery, sampleId, sampleSource } from "./sample-changes.suite.ts";
import { listedIds, SampleLaptop } from "./sample-vault.suite.ts";

const cursor = { etag: '"7"', lastModified: null, documentDigest: "d7", newestItem: 5, lastBytes: 900 };

/** A laptop with two briefings, the first of them read and the second saved. */
export async function laptopWithTwo(): Promise<SampleLaptop> {
  const laptop = new SampleLaptop();
  const vault = await laptop.open({ readerName: "Amani" });
  await vault.commit([
    { kind: "source-added", source: sampleSource },
    { kind: "delivery-made", delivery: sampleDelivery(0) },
    await sampleArrival(vault, 1),
    await sampleArrival(vault, 2),
    { kind: "cursor-moved", sourceId: sampleSource.id, cursor },
  ]);
  await vault.commit([{ kind: "read-set", ids: [sampleId(1)], read: true }]);
  await vault.commit([{ kind: "saved-set", ids: [sampleId(2)], saved: true }]);
  await vault.close();
  return laptop;
}

export async function expectBothThere(laptop: SampleLaptop) {
  const vault = await laptop.open();
  const { catalogue } = vault;
  expect(listedIds(vault)).toEqual([sampleId(2), sampleId(1)]);
  expect(catalogue.state(sampleId(1))).toEqual({ read: true, saved: false });
  expect(catalogue.state(sampleId(2))).toEqual({ read: false, saved: true });
  expect(catalogue.sources()).toEqual([sampleSource]);
  expect(catalogue.cursor(sampleSource.id)).toEqual(cursor);
  expect(catalogue.deliveries()).toEqual([sampleDelivery(0)]);
  expect(await vault.readRevision(sampleId(1), null)).toEqual(sampleContent(1));
  expect(await vault.readRevision(sampleId(2), 1)).toEqual(sampleContent(2));
  expect(await vault.readRevisions([sampleId(2), sampleId(9), sampleId(1)])).toEqual([
    sampleContent(2),
    null,
    sampleContent(1),
  ]);
  return vault;
}
