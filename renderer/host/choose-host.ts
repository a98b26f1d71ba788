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
  readonly sessionStorage: { getItem(key: string): string | null; setItem(key: string, value: string): void };
  fetch(address: string, init: RequestInit): Promise<Response>;
  postMessage(message: unknown, targetOrigin: string): void;
  addEventListener(type: "message", listener: (event: PageMessage) => void): void;
  removeEventListener(type: "message", listener: (event: PageMessage) => void): void;
  setTimeout(action: () => void, delayMs: number): unknown;
}

const tokenKey = "session-token";
// Long, because on a slow laptop the answer waits behind the page's own start; it is only ever waited out in vain.
const portPatienceMs = 10_000;

/** Runs on the page once, before anything is drawn. Only the loopback host is reached by http. */
export function chooseHost(page: Page = globalThis as unknown as Page): Promise<HostInit> {
  return page.location.protocol === "http:" ? openSession(page) : askForPort(page);
}

/** Swaps the one-time secret of the address for this tab's token; a reload finds the token again. */
async function openSession(page: Page): Promise<HostInit> {
  const secret = page.location.hash.startsWith("#launch=") ? page.location.hash.slice("#launch=".length) : null;
  // Gone from the address bar, the history and every copied address before anything else happens.
  if (secret !== null) page.history.replaceState(null, "", page.location.pathname);

  const fresh = secret === null ? null : await swapSecret(page, secret);
  if (fresh !== null) page.sessionStorage.setItem(tokenKey, fresh);
  const token = fresh ?? page.sessionStorage.getItem(tokenKey);
  return token === null ? { kind: "none" } : { kind: "loopback", token, origin: page.location.origin };
}

async function swapSecret(page: Page, secret: string): Promise<string | null> {
  try {
    const answer = await page.fetch("/session", { method: "POST", body: secret });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
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
