import { beforeEach, describe, expect, test } from "vitest";
import { type AskedFor, createGate, fixedOrigin, type Gate } from "./loopback-gate.ts";

const direct = "http://127.0.0.1:47613";

interface Head {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Record<string, string>;
  readonly secondHost?: string;
}

/** A request's head as Node gives it. */
function head({ method = "GET", url = "/", headers = {}, secondHost }: Head): AskedFor {
  const all = { host: "127.0.0.1:47613", ...headers };
  const raw = Object.entries(all).flat();
  return { method, url, headers: all, rawHeaders: secondHost === undefined ? raw : [...raw, "Host", secondHost] };
}

let gate: Gate;
const token = "t".repeat(43);
beforeEach(() => {
  gate = createGate();
  gate.openFor(direct);
  gate.swapSecret(`${gate.createSecret()} ${token}`);
});

const fromOurPage = () => ({ origin: direct, "sec-fetch-site": "same-origin", authorization: `Bearer ${token}` });
const call = (but: Record<string, string | undefined> = {}, more: Head = {}): AskedFor => {
  const headers = Object.fromEntries(
    Object.entries({ ...fromOurPage(), ...but }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return head({ method: "POST", url: "/host/diskState", headers, ...more });
};
const outside = { admitted: "no" };

describe("who gets the page's files", () => {
  test.each([undefined, "none", "same-origin"])("a browser that comes as %s", (site) => {
    const headers = site === undefined ? {} : { "sec-fetch-site": site };
    expect(gate.admit(head({ url: "/assets/app.js?v=1", headers }))).toEqual({
      admitted: "file",
      pathname: "/assets/app.js",
    });
  });

  test.each(["cross-site", "same-site"])("not a page that comes from another site (%s)", (site) => {
    expect(gate.admit(head({ headers: { "sec-fetch-site": site } }))).toEqual(outside);
  });

  test.each([
    "127.0.0.1",
    "127.0.0.1:80",
    "127.0.0.1:47614",
    "localhost:47613",
    "LOCALHOST:47613",
    "evil.example:47613",
    "[::1]:47613",
    "reader.localhost",
    "reader.localhost:47613",
    "127.0.0.1:47613.",
    "",
  ])("not one who calls us %s", (host) => {
    expect(gate.admit(head({ headers: { host } }))).toEqual(outside);
  });

  test("not one with two Host headers, or none", () => {
    expect(gate.admit(head({ secondHost: "evil.example" }))).toEqual(outside);
    expect(gate.admit({ method: "GET", url: "/", headers: {}, rawHeaders: [] })).toEqual(outside);
  });

  test.each(["HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "PROPFIND"])("not by %s", (method) => {
    expect(gate.admit(head({ method }))).toEqual(outside);
  });

  test("nobody before an address was given out", () => {
    expect(createGate().admit(head({}))).toEqual(outside);
  });
});

describe("the browser whose proxy we are", () => {
  const throughUs = (url: string, host = "reader.localhost") => head({ url, headers: { host } });

  test("gets the page at its fixed address", () => {
    gate.openFor(fixedOrigin);
    expect(gate.admit(throughUs("http://reader.localhost/"))).toEqual({ admitted: "file", pathname: "/" });
    expect(gate.admit(throughUs("http://reader.localhost/assets/a.js"))).toEqual({
      admitted: "file",
      pathname: "/assets/a.js",
    });
  });

  test("gets nothing before such a window was opened", () => {
    expect(gate.admit(throughUs("http://reader.localhost/"))).toEqual(outside);
  });

  test.each([
    ["http://example.org/", "example.org"],
    ["http://example.org/", "reader.localhost"],
    ["http://reader.localhost/", "example.org"],
    ["http://reader.localhost.evil.example/", "reader.localhost"],
    ["http://reader.localhost:81/", "reader.localhost"],
    ["http://reader.localhost@evil.example/", "reader.localhost"],
    ["https://reader.localhost/", "reader.localhost"],
    ["http://127.0.0.1:47613/", "127.0.0.1:47613"],
    ["/", "reader.localhost"],
    ["*", "reader.localhost"],
    ["reader.localhost:443", "reader.localhost:443"],
  ])("gets nothing of %s (Host: %s)", (url, host) => {
    gate.openFor(fixedOrigin);
    expect(gate.admit(throughUs(url, host))).toEqual(outside);
  });

  test("makes calls from its fixed origin only", () => {
    gate.openFor(fixedOrigin);
    const asked = (origin: string) =>
      gate.admit(call({ origin, host: "reader.localhost" }, { url: "http://reader.localhost/host/diskState" }));
    expect(asked(fixedOrigin)).toEqual({ admitted: "host-call", name: "diskState" });
    expect(asked(direct)).toEqual(outside);
  });
});

describe("who may call the machine", () => {
  test("our page, with its token", () => {
    expect(gate.admit(call())).toEqual({ admitted: "host-call", name: "diskState" });
  });

  test.each([
    undefined,
    "null",
    "http://127.0.0.1",
    "http://127.0.0.1:47614",
    "http://localhost:47613",
    "https://127.0.0.1:47613",
    "http://evil.example",
    fixedOrigin,
  ])("not a page of the origin %s", (origin) => {
    expect(gate.admit(call({ origin }))).toEqual(outside);
  });

  test.each([undefined, "none", "same-site", "cross-site"])("not one whose browser says it comes as %s", (site) => {
    expect(gate.admit(call({ "sec-fetch-site": site }))).toEqual(outside);
  });

  test("not without its token, nor with a guessed one", () => {
    const guessed = `u${token.slice(1)}`;
    for (const authorization of [undefined, "", token, `Basic ${token}`, `Bearer ${guessed}`, `Bearer ${token}x`]) {
      expect(gate.admit(call({ authorization }))).toEqual(outside);
    }
  });

  test("not with the secret of an address in the token's place", () => {
    expect(gate.admit(call({ authorization: `Bearer ${gate.createSecret()}` }))).toEqual(outside);
  });

  test.each(["/host/", "/host/a/b", "/host/../session", "/host/read-header", "/hosts/diskState", "/"])(
    "not at %s",
    (url) => {
      expect(gate.admit(call({}, { url }))).toEqual(outside);
    },
  );
});

describe("the secret of a launch address", () => {
  test("is swapped from our own origin only", () => {
    const swap = (headers: Record<string, string>) => gate.admit(head({ method: "POST", url: "/session", headers }));
    expect(swap({ origin: direct, "sec-fetch-site": "same-origin" })).toEqual({ admitted: "secret-swap" });
    expect(swap({ origin: "http://evil.example", "sec-fetch-site": "cross-site" })).toEqual(outside);
    expect(swap({ origin: direct })).toEqual(outside);
    expect(swap({ "sec-fetch-site": "same-origin" })).toEqual(outside);
  });

  const [ours, others] = ["a".repeat(43), "b".repeat(43)];

  test("works once, and says so again to the page that didn't hear it", () => {
    const secret = gate.createSecret();
    expect(gate.swapSecret(`${secret} ${ours}`)).toBe(true);
    expect(gate.swapSecret(`${secret} ${ours}`)).toBe(true);
    expect(gate.swapSecret(`${secret} ${others}`)).toBe(false);
    expect(gate.admit(call({ authorization: `Bearer ${ours}` }))).toMatchObject({ admitted: "host-call" });
    expect(gate.admit(call({ authorization: `Bearer ${others}` }))).toEqual(outside);
  });

  test("opens nothing for a token that could be guessed", () => {
    const secret = gate.createSecret();
    for (const token of ["", " ", ours.slice(1), `${ours}a`, `${ours} ${others}`, `${ours.slice(1)}é`]) {
      expect(gate.swapSecret(`${secret} ${token}`)).toBe(false);
    }
    expect(gate.swapSecret(`${secret} ${ours}`)).toBe(true);
  });

  test("isn't guessed, and no two are alike", () => {
    expect(gate.swapSecret(` ${ours}`)).toBe(false);
    expect(gate.swapSecret(`guessed ${ours}`)).toBe(false);
    expect(gate.createSecret()).not.toBe(gate.createSecret());
    expect(gate.createSecret()).toMatch(/^[\w-]{43}$/);
  });

  test("of an address asked for long ago and never used runs out", () => {
    const first = gate.createSecret();
    for (let count = 0; count < 32; count++) gate.createSecret();
    expect(gate.swapSecret(`${first} ${ours}`)).toBe(false);
  });
});
