import { describe, expect, test } from "vitest";
import { hostPortGiven, hostPortWanted } from "../contracts/host-port.ts";
import { chooseHost, type Page } from "./choose-host.ts";

interface Message {
  source: unknown;
  origin: string;
  data: unknown;
  ports: MessagePort[];
}

/** A page as the browser gives it, with what the test reads afterwards. */
function fakePage({
  address,
  stored = null,
  swaps = {},
}: {
  address: string;
  stored?: string | null;
  swaps?: Record<string, string>;
}) {
  const url = new URL(address);
  const listeners = new Set<(event: Message) => void>();
  const seen = { shownAddress: address, posted: [] as unknown[], stored, addressAtSwap: null as string | null };
  let outOfPatience = () => {};
  const page: Page = {
    location: {
      protocol: url.protocol,
      origin: address.split("/").slice(0, 3).join("/"),
      hash: url.hash,
      pathname: url.pathname,
    },
    history: {
      replaceState(_data, _unused, shown) {
        seen.shownAddress = new URL(shown, address).href;
      },
    },
    sessionStorage: {
      getItem: () => seen.stored,
      setItem: (_key, value) => {
        seen.stored = value;
      },
    },
    async fetch(asked, init) {
      expect([asked, init.method]).toEqual(["/session", "POST"]);
      seen.addressAtSwap = seen.shownAddress;
      const token = swaps[String(init.body)];
      return token === undefined ? new Response(null, { status: 403 }) : new Response(token);
    },
    postMessage: (message) => void seen.posted.push(message),
    addEventListener: (_type, listener) => void listeners.add(listener),
    removeEventListener: (_type, listener) => void listeners.delete(listener),
    setTimeout: (action) => {
      outOfPatience = action;
    },
  };
  return {
    page,
    seen,
    listeners,
    hear: (message: Partial<Message>) => {
      const event = { source: page, origin: page.location.origin, data: hostPortGiven, ports: [], ...message };
      for (const listener of [...listeners]) listener(event);
    },
    waitInVain: () => outOfPatience(),
  };
}

describe("a page opened by the loopback launcher", () => {
  const swaps = { once: "token-1" };

  test("swaps the secret of its address for a token that survives a reload", async () => {
    const { page, seen } = fakePage({ address: "http://127.0.0.1:47613/#launch=once", swaps });
    expect(await chooseHost(page)).toEqual({ kind: "loopback", token: "token-1", origin: "http://127.0.0.1:47613" });
    expect(seen.stored).toBe("token-1");
  });

  test("takes the secret out of the address bar before it is even used", async () => {
    const { page, seen } = fakePage({ address: "http://127.0.0.1:47613/#launch=once", swaps });
    await chooseHost(page);
    expect(seen.addressAtSwap).toBe("http://127.0.0.1:47613/");
    expect(seen.shownAddress).toBe("http://127.0.0.1:47613/");
  });

  test("finds its token again after a reload", async () => {
    const { page } = fakePage({ address: "http://reader.localhost/", stored: "token-1" });
    expect(await chooseHost(page)).toEqual({ kind: "loopback", token: "token-1", origin: "http://reader.localhost" });
  });

  test("keeps its token when the address with the used secret is opened again in the same tab", async () => {
    const { page } = fakePage({ address: "http://reader.localhost/#launch=used", stored: "token-1", swaps });
    expect(await chooseHost(page)).toMatchObject({ kind: "loopback", token: "token-1" });
  });

  test("has no machine when it was opened without a secret, or with one that was used", async () => {
    expect(await chooseHost(fakePage({ address: "http://reader.localhost/" }).page)).toEqual({ kind: "none" });
    const { page, seen } = fakePage({ address: "http://reader.localhost/#launch=used", swaps });
    expect(await chooseHost(page)).toEqual({ kind: "none" });
    expect(seen.stored).toBeNull();
  });

  test("has no machine when nobody answers any more", async () => {
    const { page } = fakePage({ address: "http://reader.localhost/#launch=once" });
    const deaf = { ...page, fetch: () => Promise.reject(new TypeError("Failed to fetch")) };
    expect(await chooseHost(deaf)).toEqual({ kind: "none" });
  });
});

describe("a page in Electron", () => {
  test("asks for its port and gets it", async () => {
    const { page, seen, hear, listeners } = fakePage({ address: "app://reader/" });
    const { port1 } = new MessageChannel();
    const choosing = chooseHost(page);
    expect(seen.posted).toEqual([hostPortWanted]);
    hear({ ports: [port1] });
    expect(await choosing).toEqual({ kind: "port", port: port1 });
    expect(listeners.size).toBe(0);
    port1.close();
  });

  test("takes a port from nobody else", async () => {
    const { page, hear, waitInVain } = fakePage({ address: "app://reader/" });
    const { port1 } = new MessageChannel();
    const choosing = chooseHost(page);
    hear({ ports: [port1], source: {} });
    hear({ ports: [port1], origin: "https://example.org" });
    hear({ ports: [port1], data: "something else" });
    hear({ ports: [] });
    waitInVain();
    expect(await choosing).toEqual({ kind: "none" });
    port1.close();
  });
});
