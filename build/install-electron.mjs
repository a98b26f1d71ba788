// Puts Electron's program where its npm package expects it, so that everything else finds it the usual way.
import { rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { electronArchive, findElectron, readElectronPackage } from "./electron-package.mjs";
import { fetchLargeFile } from "./fetch-electron.mjs";

/**
 * @typedef {import("./launch-plan.mjs").WhyNoWindow} WhyNoWindow
 * @typedef {Readonly<Record<string, string | undefined>>} Env
 * @typedef {{ ok: true, program: string } | { ok: false, why: WhyNoWindow, detail: string }} Installed
 */

/**
 * @param {object} wish
 * @param {string} wish.platform
 * @param {string} wish.arch
 * @param {Env} wish.env
 * @param {AbortSignal} wish.skip
 * @param {() => void} wish.onFetching
 * @param {(progress: { received: number, expected: number | null }) => void} wish.onProgress
 * @param {() => void} wish.onUnpacking
 * @returns {Promise<Installed>}
 */
export async function installElectron({ platform, arch, env, skip, onFetching, onProgress, onUnpacking }) {
  const electron = readElectronPackage(platform);
  const found = findElectron(electron, env);
  if (found !== null) return { ok: true, program: found };
  if (env.ELECTRON_SKIP_BINARY_DOWNLOAD) return { ok: false, why: "not-wanted", detail: "" };
  const archive = electronArchive(electron, { platform, arch, env });
  if (archive === null) return { ok: false, why: "no-build", detail: `${platform} ${arch}` };

  onFetching();
  const folder = cacheFolder(platform, env);
  const fetched = await fetchLargeFile({ ...archive, folder, idleMs: 30_000, skip, onProgress });
  if (!fetched.ok) return fetched;
  onUnpacking();
  const unpacked = await unpackElectron(fetched.path, electron);
  if (!unpacked.ok) return { ok: false, why: "unpack-failed", detail: unpacked.detail };
  const program = findElectron(electron, env);
  if (program === null) return { ok: false, why: "unpack-failed", detail: archive.fileName };
  await rm(fetched.path, { force: true });
  return { ok: true, program };
}

/**
 * Beside its place first, so that a cut in the middle leaves nothing that looks installed.
 * @param {string} archive
 * @param {Pick<import("./electron-package.mjs").ElectronPackage, "folder" | "executable">} electron
 * @returns {Promise<{ ok: true } | { ok: false, detail: string }>}
 */
export async function unpackElectron(archive, { folder, executable }) {
  const beside = join(folder, "dist.new");
  const place = join(folder, "dist");
  try {
    const extract = await loadUnpacker();
    await rm(beside, { recursive: true, force: true });
    await extract(archive, { dir: beside });
    await rm(place, { recursive: true, force: true });
    await rename(beside, place);
    await writeFile(join(folder, "path.txt"), executable ?? "");
    return { ok: true };
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => {});
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Electron's own unpacker, which comes with its package: a native module that a system's rules may keep from loading.
 * @returns {Promise<(archive: string, to: { dir: string }) => Promise<void>>}
 */
async function loadUnpacker() {
  const electronPackage = createRequire(import.meta.url).resolve("electron/package.json");
  const unpacker = createRequire(electronPackage).resolve("@electron-internal/extract-zip");
  return (await import(pathToFileURL(unpacker).href)).extract;
}

/**
 * @param {string} platform
 * @param {Env} env
 */
function cacheFolder(platform, env) {
  if (platform === "win32")
    return join(env.LOCALAPPDATA || join(homedir(), "AppData", "Local"), "Field Reader", "Cache");
  if (platform === "darwin") return join(homedir(), "Library", "Caches", "Field Reader");
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "field-reader");
}
