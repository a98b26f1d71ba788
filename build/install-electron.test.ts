import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findElectron } from "./electron-package.mjs";
import { unpackElectron } from "./install-electron.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "field-reader-unpack-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** An uncompressed ZIP archive with one executable file per name. */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), content]);
    const madeByUnix = Buffer.from([20, 3]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE((0o100755 << 16) >>> 0, 6);
    place.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from("PK\x01\x02"), madeByUnix, common, place, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(centrals.length, 4);
  end.writeUInt16LE(centrals.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06"), end]);
}

const electron = () => ({ folder, version: "45.4.1", executable: "electron", checksums: {} });

test("a fetched archive becomes an installed Electron, in place of an older one", async () => {
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist", "left-over.pak"), "");
  writeFileSync(join(folder, "electron.zip"), zipOf({ electron: "#!/bin/sh\n", version: "45.4.1" }));

  expect(await unpackElectron(join(folder, "electron.zip"), electron())).toEqual({ ok: true });
  expect(findElectron(electron(), {})).toBe(join(folder, "dist", "electron"));
  expect(readFileSync(join(folder, "path.txt"), "utf8")).toBe("electron");
  expect(existsSync(join(folder, "dist", "left-over.pak"))).toBe(false);
  if (process.platform !== "win32") expect(statSync(join(folder, "dist", "electron")).mode & 0o111).not.toBe(0);
});

test("an archive that can't be unpacked leaves the installed one as it was", async () => {
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist", "electron"), "");
  writeFileSync(join(folder, "dist", "version"), "45.4.1");
  writeFileSync(join(folder, "electron.zip"), "not an archive");

  expect(await unpackElectron(join(folder, "electron.zip"), electron())).toMatchObject({ ok: false });
  expect(findElectron(electron(), {})).not.toBeNull();
  expect(existsSync(join(folder, "dist.new"))).toBe(false);
});
