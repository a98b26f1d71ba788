import { randomUUID } from "node:crypto";
import type { LeaseFailure, LeaseToken } from "../../renderer/contracts/host.ts";
import { fail, type Result, succeed } from "../../renderer/model/result.ts";
import type { SocketClaim } from "./local-socket.ts";
import { claimVault } from "./vault-claim.ts";

export interface LeaseWish {
  readonly takeOver: boolean;
  /** Told once, when another window, tab or program takes the library. */
  readonly onLost: () => void;
}

export interface Lease {
  acquire(wish: LeaseWish): Promise<Result<LeaseToken, LeaseFailure>>;
  release(token: LeaseToken): Promise<void>;
  /** Runs one write at a time, and only while that token holds the vault; null = it doesn't (any more). */
  write<Value>(token: LeaseToken, action: () => Promise<Value>): Promise<Value | null>;
}

interface Holder {
  readonly token: LeaseToken;
  readonly onLost: () => void;
}

/** One writer per vault: one program by the vault's socket, and in this program one client by its token. */
export function openLease(vaultFolder: string): Lease {
  let claim: SocketClaim | null = null;
  let holder: Holder | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  /** Everything that changes the holder waits for the writes before it, so a lost lease means a quiet vault. */
  function inTurn<Value>(action: () => Promise<Value>): Promise<Value> {
    const turn = queue.then(action);
    queue = turn.catch(() => {});
    return turn;
  }

  function loseHolder(): void {
    const lost = holder;
    holder = null;
    lost?.onLost();
  }

  async function giveUpClaim(): Promise<void> {
    const given = claim;
    claim = null;
    await given?.release();
  }

  function handOver(): Promise<void> {
    loseHolder();
    return inTurn(async () => {
      // Once more: the question may have come while a client was just getting the vault.
      loseHolder();
      await giveUpClaim();
    });
  }

  return {
    acquire: ({ takeOver, onLost }) =>
      inTurn(async () => {
        if (holder !== null) {
          if (!takeOver) return fail({ kind: "open-elsewhere" });
          loseHolder();
        }
        if (claim !== null && !(await claim.isStillOurs())) await giveUpClaim();
        claim ??= await claimVault(vaultFolder, { takeOver, onAsked: handOver });
        if (claim === null) return fail({ kind: "open-elsewhere" });
        holder = { token: randomUUID(), onLost };
        return succeed(holder.token);
      }),

    release: (token) =>
      inTurn(async () => {
        if (holder?.token !== token) return;
        holder = null;
        await giveUpClaim();
      }),

    write: (token, action) =>
      inTurn(async () => {
        if (holder?.token !== token) return null;
        if (claim === null || !(await claim.isStillOurs())) {
          loseHolder();
          await giveUpClaim();
          return null;
        }
        return action();
      }),
  };
}
