import type { Host, LeaseToken, StoreFailure } from "../../contracts/host.ts";
import { type Result, succeed } from "../../model/result.ts";
import { encodeHeader, type HeaderSlot, type VaultHeader } from "./vault-header.ts";

/** The header as it stands on disk. Each write goes to the older slot, so that a cut leaves the newer one whole. */
export class HeaderFile {
  readonly #host: Host;
  readonly #lease: LeaseToken;
  #header: VaultHeader;
  #slot: HeaderSlot;

  constructor(host: Host, lease: LeaseToken, held: { readonly header: VaultHeader; readonly slot: HeaderSlot }) {
    this.#host = host;
    this.#lease = lease;
    this.#header = held.header;
    this.#slot = held.slot;
  }

  get header(): VaultHeader {
    return this.#header;
  }

  async change(changed: Partial<Omit<VaultHeader, "counter" | "vaultId">>): Promise<Result<null, StoreFailure>> {
    const header = { ...this.#header, ...changed, counter: this.#header.counter + 1 };
    const slot = this.#slot === 0 ? 1 : 0;
    const written = await this.#host.writeHeader({ lease: this.#lease, slot, bytes: await encodeHeader(header) });
    if (!written.ok) return written;
    this.#header = header;
    this.#slot = slot;
    return succeed(null);
  }
}
