import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { electronArchive, findElectron, readElectronPackage } from "./electron-package.mjs";

const electron = { version: "45.4.1", checksums: { "electron-v45.4.1-linux-x64.zip": "a".repeat(64) } };
const linux = { platform: "linux", arch: "x64", env: {} };

describe("the archive that belongs to the installed npm package", () => {
  test("comes from Electron's releases, with the checksum that came with the package", () => {
    expect(electronArchive(electron, linux)).toEqual({
      fileName: "electron-v45.4.1-linux-x64.zip",
      address: "https://github.com/electron/electron/releases/download/v45.4.1/electron-v45.4.1-linux-x64.zip",
      sha256: "a".repeat(64),
    });
  });

  test.each([
    { ELECTRON_MIRROR: "https://mirror.example/electron/" },
    { npm_config_electron_mirror: "https://mirror.example/electron/" },
    { npm_config_electron_mirror: "https://mirror.example/electron" },
  ])("comes from the mirror that %j names", (env) => {
    expect(electronArchive(electron, { ...linux, env })?.address).toBe(
      "https://mirror.example/electron/v45.4.1/electron-v45.4.1-linux-x64.zip",
    );
  });

  test("lies in the mirror's own folder when one is named", () => {
    const env = { ELECTRON_MIRROR: "https://mirror.example/", ELECTRON_CUSTOM_DIR: "{{ version }}" };
    expect(electronArchive(electron, { ...linux, env })?.address).toBe(
      "https://mirror.example/45.4.1/electron-v45.4.1-linux-x64.zip",
    );
  });

  test("doesn't exist for a computer that Electron isn't made for", () => {
    expect(electronArchive(electron, { ...linux, arch: "ia32" })).toBeNull();
  });

  test("is known for the package in this project", () => {
    const installed = readElectronPackage("linux");
    expect(electronArchive(installed, linux)?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("the program in its place", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "field-reader-electron-"));
    mkdirSync(join(folder, "dist"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function install({ version, program }: { version: string; program: boolean }): void {
    writeFileSync(join(folder, "dist", "version"), version);
    if (program) writeFileSync(join(folder, "dist", "electron"), "");
  }
  const find = (env = {}) => findElectron({ ...electron, folder, executable: "electron" }, env);

  test("is found when it is whole and of the right version", () => {
    install({ version: "45.4.1", program: true });
    expect(find()).toBe(join(folder, "dist", "electron"));
  });

  test("is fetched anew after the package was updated", () => {
    install({ version: "44.0.0", program: true });
    expect(find()).toBeNull();
  });

  test("is fetched anew when the program itself is missing", () => {
    install({ version: "45.4.1", program: false });
    expect(find()).toBeNull();
  });

  test("may be kept elsewhere", () => {
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: "/opt/electron" })).toBe(join("/opt/electron", "electron"));
  });
});
