import { hostPortGiven, hostPortWanted } from "../contracts/host-port.ts";

/** How the worker reaches the machine. `none` = this page wasn't opened by the program: the launcher opens it again. */
export type HostInit =
  | { readonly kind: "port"; readonly port: MessagePort }
  | { readonly kind: "loopback"; readonly token: string; readonly origin: string }
  | { readonly kind: "none" };

interface PageMessage {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

/** What of a page this needs, so that it is tested without one. */
export interface Page {
  readonly location: {
    readonly protocol: string;
    readonly origin: string;
    readonly hash: string;
    readonly pathname: string;
  };
  readonly history: { replaceState(data: null, unused: string, address: string): void };
  readonly sessionStorage: {
    getItem(key: string): string | null;
    setItem(key: string, value: string): void;
    removeItem(key: string): void;
  };
  readonly crypto: { getRandomValues(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> };
  fetch(address: string, init: RequestInit): Promise<Response>;
  postMessage(message: unknown, targetOrigin: string): void;
  addEventListener(type: "message", listener: (event: PageMessage) => void): void;
  removeEventListener(type: "message", listener: (event: PageMessage) => void): void;
  setTimeout(action: () => void, delayMs: number): unknown;
}

const tokenKey = "session-token";
const swapKey = "session-swap";
// Long, because on a slow laptop the answer waits behind the page's own start; it is only ever waited out in vain.
const portPatienceMs = 10_000;

/** Runs on the page once, before anything is drawn. Only the loopback host is reached by http. */
export function chooseHost(page: Page = globalThis as unknown as Page): Promise<HostInit> {
  return page.location.protocol === "http:" ? openSession(page) : askForPort(page);
}

/**
 * Swaps the one-time secret of the address for this tab's token; a reload finds the token again. The token is made and
 * noted here before it is asked for, so a reload in the middle of the swap, whose answer nobody heard, asks the same again.
 */
async function openSession(page: Page): Promise<HostInit> {
  const { location, history, sessionStorage } = page;
  const secret = location.hash.startsWith("#launch=") ? location.hash.slice("#launch=".length) : null;
  if (secret !== null) {
    // Gone from the address bar, the history and every copied address before anything else happens.
    history.replaceState(null, "", location.pathname);
    sessionStorage.setItem(swapKey, `${secret} ${createToken(page)}`);
  }
  const swap = sessionStorage.getItem(swapKey);
  const fresh = swap === null ? null : await askForSwap(page, swap);
  const token = fresh ?? sessionStorage.getItem(tokenKey);
  return token === null ? { kind: "none" } : { kind: "loopback", token, origin: location.origin };
}

/** The token that is good from now on, or null: the secret is unknown or another tab used it. */
async function askForSwap(page: Page, swap: string): Promise<string | null> {
  try {
    const answer = await page.fetch("/session", { method: "POST", body: swap });
    const token = answer.ok ? (swap.split(" ")[1] ?? null) : null;
    if (token !== null) page.sessionStorage.setItem(tokenKey, token);
    page.sessionStorage.removeItem(swapKey);
    return token;
  } catch {
    return null;
  }
}

function createToken({ crypto }: Page): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function askForPort(page: Page): Promise<HostInit> {
  return new Promise((resolve) => {
    const settle = (init: HostInit) => {
      page.removeEventListener("message", hear);
      resolve(init);
    };
    const hear = (event: PageMessage) => {
      const [port] = event.ports;
      const isOurs = event.source === page && event.origin === page.location.origin && event.data === hostPortGiven;
      if (isOurs && port !== undefined) settle({ kind: "port", port });
    };
    page.addEventListener("message", hear);
    page.postMessage(hostPortWanted, page.location.origin);
    page.setTimeout(() => settle({ kind: "none" }), portPatienceMs);
  });
}
