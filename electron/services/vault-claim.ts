import { claimSocket, type SocketClaim } from "./local-socket.ts";

const takeOverQuestion = "take-over";
const released = "released";

export interface VaultClaimWish {
  readonly takeOver: boolean;
  /** Another program asks for the vault. It is answered when this has resolved. */
  readonly onAsked: () => Promise<void>;
}

/**
 * This program's hold on a vault; null = another program keeps it. One that doesn't answer in two seconds (hung, or in
 * the middle of a long write) keeps it too.
 */
export function claimVault(vaultFolder: string, { takeOver, onAsked }: VaultClaimWish): Promise<SocketClaim | null> {
  let hasAsked = false;
  return claimSocket(vaultFolder, {
    name: "lease",
    async answer(question) {
      if (question !== takeOverQuestion) return null;
      await onAsked();
      return released;
    },
    async onHeld(ask) {
      if (!takeOver || hasAsked) return false;
      hasAsked = true;
      return (await ask(takeOverQuestion)) === released;
    },
  });
}
