import type { BlobFacts } from "../../contracts/host.ts";
import type { BlobName } from "../../model/ids.ts";
import { dayMs, type Instant } from "../../model/time.ts";
import { beginsAsSealed, sealOverheadBytes } from "../crypto/seal.ts";
import type { BlobParts } from "./blob-store.ts";

/** Long enough for a change that is about to name it, and for a clock that is somewhat wrong. */
const sweptAfterMs = dayMs;
const deletedPerCall = 500;

/** Deletes blobs that no change names (any more): of imports cut short, and of attachments that were removed. */
export async function sweepBlobs(
  parts: BlobParts,
  { isNamed, now }: { readonly isNamed: (blob: BlobName) => boolean; readonly now: Instant },
): Promise<number> {
  const { host, lease } = parts;
  const listed = await host.listBlobs({});
  if (!listed.ok) return 0;
  const unwanted: BlobName[] = [];
  for (const facts of listed.value) {
    const isOld = now - facts.modifiedAt >= sweptAfterMs;
    if (isOld && !isNamed(facts.blob) && (await isOurs(parts, facts))) unwanted.push(facts.blob);
  }
  for (let at = 0; at < unwanted.length; at += deletedPerCall) {
    const blobs = unwanted.slice(at, at + deletedPerCall);
    if (!(await host.deleteBlobs({ lease, blobs })).ok) return at;
  }
  return unwanted.length;
}

/** What a newer version sealed in another form isn't ours to delete; what is too short to be sealed is a cut write. */
async function isOurs({ host, key }: BlobParts, { blob, bytes }: BlobFacts): Promise<boolean> {
  if (bytes < sealOverheadBytes) return true;
  const read = await host.readBlob({ blob, offset: 0, maxBytes: sealOverheadBytes });
  return read.ok && read.value !== null && beginsAsSealed(key, read.value);
}
