import { decode, encode } from "cborg";
import type { RevisionContent } from "../../model/briefing.ts";
import type { BriefingId } from "../../model/ids.ts";
import type { OwnBytes } from "./byte-arrays.ts";
import { deflate, inflate } from "./deflate.ts";
import type { VaultKeys } from "./keys.ts";
import { seal, unseal } from "./seal.ts";

const bodyFormat = 1;

/** Deflated and sealed once: the journal and the working copy keep these very bytes. */
export async function sealRevision(
  keys: VaultKeys,
  body: { readonly id: BriefingId; readonly revision: number; readonly content: RevisionContent },
  randomBytes: (count: number) => OwnBytes,
): Promise<OwnBytes> {
  return seal(keys.bodies, placeOf(body.id, body.revision), await deflate(encode(body.content)), randomBytes);
}

/** null = damaged, or another briefing's or revision's bytes. */
export async function unsealRevision(
  keys: VaultKeys,
  body: { readonly id: BriefingId; readonly revision: number; readonly sealed: Uint8Array },
): Promise<RevisionContent | null> {
  const deflated = await unseal(keys.bodies, placeOf(body.id, body.revision), body.sealed);
  return deflated === null ? null : (decode(await inflate(deflated)) as RevisionContent);
}

function placeOf(id: BriefingId, revision: number) {
  return { store: "body", key: `${id} ${revision}`, version: bodyFormat };
}
