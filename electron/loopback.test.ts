import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

let app = "";
let home = "";
const running: ChildProcess[] = [];

/**
 * Stands for Chromium: opens the address as the page would, by the proxy it was given, and is closed soon after; where a
 * test says that it stays, at the test's end.
 */
const browserSource = `#!${process.execPath}
const { request } = require("node:http");
const { appendFileSync, existsSync, writeFileSync } = require("node:fs");
const flag = (name) => process.argv.find((word) => word.startsWith(name + "="))?.slice(name.length + 1);
appendFileSync(process.env.BROWSER_LOG, JSON.stringify(process.argv.slice(2)) + "\\n");
const address = new URL(flag("--app"));
const proxy = flag("--proxy-server");
if (process.env.BROWSER_FAILS) process.exit(1);
else {
  const asked = request({
    host: "127.0.0.1",
    port: new URL(proxy ?? address).port,
    method: "POST",
    path: (proxy ? address.origin : "") + "/session",
    headers: { host: address.host, origin: address.origin, "sec-fetch-site": "same-origin" },
  }, (response) => {
    writeFileSync(process.env.BROWSER_LOG + ".status", String(response.statusCode));
    setInterval(() => {
      if (!process.env.BROWSER_STAYS || !existsSync(process.env.BROWSER_LOG)) process.exit(0);
    }, 50);
  });
  asked.end(address.hash.slice("#launch=".length) + " " + "a".repeat(43));
}
`;

beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), "field-reader-app-"));
  await build({
    absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
    entryPoints: ["electron/loopback.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: join(app, "dist", "electron", "loopback.js"),
  });
  await writeFile(join(app, "package.json"), JSON.stringify({ type: "module", version: "9.9.9" }));
  await mkdir(join(app, "dist", "renderer"));
  await writeFile(join(app, "dist", "renderer", "index.html"), "<!doctype html><title>Field Reader</title>");
  await mkdir(join(app, "bin"));
  await writeFile(join(app, "bin", "package.json"), "{}");
  await writeFile(join(app, "bin", "chromium"), browserSource);
  await chmod(join(app, "bin", "chromium"), 0o755);
});
afterAll(() => rm(app, { recursive: true, force: true }));

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "field-reader-home-"));
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
});

interface Launched {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
  hears(text: RegExp): Promise<RegExpMatchArray>;
}

function launch(words: readonly string[], env: Record<string, string> = {}): Launched {
  const child = spawn(process.execPath, [join(app, "dist", "electron", "loopback.js"), "--port=0", ...words], {
    env: {
      HOME: home,
      PATH: join(app, "bin"),
      LANG: "en_GB.UTF-8",
      LC_ALL: "en_GB.UTF-8",
      DISPLAY: ":99",
      BROWSER_LOG: join(home, "browser.log"),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  let said = "";
  child.stdout?.on("data", (text) => {
    said += text;
  });
  child.stderr?.on("data", (text) => {
    said += text;
  });
  return {
    child,
    said: () => said,
    ended: new Promise((resolve) => child.once("exit", resolve)),
    async hears(text) {
      await expect.poll(() => said).toMatch(text);
      return said.match(text) as RegExpMatchArray;
    },
  };
}

const browserLog = async () => (await readFile(join(home, "browser.log"), "utf8")).trim().split("\n");

describe("a start with an installed browser", () => {
  test("opens an app window of its own, through us, and ends when that is closed", async () => {
    const started = launch(["--browser"]);
    expect(await started.ended).toBe(0);
    expect(started.said()).toContain("Field Reader is open in a window of chromium");
    const [told = ""] = await browserLog();
    expect(told).toContain("--app=http://reader.localhost/#launch=");
    expect(told).toContain(`--user-data-dir=${home}/.local/share/field-reader/browser`);
    expect(await readFile(join(home, "browser.log.status"), "utf8")).toBe("204");
  });

  test("a second start asks the first for a window and leaves", async () => {
    const first = launch([], { BROWSER_STAYS: "yes" });
    await first.hears(/Field Reader is open/);
    const second = launch([]);
    expect(await second.ended).toBe(0);
    expect(second.said()).toContain("already running");
    await expect.poll(browserLog).toHaveLength(2);
    const addresses = (await browserLog()).map((told) => told.match(/--app=[^"]+/)?.[0]);
    expect(addresses[0]).not.toBe(addresses[1]);
  });

  test("after kill -9 of the launcher the next start opens as if nothing had been", async () => {
    const first = launch([], { BROWSER_STAYS: "yes" });
    await first.hears(/Field Reader is open/);
    first.child.kill("SIGKILL");
    await first.ended;
    const second = launch([]);
    expect(await second.ended).toBe(0);
    expect(second.said()).toContain("Field Reader is open");
  });

  test("a browser that can't be started leaves the address to open by hand", async () => {
    const started = launch([], { BROWSER_FAILS: "1" });
    await started.hears(/The browser could not be started/);
    const [, address = ""] = await started.hears(/(http:\/\/127\.0\.0\.1:\d+\/)#launch=/);
    expect((await fetch(address)).status).toBe(200);
  });
});

describe("a start without a window", () => {
  test("--serve prints an address that works, and Ctrl-C ends it", async () => {
    const started = launch(["--serve"]);
    const [, origin = "", secret = ""] = await started.hears(/(http:\/\/127\.0\.0\.1:\d+)\/#launch=(\S+)/);
    await started.hears(/Ctrl-C/);
    const headers = { origin, "sec-fetch-site": "same-origin" };
    const body = `${secret} ${"a".repeat(43)}`;
    expect((await fetch(`${origin}/session`, { method: "POST", body, headers })).status).toBe(204);
    started.child.kill("SIGINT");
    expect(await started.ended).toBe(0);
  });

  test("without a screen it says so and prints the address", async () => {
    const started = launch([], { DISPLAY: "" });
    await started.hears(/There is no screen/);
    await started.hears(/http:\/\/127\.0\.0\.1:\d+\/#launch=/);
  });

  test("a library that another folder holds is opened there", async () => {
    const started = launch(["--serve", "--vault", join(home, "stick", "library")]);
    await started.hears(/#launch=/);
    expect(started.said()).toContain("http://127.0.0.1:");
    await expect(readFile(join(home, ".local", "share", "field-reader", "vault"))).rejects.toThrow("ENOENT");
  });
});

describe("a start that can't be", () => {
  test.each([
    ["fr_CD.UTF-8", /Option inconnue : --hlep/],
    ["sw_CD.UTF-8", /Chaguo lisilojulikana: --hlep/],
    ["en_GB.UTF-8", /Unknown option: --hlep/],
  ])("with LANG=%s an unknown option is named in that language", async (locale, sentence) => {
    const started = launch(["--hlep"], { LANG: locale, LC_ALL: locale });
    expect(await started.ended).toBe(2);
    expect(started.said()).toMatch(sentence);
  });

  test("a chosen port that is in use is said to be", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const started = launch(["--serve", `--port=${port}`]);
    expect(await started.ended).toBe(1);
    expect(started.said()).toContain(`Port ${port} is in use`);
    other.close();
  });

  test("a folder that can't be one is named", async () => {
    await writeFile(join(home, "file"), "");
    const started = launch(["--serve", "--vault", join(home, "file", "library")]);
    expect(await started.ended).toBe(1);
    expect(started.said()).toContain("can't be used (ENOTDIR)");
  });
});
