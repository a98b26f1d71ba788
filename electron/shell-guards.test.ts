import { describe, expect, test } from "vitest";
import { FakeEvent } from "../e2e/fixtures/fake-electron.ts";
import { setUpShellBench } from "../e2e/fixtures/start-shell.ts";

const { shellToAsk } = setUpShellBench();

describe("where the page may go", () => {
  test.each([
    "https://example.org/",
    "http://reader.localhost/",
    "file:///etc/passwd",
    "app://other/",
    "app://reader/assets/page-1a2b.js",
    "app://user@reader/",
    "data:text/html,hello",
    "javascript:alert(1)",
    "not an address",
  ])("not to %s", async (url) => {
    const { window } = await shellToAsk();
    expect(window.contents.isRefused("will-navigate", { url })).toBe(true);
    expect(window.contents.isRefused("will-frame-navigate", { url, isMainFrame: true })).toBe(true);
  });

  test("to itself, which is a reload", async () => {
    const { window } = await shellToAsk();
    expect(window.contents.isRefused("will-navigate", { url: "app://reader/" })).toBe(false);
    expect(window.contents.isRefused("will-frame-navigate", { url: "app://reader/#x", isMainFrame: true })).toBe(false);
  });

  test("never in a frame, by a redirect, in a new window or in a webview", async () => {
    const { window } = await shellToAsk();
    expect(window.contents.isRefused("will-frame-navigate", { url: "app://reader/", isMainFrame: false })).toBe(true);
    expect(window.contents.isRefused("will-redirect", { url: "app://reader/" })).toBe(true);
    expect(window.contents.isRefused("will-attach-webview")).toBe(true);
    expect(window.contents.windowOpenHandler({ url: "https://example.org/" })).toEqual({ action: "deny" });
    expect(window.contents.calls).toContain("webrtc disable_non_proxied_udp");
  });

  test("and the same holds for web contents that nobody meant to make", async () => {
    const { electron } = await shellToAsk();
    const stray = electron.addContents();
    expect(stray.isRefused("will-navigate", { url: "https://example.org/" })).toBe(true);
    expect(stray.isRefused("will-attach-webview")).toBe(true);
    expect(stray.windowOpenHandler({ url: "app://reader/" })).toEqual({ action: "deny" });
  });
});

describe("what the page may ask of the system", () => {
  test.each([
    "media",
    "geolocation",
    "notifications",
    "midiSysex",
    "pointerLock",
    "fullscreen",
    "openExternal",
    "clipboard-read",
    "display-capture",
    "fileSystem",
    "hid",
    "serial",
    "usb",
    "idle-detection",
    "persistent-storage",
    "local-network-access",
    "unknown",
  ])("not %s", async (permission) => {
    const { electron } = await shellToAsk();
    const answers: unknown[] = [];
    electron.session.permissionRequest?.(null, permission, (granted: unknown) => answers.push(granted));
    answers.push(electron.session.permissionCheck?.(null, permission, "app://reader"));
    expect(answers).toEqual([false, false]);
  });

  test("to put a text on the clipboard, for copying with its source", async () => {
    const { electron } = await shellToAsk();
    expect(electron.session.permissionCheck?.(null, "clipboard-sanitized-write", "app://reader")).toBe(true);
  });

  test("no device, no screen and no dictionary from a server", async () => {
    const { electron } = await shellToAsk();
    const streams: unknown[] = [];
    electron.session.displayMedia?.({}, (given: unknown) => streams.push(given));
    expect(electron.session.devicePermission?.({ deviceType: "usb" })).toBe(false);
    expect(streams).toEqual([null]);
    expect(electron.session.spellChecker).toBe(false);
  });

  test.each([
    ["app://reader/assets/page-1a2b.js", false],
    ["blob:app://reader/0f5e", false],
    ["https://example.org/pixel.gif", true],
    ["http://127.0.0.1:8080/", true],
    ["ws://example.org/", true],
    ["file:///etc/passwd", true],
    ["app://other/", true],
    ["blob:https://example.org/0f5e", true],
    ["devtools://devtools/bundled/", true],
  ])("to load %s: refused = %s", async (url, cancel) => {
    const { electron } = await shellToAsk();
    const answers: unknown[] = [];
    electron.session.beforeRequest?.({ url }, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([{ cancel }]);
  });

  test.each([
    ["blob:app://reader/0f5e", false],
    ["app://reader/index.html", true],
    ["https://example.org/setup.exe", true],
    ["data:text/plain,hello", true],
  ])("to save %s: refused = %s", async (url, isRefused) => {
    const { electron } = await shellToAsk();
    const event = new FakeEvent();
    electron.session.events.emitter.emit("will-download", event, { getURL: () => url });
    expect(event.defaultPrevented).toBe(isRefused);
  });
});

describe("our scheme", () => {
  async function ask(address: string, init: RequestInit = {}): Promise<Response> {
    const { electron } = await shellToAsk();
    const answer = electron.session.protocols.get("app");
    if (answer === undefined) throw new Error("nobody answers app://");
    return answer(new Request(address, init));
  }

  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types worker-url",
  ];

  test("gives the page with the policy that lets it load nothing but our files and make no other policy", async () => {
    const answer = await ask("app://reader/");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("content-security-policy")?.split("; ")).toEqual(policy);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(await answer.text()).toContain("<title>Field Reader</title>");
  });

  test("gives a worker the same policy with WebAssembly, and a page's script without", async () => {
    const worker = await ask("app://reader/assets/worker-3c4d.js");
    const script = await ask("app://reader/assets/page-1a2b.js");
    const workerPolicy = worker.headers.get("content-security-policy")?.split("; ");
    expect(workerPolicy).toEqual(policy.with(1, "script-src 'self' 'wasm-unsafe-eval'"));
    expect(script.headers.get("content-security-policy")?.split("; ")).toEqual(policy);
  });

  test.each([
    "app://reader/../electron/main.js",
    "app://reader/..%2felectron%2fmain.js",
    "app://reader/%2e%2e/electron/main.js",
    "app://reader/..%5celectron%5cmain.js",
    "app://reader/assets/../../package.json",
    "app://reader//etc/passwd",
    "app://reader/assets/",
    "app://reader/assets",
    "app://reader/nothing.js",
    "app://reader/index.html%00.js",
    "app://other/index.html",
    "app://user@reader/index.html",
  ])("finds nothing at %s", async (address) => {
    expect((await ask(address).catch(() => new Response(null, { status: 404 }))).status).toBe(404);
  });

  test("takes no post", async () => {
    expect((await ask("app://reader/", { method: "POST", body: "x" })).status).toBe(405);
  });
});
