import { writeFileSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openInWindow } from "./app-window.ts";
import type { LoopbackServer } from "./loopback-server.ts";
import { launcherWords } from "./loopback-text.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "field-reader-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a browser that another proxy keeps from us is opened again at a plain address, and the person is told", async () => {
  const browser = join(folder, "chromium");
  // Started with our proxy it never comes; started plainly it comes, and stays until it was seen.
  await writeFile(
    browser,
    `#!/bin/sh\ncase "$*" in *proxy-server*) exec sleep 60;; esac\necho "$@" > "${folder}/told"\nwhile [ -d "${folder}" ] && [ ! -e "${folder}/seen" ]; do sleep 0.05; done\n`,
  );
  await chmod(browser, 0o755);
  let reportOpened: () => void = () => {};
  let isClosed = false;
  const forms: string[] = [];
  const server: LoopbackServer = {
    port: 4711,
    launchAddress: (form) => {
      forms.push(form);
      if (form === "direct") reportOpened();
      return `http://${form}.example/#launch=x`;
    },
    whenOpened: new Promise((resolve) => {
      reportOpened = resolve;
    }),
    close: async () => {
      isClosed = true;
    },
  };
  const seen = launcherWords.en.openedInWindow({ browser: "chromium" });
  const said: string[] = [];
  const outcome = await openInWindow({
    browser,
    places: {
      vaultFolder: folder,
      hostKeyPath: join(folder, "key"),
      browserProfile: join(folder, "browser"),
      electronSession: join(folder, "session"),
    },
    home: folder,
    isRootOnLinux: false,
    words: launcherWords.en,
    say: (sentence) => {
      said.push(sentence);
      if (sentence === seen) writeFileSync(join(folder, "seen"), "");
    },
    startServer: async () => server,
    patienceMs: 200,
  });
  expect(outcome).toEqual({ ended: "closed" });
  expect(isClosed).toBe(true);
  expect(said).toEqual([launcherWords.en.proxyOverridden, seen]);
  expect(forms).toEqual(["proxied", "direct"]);
  const told = await readFile(join(folder, "told"), "utf8");
  expect(told).toContain("--app=http://direct.example/#launch=x");
  expect(told).not.toContain("proxy");
});
