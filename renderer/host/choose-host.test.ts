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
  stored = {},
  swapsSecret = () => false,
}: {
  address: string;
  /** What a former page of this tab left in its storage. */
  stored?: Record<string, string>;
  /** The host's answer to `secret token`; "lost" = it never came. */
  swapsSecret?: (secret: string, token: string) => boolean | "lost";
}) {
  const url = new URL(address);
  const listeners = new Set<(event: Message) => void>();
  const storage = new Map(Object.entries(stored));
  const seen = { shownAddress: address, posted: [] as unknown[], addressAtSwap: null as string | null };
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
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => void storage.set(key, value),
      removeItem: (key) => void storage.delete(key),
    },
    crypto: globalThis.crypto,
    async fetch(asked, init) {
      expect([asked, init.method]).toEqual(["/session", "POST"]);
      seen.addressAtSwap = seen.shownAddress;
      const [secret = "", token = ""] = String(init.body).split(" ");
      const answer = swapsSecret(secret, token);
      if (answer === "lost") throw new TypeError("Failed to fetch");
      return new Response(null, { status: answer ? 204 : 403 });
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
    stored: () => Object.fromEntries(storage),
    listeners,
    hear: (message: Partial<Message>) => {
      const event = { source: page, origin: page.location.origin, data: hostPortGiven, ports: [], ...message };
      for (const listener of [...listeners]) listener(event);
    },
    waitInVain: () => outOfPatience(),
  };
}

/** A host that gave out one address with the secret "once". */
function hostWithOneSecret() {
  let usedFor: string | null = null;
  return {
    swapsSecret(secret: string, token: string): boolean {
      if (secret !== "once" || (usedFor ?? token) !== token) return false;
      usedFor = token;
      return true;
    },
    openTo: () => usedFor,
  };
}

describe("a page opened by the loopback launcher", () => {
  const launch = "http://127.0.0.1:47613/#launch=once";
  const reload = "http://127.0.0.1:47613/";

  test("swaps the secret of its address for a token that survives a reload", async () => {
    const host = hostWithOneSecret();
    const first = fakePage({ address: launch, ...host });
    expect(await chooseHost(first.page)).toEqual({
      kind: "loopback",
      token: host.openTo(),
      origin: "http://127.0.0.1:47613",
    });
    expect(host.openTo()).toMatch(/^[\w-]{43}$/);
    const second = fakePage({ address: reload, stored: first.stored(), ...host });
    expect(await chooseHost(second.page)).toMatchObject({ kind: "loopback", token: host.openTo() });
    expect(second.seen.addressAtSwap).toBeNull();
  });

  test("takes the secret out of the address bar before it is even used", async () => {
    const { page, seen } = fakePage({ address: launch, ...hostWithOneSecret() });
    await chooseHost(page);
    expect(seen.addressAtSwap).toBe("http://127.0.0.1:47613/");
    expect(seen.shownAddress).toBe("http://127.0.0.1:47613/");
  });

  test.each(["before its request arrived", "before the answer came"])(
    "reloaded in the middle of the swap, %s, asks the same again",
    async (when) => {
      const host = hostWithOneSecret();
      const cutOff = fakePage({
        address: launch,
        swapsSecret(secret, token) {
          if (when === "before the answer came") host.swapsSecret(secret, token);
          return "lost";
        },
      });
      expect(await chooseHost(cutOff.page)).toEqual({ kind: "none" });
      const reloaded = fakePage({ address: reload, stored: cutOff.stored(), ...host });
      const init = await chooseHost(reloaded.page);
      expect(init).toMatchObject({ kind: "loopback", token: host.openTo() });
    },
  );

  test("keeps its token when the address with the used secret is opened again in the same tab", async () => {
    const stored = { "session-token": "token-1" };
    const { page } = fakePage({ address: "http://reader.localhost/#launch=used", stored });
    expect(await chooseHost(page)).toMatchObject({ kind: "loopback", token: "token-1" });
  });

  test("has no machine when it was opened without a secret, or with one that was used", async () => {
    expect(await chooseHost(fakePage({ address: "http://reader.localhost/" }).page)).toEqual({ kind: "none" });
    const used = fakePage({ address: "http://reader.localhost/#launch=used" });
    expect(await chooseHost(used.page)).toEqual({ kind: "none" });
    expect(used.stored()).toEqual({});
  });

  test("has no machine when nobody answers any more", async () => {
    const { page } = fakePage({ address: launch, swapsSecret: () => "lost" });
    expect(await chooseHost(page)).toEqual({ kind: "none" });
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
