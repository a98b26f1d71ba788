import type { StampedChange } from "../../model/changes.ts";
import { signatureOf } from "../copies/signature-of.ts";
import type { VaultKeys } from "../crypto/keys.ts";
import { unsealRevision } from "../crypto/seal-revision.ts";

/**
 * Before format 2 nobody wrote down what a text shares with its copies. It is told from the text itself, once: what comes
 * out of this stays in the working copy. A damaged body has none.
 */
export function signOldRevisions(keys: VaultKeys, changes: readonly StampedChange[]): Promise<StampedChange[]> {
  return Promise.all(
    changes.map(async (stamped) => {
      const { change } = stamped;
      if (change.kind !== "revision-arrived" || change.signature !== null) return stamped;
      const { id, revision } = change.head;
      const content = await unsealRevision(keys, { id, revision, sealed: change.body }).catch(() => null);
      return content === null ? stamped : { ...stamped, change: { ...change, signature: signatureOf(content) } };
    }),
  );
}
