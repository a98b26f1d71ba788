import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type FakeComputer,
  FakeElectron,
  FakeEvent,
  type MenuItem,
  usualComputer,
} from "../e2e/fixtures/fake-electron.ts";
import type { FakePort } from "../e2e/fixtures/fake-port.ts";
import { type LoadedShell, loadShell } from "../e2e/fixtures/load-shell.ts";
import {
  type HostCalls,
  type HostEvents,
  hostCalls,
  type OptionalHostCalls,
  optionalHostCalls,
} from "../renderer/contracts/host.ts";
import { type Connection, connect } from "../renderer/contracts/rpc.ts";

// The shipped main.js, in Node, against an Electron that has nothing but what is listed in fake-electron.ts.

const ourFrame = { origin: "app://reader", parent: null };

const renderer = mkdtempSync(join(tmpdir(), "field-reader-page-"));
mkdirSync(join(renderer, "assets"));
writeFileSync(join(renderer, "index.html"), "<!doctype html><title>Field Reader</title>");
writeFileSync(join(renderer, "assets", "page-1a2b.js"), "");
writeFileSync(join(renderer, "assets", "worker-worker-3c4d.js"), "");
afterAll(() => rmSync(renderer, { recursive: true, force: true }));

let folder = "";
const shells: LoadedShell[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "field-reader-home-"));
});
afterEach(() => {
  for (const shell of shells.splice(0)) shell.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the shell on a computer like most, but for what the test names, and waits until its window is there. */
async function start(but: Partial<FakeComputer> = {}, { home = null as string | null } = {}) {
  const electron = new FakeElectron({ ...usualComputer, ...but });
  const shell = await loadShell(electron, { rendererFolder: renderer, home });
  shells.push(shell);
  await electron.becomeReady();
  await until(
    () => electron.windows[0]?.calls.some((call) => call.startsWith("load")) || electron.calls.includes("quit"),
  );
  return { electron, shell };
}

async function startWithWindow(but: Partial<FakeComputer> = {}, where: { home?: string } = {}) {
  const { electron, shell } = await start(but, { home: where.home ?? null });
  const [window] = electron.windows;
  if (window === undefined) throw new Error("no window was opened");
  return { electron, shell, window };
}

let asked: Promise<Awaited<ReturnType<typeof startWithWindow>>> | null = null;

/** One shell for the tests that only ask it something and leave it as it was. */
function shellToAsk() {
  asked ??= (async () => {
    const started = await startWithWindow();
    shells.splice(shells.indexOf(started.shell), 1);
    afterAllShells.push(started.shell);
    return started;
  })();
  return asked;
}
const afterAllShells: LoadedShell[] = [];
afterAll(() => {
  for (const shell of afterAllShells) shell.remove();
});

async function until(isSo: () => unknown): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("it never came to be");
}

type Machine = Connection<HostCalls & OptionalHostCalls, HostEvents>;

function speakThrough(port: FakePort): Machine {
  return connect<HostCalls & OptionalHostCalls, HostEvents>(
    {
      send: (message) => port.post(message),
      receive: (listener) => port.hear(listener),
      close: () => port.close(),
    },
    { ...hostCalls, ...optionalHostCalls },
  );
}

describe("before the app is ready", () => {
  test("our scheme is a real origin with storage and fetch, and gets round no policy", async () => {
    const { electron } = await start();
    expect(electron.schemes).toEqual([
      {
        scheme: "app",
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
  });

  test("every renderer is put in the sandbox", async () => {
    const { electron } = await start();
    expect(electron.calls).toContain("enableSandbox");
  });

  test("root's --no-sandbox is not taken back, because nothing would start without it", async () => {
    const { electron, window } = await startWithWindow({ switches: ["no-sandbox"] });
    expect(electron.calls).not.toContain("enableSandbox");
    expect(window.options.webPreferences["sandbox"]).toBe(true);
  });

  test("Electron's own files go outside the vault, each vault's to a place of its own", async () => {
    const one = await start();
    const other = await start();
    const profile = String(one.electron.paths.get("userData"));
    expect(one.electron.paths.get("sessionData")).toBe(profile);
    expect(profile.startsWith(one.shell.vaultFolder)).toBe(false);
    expect(other.electron.paths.get("userData")).not.toBe(profile);
  });
});

describe("the window", () => {
  test("has no Node, its own world, the sandbox and web security", async () => {
    const { window, shell } = await startWithWindow();
    expect(window.options.webPreferences).toEqual({
      preload: join(shell.folder, "electron", "preload.cjs"),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: true,
    });
    expect(existsSync(join(shell.folder, "electron", "preload.cjs"))).toBe(true);
  });

  test("opens our page and is shown once it has been painted", async () => {
    const { window } = await startWithWindow();
    expect(window.options["show"]).toBe(false);
    expect(window.calls).toEqual(["load app://reader/"]);
    window.emit("ready-to-show");
    expect(window.calls).toEqual(["load app://reader/", "show"]);
  });

  test("opens again where and as large as it was left", async () => {
    const home = join(folder, "home");
    const { window } = await startWithWindow({}, { home });
    window.bounds = { x: 100, y: 50, width: 900, height: 600 };
    window.isMaximised = true;
    window.emit("close");

    const again = await startWithWindow({}, { home });
    expect(again.window.options).toMatchObject({ x: 100, y: 50, width: 900, height: 600 });
    again.window.emit("ready-to-show");
    expect(again.window.calls).toContain("maximize");
  });

  test("comes back to a screen that is there when the one it stood on is gone", async () => {
    const home = join(folder, "home");
    const { window } = await startWithWindow({}, { home });
    window.bounds = { x: 3000, y: 50, width: 900, height: 600 };
    window.emit("close");

    const { window: again } = await startWithWindow({}, { home });
    expect(again.options["x"]).toBeUndefined();
    expect(again.options).toMatchObject({ width: 900, height: 600 });
  });

  test("gets its page back after a crash, but not for ever", async () => {
    const { electron, window } = await startWithWindow();
    window.emit("ready-to-show");
    window.contents.emit("render-process-gone", new FakeEvent(), { reason: "crashed" });
    expect(window.contents.calls).toContain("reload");
    window.contents.emit("render-process-gone", new FakeEvent(), { reason: "crashed" });
    expect(window.contents.calls.filter((call) => call === "reload")).toHaveLength(1);
    expect(electron.errorBoxes).toEqual(["Field Reader: Field Reader could not start."]);
    expect(electron.calls).toContain("exit 1");
  });

  test("that can't show the page says so in the person's language and ends, so that the browser can take over", async () => {
    const { electron } = await start({ pageLoads: false, languages: ["fr-CD"] });
    await until(() => electron.calls.includes("exit 1"));
    expect(electron.errorBoxes).toEqual(["Field Reader: Field Reader n’a pas pu démarrer."]);
  });

  test("ends the program when it is closed", async () => {
    const { electron } = await start();
    electron.emitApp("window-all-closed");
    expect(electron.calls).toContain("quit");
  });
});

describe("a second start", () => {
  test("opens no second window on the same library", async () => {
    const { electron } = await start({ isFirstInstance: false });
    expect(electron.calls).toContain("quit");
    expect(electron.windows).toEqual([]);
  });

  test("brings the window that is open to the front, out of the task bar if need be", async () => {
    const { electron, window } = await startWithWindow();
    window.isMinimised = true;
    electron.emitApp("second-instance");
    expect(window.calls).toEqual(expect.arrayContaining(["restore", "show", "focus"]));
  });
});

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
    const worker = await ask("app://reader/assets/worker-worker-3c4d.js");
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

describe("who may speak to the machine", () => {
  test("our page, and it is answered", async () => {
    const { electron, shell } = await start();
    const machine = speakThrough(electron.sendPort({ senderFrame: ourFrame }));
    expect(await machine.calls.about({})).toMatchObject({ kind: "electron", vaultFolder: shell.vaultFolder });
  });

  test.each([
    ["a frame inside our page", { origin: "app://reader", parent: {} }],
    ["another origin", { origin: "https://example.org", parent: null }],
    ["another host of our scheme", { origin: "app://other", parent: null }],
    ["a page without an origin", { origin: "null", parent: null }],
    ["a frame that is already gone", null],
  ])("not %s: its port is closed without a word", async (_who, senderFrame) => {
    const { electron } = await start();
    const port = electron.sendPort({ senderFrame });
    expect(port.isClosed).toBe(true);
  });

  test("not with more than the one port", async () => {
    const { electron } = await start();
    expect(electron.sendPort({ senderFrame: ourFrame, ports: 2 }).isClosed).toBe(true);
  });

  test("a call that isn't one, or has wrong arguments, reaches nothing and is told no reason", async () => {
    const { electron, shell } = await start();
    const port = electron.sendPort({ senderFrame: ourFrame });
    const heard: unknown[] = [];
    port.hear((message) => heard.push(message));
    port.post({ t: "call", id: 1, name: "readJournal", args: { generation: -1, offset: 0, maxBytes: 1e12 } });
    port.post({ t: "call", id: 2, name: "constructor", args: {} });
    port.post({ t: "anything" });
    await until(() => heard.length === 2);
    expect(heard).toEqual([
      { t: "bug", id: 1, reference: expect.stringMatching(/^[0-9a-f]{8}$/) },
      { t: "bug", id: 2, reference: expect.stringMatching(/^[0-9a-f]{8}$/) },
    ]);
    expect(existsSync(join(shell.vaultFolder, "header"))).toBe(false);
  });

  test("a reloaded page finds its library free, even before the old page is known to be gone", async () => {
    const { electron } = await start();
    const before = speakThrough(electron.sendPort({ senderFrame: ourFrame, senderId: 7 }));
    expect(await before.calls.acquireLease({ takeOver: false })).toMatchObject({ ok: true });
    const after = speakThrough(electron.sendPort({ senderFrame: ourFrame, senderId: 7 }));
    expect(await after.calls.acquireLease({ takeOver: false })).toMatchObject({ ok: true });
  });

  test("a link goes to the system's browser, anything else nowhere", async () => {
    const { electron } = await start();
    const machine = speakThrough(electron.sendPort({ senderFrame: ourFrame }));
    expect(await machine.calls.openExternal({ address: "https://example.org/a?b=c" })).toEqual({
      ok: true,
      value: null,
    });
    expect(await machine.calls.openExternal({ address: "file:///etc/passwd" })).toMatchObject({ ok: false });
    expect(electron.openedLinks).toEqual(["https://example.org/a?b=c"]);
  });
});

describe("the menu", () => {
  const roles = (items: readonly MenuItem[]) => items.flatMap((item) => item.role ?? []);

  test("has the system's own items in the person's language before the page has said anything", async () => {
    const { electron } = await start({ languages: ["sw-KE", "en"] });
    expect(electron.menu.map(({ label }) => label)).toEqual(["Hariri", "Dirisha"]);
    const edit = electron.menu[0]?.submenu ?? [];
    expect(roles(edit)).toEqual(["undo", "redo", "cut", "copy", "paste", "selectAll"]);
  });

  test("gets the page's commands, tells the page which was chosen, and leaves the keys to it", async () => {
    const { electron } = await start();
    const machine = speakThrough(electron.sendPort({ senderFrame: ourFrame }));
    const chosen: string[] = [];
    machine.on("menu-chosen", ({ commandId }) => chosen.push(commandId));
    await machine.calls.setMenu({
      language: "fr",
      menus: [
        {
          label: "Fichier",
          items: [
            { commandId: "import-file", label: "Ouvrir un fichier…", accelerator: "CmdOrCtrl+O", enabled: true },
            { commandId: "toggle-saved", label: "Garder", accelerator: "S", enabled: false },
          ],
        },
        { label: "Rapport", items: [] },
        { label: "Aide", items: [] },
      ],
    });
    expect(electron.menu.map(({ label }) => label)).toEqual(["Fichier", "Édition", "Rapport", "Fenêtre", "Aide"]);
    const [open, save] = electron.menu[0]?.submenu ?? [];
    expect(open).toMatchObject({ label: "Ouvrir un fichier…", accelerator: "CmdOrCtrl+O", enabled: true });
    expect(save).toMatchObject({ label: "Garder", enabled: false, registerAccelerator: false });
    open?.click?.();
    await until(() => chosen.length > 0);
    expect(chosen).toEqual(["import-file"]);
  });

  test("goes back to the system's own items when the page is gone", async () => {
    const { electron } = await start();
    const port = electron.sendPort({ senderFrame: ourFrame });
    const machine = speakThrough(port);
    await machine.calls.setMenu({ menus: [{ label: "File", items: [] }] });
    expect(electron.menu).toHaveLength(3);
    port.close();
    await until(() => electron.menu.length === 2);
  });
});

describe("this computer's key", () => {
  const key = new Uint8Array(32).map((_unused, place) => place);

  async function writeKey(keystore: FakeComputer["keystore"], home: string) {
    const { electron } = await start({ keystore }, { home });
    const machine = speakThrough(electron.sendPort({ senderFrame: ourFrame }));
    const lease = await machine.calls.acquireLease({ takeOver: true });
    if (!lease.ok) throw new Error("the vault is open elsewhere");
    const written = await machine.calls.writeHostKey({ lease: lease.value, key });
    const keys = await machine.calls.readHostKeys({});
    await machine.calls.releaseLease({ lease: lease.value });
    const hostKeyPath = join(String(electron.paths.get("userData")), "..", "vault.key");
    return { written, keys, hostKeyPath };
  }

  test("lies sealed by the keystore where there is a real one, and in no file", async () => {
    const { written, keys, hostKeyPath } = await writeKey("gnome_libsecret", join(folder, "home"));
    expect(written).toEqual({ ok: true, value: "keystore" });
    expect(keys).toEqual([{ protection: "keystore", key }]);
    expect(existsSync(hostKeyPath)).toBe(false);
    expect(readFileSync(`${hostKeyPath}.sealed`).includes(Buffer.from(key))).toBe(false);
  });

  test.runIf(process.platform === "linux").each(["basic_text", "password"] as const)(
    "lies in a file, and is called that, where Linux only pretends to have a keystore (%s)",
    async (keystore) => {
      const { written, keys, hostKeyPath } = await writeKey(keystore, join(folder, "home"));
      expect(written).toEqual({ ok: true, value: "key-file" });
      expect(keys).toEqual([{ protection: "key-file", key }]);
      expect(existsSync(hostKeyPath)).toBe(true);
      expect(existsSync(`${hostKeyPath}.sealed`)).toBe(false);
    },
  );

  test.runIf(process.platform === "linux")("moves from the file to the keystore once there is a real one", async () => {
    const home = join(folder, "home");
    const { hostKeyPath } = await writeKey("basic_text", home);
    const { electron } = await start({ keystore: "gnome_libsecret" }, { home });
    const machine = speakThrough(electron.sendPort({ senderFrame: ourFrame }));
    expect(await machine.calls.readHostKeys({})).toEqual([{ protection: "keystore", key }]);
    expect(existsSync(hostKeyPath)).toBe(false);
    expect(existsSync(`${hostKeyPath}.sealed`)).toBe(true);
  });
});
