import type { Host, LeaseToken } from "../../contracts/host.ts";

/** A document that the test's own network has at an address. */
export interface ServedDocument {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** Sends the body's first half, then nothing until the fetch is cancelled. */
  readonly stallsHalfway?: boolean;
}

/** One computer with one library on it. */
export interface HostUnderTest {
  /** Another window, tab or worker on the same computer. */
  connect(): Promise<Host>;
  /** That window is closed, its worker with it. */
  close(host: Host): Promise<void>;
  setFreeBytes(bytes: number): void;
  serve(
    document: ServedDocument,
  ): Promise<{ readonly address: string; readonly asked: () => readonly AskedDocument[] }>;
  readonly openedLinks: readonly string[];
  end(): Promise<void>;
}

export interface AskedDocument {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** A computer of its own for each test, and its first window. */
export type StartComputer = () => Promise<{ computer: HostUnderTest; host: Host }>;

export const bytes = (text: string) => new TextEncoder().encode(text);
export const done = { ok: true, value: null };

export async function leaseOf(host: Host): Promise<LeaseToken> {
  const lease = await host.acquireLease({ takeOver: false });
  if (!lease.ok) throw new Error("the vault is open elsewhere");
  return lease.value;
}
