import { describe, expect, test } from "vitest";
import { destinationOf, judgeAddress, kindOfIp, refusalOfIp, refusalOfRedirect } from "./url-policy.ts";

const strict = { insecure: false, local: false };
const confirmedLocal = { insecure: true, local: true };

describe("what reaching an IP address would mean", () => {
  test.each(["1.1.1.1", "196.216.2.1", "2606:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1"])("%s is public", (ip) =>
    expect(kindOfIp(ip)).toBe("public"),
  );

  test.each([
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.127.255.255",
    "fd00::1",
    "fc00::1",
    "fe80::1",
    "::ffff:192.168.1.1",
    "::ffff:c0a8:101",
    "64:ff9b::10.0.0.1",
  ])("%s is on the local network", (ip) => expect(kindOfIp(ip)).toBe("local"));

  test.each(["127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "64:ff9b::7f00:1"])(
    "%s is this computer",
    (ip) => expect(kindOfIp(ip)).toBe("loopback"),
  );

  test.each([
    "0.0.0.0",
    "0.1.2.3",
    "255.255.255.255",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "::",
    "ff02::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "::ffff:0:127.0.0.1",
    "100::1",
    "not an ip",
    "",
  ])("%s is never fetched from", (ip) => expect(kindOfIp(ip)).toBe("forbidden"));
});

describe("the shape of an address", () => {
  test.each([
    "ftp://example.org/",
    "file:///etc/passwd",
    "data:text/xml,<rss/>",
    "javascript:alert(1)",
    "reliefweb.int/updates",
    "https://",
    "https://user@example.org/",
    "https://user:secret@example.org/",
    "https://example.org:99999/",
    "",
  ])("%s can't be fetched", (address) => {
    expect(judgeAddress(address, confirmedLocal)).toEqual({ ok: false, failure: { kind: "bad-address", address } });
  });

  test("http needs the source's own permission", () => {
    expect(judgeAddress("http://example.org/feed", strict)).toEqual({
      ok: false,
      failure: { kind: "insecure-address", host: "example.org" },
    });
    expect(judgeAddress("http://example.org/feed", { insecure: true, local: false }).ok).toBe(true);
  });

  test.each([
    ["http://2130706433/", "127.0.0.1"],
    ["http://0x7f000001/", "127.0.0.1"],
    ["http://0177.0.0.1/", "127.0.0.1"],
    ["http://127.1/", "127.0.0.1"],
    ["http://127.0.0.1./", "127.0.0.1"],
    ["http://①②⑦.⓪.⓪.①/", "127.0.0.1"],
    ["http://[::ffff:127.0.0.1]/", "::ffff:7f00:1"],
    ["http://0/", "0.0.0.0"],
  ])("%s is seen as %s", (address, hostname) => {
    const judged = judgeAddress(address, confirmedLocal);
    expect(judged.ok && destinationOf(judged.value)).toEqual({ hostname, port: 80 });
  });
});

describe("whether an IP address may be connected to", () => {
  const router = { hostname: "192.168.1.1", port: 80 };
  const none: readonly number[] = [];

  test("a local one only for a source confirmed as local", () => {
    const refusal = { kind: "local-address", host: "192.168.1.1" };
    expect(refusalOfIp("192.168.1.1", router, { permissions: strict, ownPorts: none })).toEqual(refusal);
    expect(refusalOfIp("192.168.1.1", router, { permissions: confirmedLocal, ownPorts: none })).toBe(null);
  });

  test("a multicast or unspecified one never", () => {
    for (const ip of ["224.0.0.1", "0.0.0.0", "::"]) {
      expect(refusalOfIp(ip, router, { permissions: confirmedLocal, ownPorts: none })).toEqual({
        kind: "local-address",
        host: "192.168.1.1",
      });
    }
  });

  test.each(["127.0.0.1", "::1", "0.0.0.0", "192.168.1.1"])("our own port by %s never", (ip) => {
    const ours = { hostname: "localhost", port: 47_613 };
    expect(refusalOfIp(ip, ours, { permissions: confirmedLocal, ownPorts: [47_613] })).toEqual({ kind: "own-address" });
  });
});

describe("where a redirect may lead", () => {
  const from = new URL("http://nas.local/feed");
  test("a source confirmed as local stays on its host", () => {
    expect(refusalOfRedirect(from, new URL("http://nas.local:8080/feed.xml"), confirmedLocal)).toBe(null);
    for (const target of ["http://192.168.1.1/", "https://example.org/", "http://printer.local/"]) {
      expect(refusalOfRedirect(from, new URL(target), confirmedLocal)).toEqual({
        kind: "local-address",
        host: new URL(target).hostname,
      });
    }
  });

  test("any other may move", () => {
    expect(refusalOfRedirect(from, new URL("https://example.org/"), strict)).toBe(null);
  });
});
