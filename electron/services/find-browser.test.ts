import { describe, expect, test } from "vitest";
import { browserArguments, profileFor } from "./browser-window.ts";
import { findBrowser, isProgramFile } from "./find-browser.ts";

const having =
  (...installed: string[]) =>
  (path: string) =>
    installed.includes(path);

describe("finding an installed browser", () => {
  test.each([
    ["linux", { PATH: "/opt/bin:/usr/bin" }, "/opt/bin/google-chrome"],
    ["linux", { PATH: "" }, "/usr/bin/chromium"],
    ["linux", { PATH: "/usr/bin" }, "/snap/bin/chromium"],
    ["win32", { ProgramFiles: "C:\\Program Files" }, "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"],
    [
      "win32",
      { ProgramFiles: "C:\\Program Files", "ProgramFiles(x86)": "C:\\Program Files (x86)" },
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    ],
    ["win32", { LOCALAPPDATA: "C:\\Users\\g\\Local" }, "C:\\Users\\g\\Local\\Chromium\\Application\\chrome.exe"],
    ["darwin", {}, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    ["darwin", { HOME: "/Users/g" }, "/Users/g/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
  ])("on %s", (platform, env, installed) => {
    expect(findBrowser({ platform, env, isProgram: having(installed) })).toBe(installed);
  });

  test("none is none", () => {
    expect(findBrowser({ platform: "linux", env: { PATH: "/usr/bin" }, isProgram: () => false })).toBe(null);
  });

  test("a folder or a file that can't be run is no program", () => {
    expect(isProgramFile("/")).toBe(false);
    expect(isProgramFile(import.meta.filename)).toBe(false);
    expect(isProgramFile(process.execPath)).toBe(true);
  });
});

describe("what the browser is told", () => {
  const window = { address: "http://reader.localhost/#launch=x", profile: "/data/browser", isRootOnLinux: false };

  test("our window, our profile, us as its only way out, and no errands of its own", () => {
    const told = browserArguments({ ...window, proxyPort: 47_613 });
    expect(told).toContain("--app=http://reader.localhost/#launch=x");
    expect(told).toContain("--user-data-dir=/data/browser");
    expect(told).toContain("--proxy-server=http://127.0.0.1:47613");
    expect(told).toContain("--proxy-bypass-list=<-loopback>");
    for (const flag of [
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ])
      expect(told).toContain(flag);
    expect(told).not.toContain("--no-sandbox");
  });

  test("a direct address goes without a proxy", () => {
    expect(browserArguments({ ...window, proxyPort: null }).some((flag) => flag.includes("proxy"))).toBe(false);
  });

  test("only root on Linux goes without the sandbox", () => {
    expect(browserArguments({ ...window, proxyPort: null, isRootOnLinux: true })).toContain("--no-sandbox");
  });

  test("Ubuntu's packaged Chromium gets a profile where it may write", () => {
    expect(profileFor("/snap/bin/chromium", "/home/g/.local/share/field-reader/browser", "/home/g")).toBe(
      "/home/g/snap/chromium/common/field-reader",
    );
    expect(profileFor("/usr/bin/chromium", "/p", "/home/g")).toBe("/p");
  });
});
