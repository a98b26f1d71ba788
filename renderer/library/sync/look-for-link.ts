import type { Host } from "../../contracts/host.ts";
import type { SyncFailure } from "../../model/failure.ts";
import type { Source } from "../../model/source.ts";
import type { Vault } from "../vault.ts";
import { decideAnswer } from "./decide-answer.ts";
import { documentDigest } from "./document-digest.ts";
import type { ParseFeed } from "./feed-seams.ts";

/** Enough to tell a feed from a log-in page; the rest of a long answer isn't worth its price here. */
const enoughBytes = 16 * 1024;

export interface LookTools<Item> {
  readonly host: Pick<Host, "fetchAddress">;
  readonly vault: Vault;
  readonly parseFeed: ParseFeed<Item>;
}

/**
 * One conditional request to one source of the list: null = it answered. Nothing is kept of the answer; what it cost
 * is counted like everything else.
 */
export async function lookForLink<Item>(
  source: Source,
  { host, vault, parseFeed }: LookTools<Item>,
  { signal, now }: { readonly signal: AbortSignal; readonly now: number },
): Promise<SyncFailure | null> {
  const known = vault.catalogue.cursor(source.id);
  const enough = new AbortController();
  const stop = () => enough.abort();
  signal.addEventListener("abort", stop, { once: true });
  const fetched = await host.fetchAddress(
    {
      address: source.address,
      etag: known?.etag ?? null,
      lastModified: known?.lastModified ?? null,
      permissions: source.permissions,
    },
    {
      signal: enough.signal,
      onProgress: ({ received }) => {
        if (received > enoughBytes) stop();
      },
    },
  );
  signal.removeEventListener("abort", stop);
  await vault.noteTraffic(source.id, fetched.overLink, now);
  if (!fetched.ok) return fetched.failure;
  const answer = fetched.value;
  const about = { address: answer.finalAddress, contentType: answer.contentType };
  const decision = await decideAnswer(answer, known, await documentDigest(answer.bytes), () =>
    parseFeed(answer.bytes, about),
  );
  if (decision.take !== "nothing") return null;
  // A first item longer than what was read: no page, so it is the source.
  return decision.failure.kind === "cancelled" && answer.bytes.length > 0 ? null : decision.failure;
}

/** Those that can say "nothing new" in a few bytes first. Each look asks the next one: a name may be wrong for good. */
export function sourceToLookAt(
  sources: readonly Source[],
  catalogue: Pick<Vault["catalogue"], "cursor">,
  looks: number,
): Source | null {
  const cost = (source: Source) => {
    const cursor = catalogue.cursor(source.id);
    const canSayUnchanged = cursor !== null && (cursor.etag !== null || cursor.lastModified !== null);
    return canSayUnchanged ? 0 : (cursor?.lastBytes ?? Number.MAX_SAFE_INTEGER);
  };
  const cheapestFirst = [...sources].sort((a, b) => cost(a) - cost(b) || a.name.localeCompare(b.name));
  return cheapestFirst[looks % Math.max(1, cheapestFirst.length)] ?? null;
}
