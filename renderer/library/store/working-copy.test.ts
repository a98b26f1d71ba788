import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import type { Change } from "../../model/changes.ts";
import type { BriefingId } from "../../model/ids.ts";
import { noFilters, type View } from "../../model/view.ts";
import { sampleArrival, sampleDelivery, sampleEpoch, sampleHead, sampleId } from "../journal/sample-changes.suite.ts";
import { SampleLaptop, seededRandom } from "../journal/sample-vault.suite.ts";
import type { OpenedVault } from "../opened-vault.ts";

/** Bodies aren't looked at here. */
const withoutBody = { sealRevision: async () => new Uint8Array(8) };

function everythingOf(vault: OpenedVault) {
  const { catalogue } = vault;
  const rowsOf = (kind: View["kind"]) =>
    catalogue.page({ view: { kind } as View, filters: noFilters, offset: 0, limit: 5_000 }).rows;
  return {
    all: rowsOf("all"),
    arrivals: rowsOf("arrivals"),
    deleted: rowsOf("deleted"),
    digests: catalogue.allIds().map((id) => catalogue.digests(id)),
    deliveries: catalogue.deliveries(),
    counts: catalogue.counts(),
  };
}

test("after many batches the working copy holds what a rebuild from the journal makes", async () => {
  const random = seededRandom(31);
  const laptop = new SampleLaptop();
  let vault = await laptop.open();
  const known: BriefingId[] = [];
  const some = () => known.filter(() => random() < 0.02);
  for (let batch = 0; batch < 60; batch++) {
    const changes: Change[] = [{ kind: "delivery-made", delivery: sampleDelivery(batch) }];
    for (let count = Math.floor(random() * 30); count > 0; count--) {
      const isNew = known.length < 20 || random() < 0.8;
      const number = isNew ? known.length + 1 : 1 + Math.floor(random() * known.length);
      if (isNew) known.push(sampleId(number));
      const times = { ...sampleHead(number).times, published: sampleEpoch + Math.floor(random() * 1_000_000) };
      const head = { times, revision: isNew ? 1 : 2 + batch, delivery: sampleDelivery(batch).id };
      changes.push(await sampleArrival(withoutBody, number, { head, marksUnread: random() < 0.5 }));
    }
    changes.push({ kind: "read-set", ids: some(), read: random() < 0.7 });
    changes.push({ kind: "saved-set", ids: some(), saved: random() < 0.7 });
    if (random() < 0.2) changes.push({ kind: "briefings-deleted", ids: some() });
    if (random() < 0.2) changes.push({ kind: "briefings-restored", ids: some() });
    expect(await vault.commit(changes)).toMatchObject({ ok: true });
    if (batch % 25 === 20) {
      await vault.close();
      vault = await laptop.open();
    }
  }
  expect(known.length).toBeGreaterThan(600);
  const inMemory = everythingOf(vault);
  await vault.close();
  const fromCopy = await laptop.open();
  expect(fromCopy.told.statuses.map(({ at }) => at)).not.toContain("rebuilding");
  expect(everythingOf(fromCopy)).toEqual(inMemory);
  await fromCopy.close();
  laptop.profile = new IDBFactory();
  expect(everythingOf(await laptop.open())).toEqual(inMemory);
}, 60_000);
