import { expect, test, vi } from "vitest";
import { type BriefingId, brandId, type DeliveryId, type SavedSearchId } from "../model/ids.ts";
import type { SyncStatus } from "../model/sync-status.ts";
import { noFilters } from "../model/view.ts";
import { createSavedSearches } from "./saved-searches.ts";
import type { Catalogue } from "./vault.ts";

const idOf = <Id extends Parameters<typeof brandId>[0] & string>(number: number): Id =>
  number.toString(16).padStart(32, "0") as Id;
const cholera = {
  id: brandId<SavedSearchId>(idOf(9)),
  name: "Choléra à Sake",
  query: "cholera sake",
  filters: noFilters,
};
const statusAt = (at: "syncing" | "idle") => ({ at }) as unknown as SyncStatus;

/** A library in which every delivery brought one briefing. */
function library() {
  const deliveries: DeliveryId[] = [brandId<DeliveryId>(idOf(1))];
  const briefingOf = (delivery: DeliveryId) => brandId<BriefingId>(`b${delivery.slice(1)}`);
  const search = {
    isComplete: true,
    countHits: vi.fn(async ({ among }: { among: ReadonlySet<string> | null }) => among?.size ?? 7),
  };
  const catalogue = {
    savedSearches: () => [cholera],
    deliveries: () => deliveries.map((id) => ({ id })),
    allIds: () => deliveries.map(briefingOf),
    head: (id: BriefingId) => ({ delivery: deliveries.find((delivery) => briefingOf(delivery) === id) }),
  } as unknown as Catalogue;
  const onNewHits = vi.fn();
  const saved = createSavedSearches({
    catalogue,
    search,
    randomBytes: (count) => new Uint8Array(count),
    onNewHits,
    onBug: (error) => expect.fail(String(error)),
  });
  const deliver = (number: number) => deliveries.push(brandId<DeliveryId>(idOf(number)));
  return { saved, search, onNewHits, deliver };
}

test("a saved search counts what is unread of it", async () => {
  const { saved, search } = library();
  expect(await saved.list([])).toEqual([{ search: cholera, unread: 7 }]);
  expect(search.countHits).toHaveBeenCalledWith({
    query: "cholera sake",
    filters: { ...noFilters, unreadOnly: true },
    among: null,
  });
});

test("where a reader has areas, what is unread in them is counted, as the view shows it", async () => {
  const { saved, search } = library();
  await saved.list(["masisi"]);
  expect(search.countHits).toHaveBeenCalledWith(
    expect.objectContaining({ filters: { ...noFilters, unreadOnly: true, areas: ["masisi"] } }),
  );
});

test("while not everything can be searched yet no number is said", async () => {
  const { saved, search } = library();
  search.isComplete = false;
  expect(await saved.list([])).toEqual([{ search: cholera, unread: null }]);
});

test("after a sync only what it brought is told, once, and not before it can be searched", async () => {
  const { saved, search, onNewHits, deliver } = library();
  saved.followSync(statusAt("syncing"));
  deliver(2);
  deliver(3);
  search.isComplete = false;
  saved.followSync(statusAt("idle"));
  await vi.waitFor(() => expect(onNewHits).not.toHaveBeenCalled());
  search.isComplete = true;
  saved.followIndex();
  await expect.poll(() => onNewHits.mock.calls.at(-1)).toEqual([[{ name: "Choléra à Sake", count: 2 }]]);
  saved.followIndex();
  saved.followSync(statusAt("idle"));
  expect(onNewHits).toHaveBeenCalledTimes(1);
});

test("a sync that brought nothing new says nothing", async () => {
  const { saved, onNewHits } = library();
  saved.followSync(statusAt("syncing"));
  saved.followSync(statusAt("idle"));
  await Promise.resolve();
  expect(onNewHits).not.toHaveBeenCalled();
});
