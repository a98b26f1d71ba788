import { describe, expect, test } from "vitest";
import {
  describeProgress,
  isNodeNewEnough,
  mustDropSandbox,
  opensElectron,
  readStartOptions,
  whyElectronEnded,
} from "./launch-plan.mjs";
import { launchWords, terminalLanguage } from "./launch-words.mjs";

const window = { open: "window", vault: null } as const;

describe("what was typed after npm start", () => {
  test("nothing opens the window on the usual library", () => {
    expect(readStartOptions([])).toEqual({ ok: true, options: window });
  });

  test.each([
    [["--browser"], { open: "browser", vault: null }],
    [["--serve"], { open: "serve", vault: null }],
    [["--vault", "/media/stick"], { open: "window", vault: "/media/stick" }],
    [["--vault=/media/stick", "--serve"], { open: "serve", vault: "/media/stick" }],
  ])("%j is understood", (args, options) => {
    expect(readStartOptions(args)).toEqual({ ok: true, options });
  });

  test.each([[["--brower"]], [["--vault"]], [["--vault", "--serve"]], [["--vault="]]])(
    "%j is named back instead of guessed at",
    (args) => {
      expect(readStartOptions(args)).toEqual({ ok: false, unknown: args[0] });
    },
  );
});

describe("which way the app opens", () => {
  test("in Electron where a window can be shown", () => {
    expect(opensElectron({ options: window, platform: "linux", env: { DISPLAY: ":0" } })).toBe(true);
    expect(opensElectron({ options: window, platform: "linux", env: { WAYLAND_DISPLAY: "wayland-0" } })).toBe(true);
    expect(opensElectron({ options: window, platform: "win32", env: {} })).toBe(true);
    expect(opensElectron({ options: window, platform: "darwin", env: {} })).toBe(true);
  });

  test("without Electron on a server, so that nothing is fetched in vain", () => {
    expect(opensElectron({ options: window, platform: "linux", env: { DISPLAY: "" } })).toBe(false);
  });

  test.each(["browser", "serve"] as const)("without Electron when --%s asks for it", (open) => {
    expect(opensElectron({ options: { open, vault: null }, platform: "win32", env: {} })).toBe(false);
  });

  test("root on Linux loses Chromium's sandbox, nobody else does", () => {
    expect(mustDropSandbox({ platform: "linux", userId: 0 })).toBe(true);
    expect(mustDropSandbox({ platform: "linux", userId: 1000 })).toBe(false);
    expect(mustDropSandbox({ platform: "darwin", userId: 0 })).toBe(false);
    expect(mustDropSandbox({ platform: "win32", userId: undefined })).toBe(false);
  });
});

test.each([
  ["18.20.4", false],
  ["20.18.3", false],
  ["20.19.0", true],
  ["22.1.0", true],
])("Node %s is new enough: %s", (version, isEnough) => {
  expect(isNodeNewEnough(version)).toBe(isEnough);
});

describe("why Electron showed nothing, from what it wrote", () => {
  test.each([
    [
      "electron: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file",
      "missing-library",
    ],
    ["[1:1:ERROR:ozone_platform_x11.cc(249)] Missing X server or $DISPLAY", "no-display"],
    ["FATAL:setuid_sandbox_host.cc(163)] The SUID sandbox helper binary was found, but is not", "sandbox-refused"],
    ["Running as root without --no-sandbox is not supported.", "sandbox-refused"],
    ["Segmentation fault", "crashed"],
    ["", "crashed"],
  ])("%j", (errors, why) => {
    expect(whyElectronEnded(errors)).toBe(why);
  });
});

describe("progress in words", () => {
  test("says how much of how much", () => {
    const progress = describeProgress({ received: 12_345_678, expected: 118_000_000 });
    expect(progress).toEqual({ receivedMb: "12.3", expectedMb: "118.0", percent: 10 });
    expect(launchWords("en").fetching(progress)).toBe("Fetching the app window (Electron): 12.3 / 118.0 MB (10 %).");
  });

  test("claims no total that the server didn't give", () => {
    const progress = describeProgress({ received: 5_000_000, expected: null });
    expect(launchWords("fr").fetching(progress)).toBe("Récupération de la fenêtre (Electron) : 5.0 MB.");
  });
});

test.each([
  [{ LANG: "fr_CD.UTF-8" }, "en-US", "fr"],
  [{ LANG: "en_GB.UTF-8", LC_ALL: "sw_CD" }, "en-US", "sw"],
  [{ LANG: "ln_CD.UTF-8" }, "en-US", "fr"],
  [{ LANG: "C" }, "fr-FR", "en"],
  [{}, "fr-CD", "fr"],
])("a terminal with %j speaks its language", (env, locale, language) => {
  expect(terminalLanguage(env, locale)).toBe(language);
});
