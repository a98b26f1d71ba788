import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FakeEvent } from "../e2e/fixtures/fake-electron.ts";
import { setUpShellBench, until } from "../e2e/fixtures/start-shell.ts";

const { home, start, startWithWindow } = setUpShellBench();

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
    expect(window.options.webPreferences.sandbox).toBe(true);
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
    expect(window.options.show).toBe(false);
    expect(window.calls).toEqual(["load app://reader/"]);
    window.emit("ready-to-show");
    expect(window.calls).toEqual(["load app://reader/", "show"]);
  });

  test("opens again where and as large as it was left", async () => {
    const { window } = await startWithWindow({}, { home: home() });
    window.bounds = { x: 100, y: 50, width: 900, height: 600 };
    window.isMaximised = true;
    window.emit("close");

    const again = await startWithWindow({}, { home: home() });
    expect(again.window.options).toMatchObject({ x: 100, y: 50, width: 900, height: 600 });
    again.window.emit("ready-to-show");
    expect(again.window.calls).toContain("maximize");
  });

  test("comes back to a screen that is there when the one it stood on is gone", async () => {
    const { window } = await startWithWindow({}, { home: home() });
    window.bounds = { x: 3000, y: 50, width: 900, height: 600 };
    window.emit("close");

    const { window: again } = await startWithWindow({}, { home: home() });
    expect(again.options.x).toBeUndefined();
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
