import { describe, expect, test } from "vitest";
import { openableAddress, openExternalWith } from "./open-external.ts";

describe("handing a link to the system", () => {
  test.each([
    ["linux", "xdg-open", []],
    ["darwin", "open", []],
    ["win32", "rundll32", ["url.dll,FileProtocolHandler"]],
  ])("on %s it is %s that gets it, as one argument", async (platform, program, before) => {
    const started: unknown[] = [];
    const open = openExternalWith(async (...start) => {
      started.push(start);
      return true;
    }, platform);
    expect(await open("https://example.org/?a=1&b=2")).toEqual({ ok: true, value: null });
    expect(started).toEqual([[program, [...before, "https://example.org/?a=1&b=2"]]]);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "smb://server/share",
    "vscode://open",
    "--help",
    "",
    "https://",
  ])("%s is refused and starts nothing", async (address) => {
    const open = openExternalWith(async () => {
      throw new Error("started");
    }, "linux");
    expect(await open(address)).toEqual({ ok: false, failure: { kind: "link-refused" } });
  });

  test("nothing in it can end an argument or a command", () => {
    const href = openableAddress("https://example.org/a b\"c'd`e\n;rm -rf |x?$(id)&calc.exe");
    expect(href).not.toMatch(/[\s"'`]/);
    expect(href?.startsWith("https://example.org/")).toBe(true);
  });

  test("a mail address opens the mail program", () => {
    expect(openableAddress("mailto:desk@example.org?subject=Sake")).toBe("mailto:desk@example.org?subject=Sake");
  });

  test("a system without such a program says that there is no browser", async () => {
    const open = openExternalWith(async () => false, "linux");
    expect(await open("https://example.org/")).toEqual({ ok: false, failure: { kind: "no-browser" } });
  });
});
