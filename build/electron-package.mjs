// Electron's npm package brings no program; this says which one belongs to it, where it is and where it comes from.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** @type {Readonly<Record<string, string>>} */
const executables = { darwin: "Electron.app/Contents/MacOS/Electron", linux: "electron", win32: "electron.exe" };

/**
 * @typedef {object} ElectronPackage
 * @property {string} folder
 * @property {string} version
 * @property {string | null} executable  Its path inside `folder/dist`; null = not made for this system.
 * @property {Readonly<Record<string, string>>} checksums
 */

/**
 * @param {string} platform
 * @returns {ElectronPackage}
 */
export function readElectronPackage(platform) {
  const manifest = createRequire(import.meta.url).resolve("electron/package.json");
  const folder = dirname(manifest);
  return {
    folder,
    version: JSON.parse(readFileSync(manifest, "utf8")).version,
    executable: executables[platform] ?? null,
    checksums: JSON.parse(readFileSync(join(folder, "checksums.json"), "utf8")),
  };
}

/**
 * The program, or null where it has to be fetched.
 * @param {ElectronPackage} electron
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export function findElectron({ folder, version, executable }, env) {
  if (executable === null) return null;
  if (env.ELECTRON_OVERRIDE_DIST_PATH) return join(env.ELECTRON_OVERRIDE_DIST_PATH, executable);
  const program = join(folder, "dist", executable);
  try {
    const installed = readFileSync(join(folder, "dist", "version"), "utf8")
      .trim()
      .replace(/^v/, "");
    return installed === version && existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/**
 * The archive for this computer, or null where none is made for it. A mirror may be named as Electron's own installer
 * lets one name it; whatever it serves must have the checksum that came with the package.
 * @param {Pick<ElectronPackage, "version" | "checksums">} electron
 * @param {{ platform: string, arch: string, env: Readonly<Record<string, string | undefined>> }} computer
 * @returns {{ fileName: string, address: string, sha256: string } | null}
 */
export function electronArchive({ version, checksums }, { platform, arch, env }) {
  const fileName = `electron-v${version}-${platform}-${arch}.zip`;
  const sha256 = checksums[fileName];
  if (sha256 === undefined) return null;
  const mirror = wish("mirror", env) ?? "https://github.com/electron/electron/releases/download/";
  const folder = (wish("custom_dir", env) ?? `v${version}`).replace("{{ version }}", version);
  const file = wish("custom_filename", env) ?? fileName;
  return { fileName, address: `${mirror.replace(/\/?$/, "/")}${folder}/${file}`, sha256 };
}

/**
 * @param {string} name
 * @param {Readonly<Record<string, string | undefined>>} env
 */
function wish(name, env) {
  const given =
    env[`npm_config_electron_${name.replaceAll("_", "")}`] ||
    env[`npm_config_electron_${name}`] ||
    env[`npm_package_config_electron_${name}`] ||
    env[`ELECTRON_${name.toUpperCase()}`];
  return given || undefined;
}
