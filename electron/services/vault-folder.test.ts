import { mkdtempSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findVaultPlaces, makeVaultFolder } from "./vault-folder.ts";

const computers = [
  ["linux", { platform: "linux", home: "/home/grace", env: {} }, "/home/grace/.local/share/field-reader/vault"],
  [
    "linux with its own data folder",
    { platform: "linux", home: "/home/grace", env: { XDG_DATA_HOME: "/data" } },
    "/data/field-reader/vault",
  ],
  [
    "macOS",
    { platform: "darwin", home: "/Users/grace", env: {} },
    "/Users/grace/Library/Application Support/Field Reader/vault",
  ],
  [
    "Windows",
    { platform: "win32", home: "/grace", env: { LOCALAPPDATA: "/grace/AppData/Local" } },
    "/grace/AppData/Local/Field Reader/vault",
  ],
] as const;

describe("where the library lies", () => {
  test.each(computers)("on %s it is in the user's own data folder", (_name, computer, expected) => {
    expect(findVaultPlaces({ vault: null, computer }).vaultFolder).toBe(expected);
  });

  test.each([null, "/media/stick/library"])(
    "with %s as the folder, neither the key nor a profile lies inside",
    (vault) => {
      const { vaultFolder, ...others } = findVaultPlaces({ vault, computer: computers[0][1] });
      for (const place of Object.values(others)) {
        expect(place.startsWith(`${vaultFolder}/`)).toBe(false);
        expect(vaultFolder.startsWith(`${place}/`)).toBe(false);
        expect(place.startsWith("/home/grace/.local/share/field-reader/")).toBe(true);
      }
      expect(new Set(Object.values(others)).size).toBe(3);
    },
  );

  test("two libraries never share a key or a profile", () => {
    const one = findVaultPlaces({ vault: "/media/a", computer: computers[0][1] });
    const other = findVaultPlaces({ vault: "/media/b", computer: computers[0][1] });
    expect(one.hostKeyPath).not.toBe(other.hostKeyPath);
    expect(one.browserProfile).not.toBe(other.browserProfile);
  });

  test("the folder is made for this account alone and known by its real path", () => {
    const base = mkdtempSync(join(tmpdir(), "field-reader-"));
    const made = makeVaultFolder(join(base, "data", "vault"));
    expect(statSync(made).mode & 0o077).toBe(0);
    symlinkSync(made, join(base, "by-another-name"));
    expect(makeVaultFolder(join(base, "by-another-name"))).toBe(made);
    rmSync(base, { recursive: true });
  });
});
