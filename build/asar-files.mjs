// The list at the head of an asar: four little-endian lengths, then JSON; the files lie behind it end to end.
import { readFileSync } from "node:fs";

/**
 * @typedef {{ readonly files?: Record<string, AsarEntry>, readonly size?: number, readonly offset?: string, readonly unpacked?: boolean }} AsarEntry
 * @typedef {{ readonly path: string, readonly bytes: number }} AsarFile
 */

/**
 * @param {string} archive
 * @returns {AsarFile[]}
 */
export function asarFiles(archive) {
  const bytes = readFileSync(archive);
  const length = bytes.readUInt32LE(12);
  return filesIn(JSON.parse(bytes.toString("utf8", 16, 16 + length)), "");
}

/**
 * @param {AsarEntry} entry
 * @param {string} path
 * @returns {AsarFile[]}
 */
function filesIn(entry, path) {
  if (entry.files === undefined) return [{ path, bytes: entry.size ?? 0 }];
  return Object.entries(entry.files).flatMap(([name, inner]) => filesIn(inner, path === "" ? name : `${path}/${name}`));
}

/** Why a file has no place in the package, or null. @param {string} path */
export function whyNotPackaged(path) {
  if (path === "package.json") return null;
  if (path.endsWith(".map")) return "a source map";
  if (path.includes("node_modules/")) return "a package: all of them are bundled";
  if (/\.(test|suite|spec)\./.test(path)) return "a test";
  if (/\.(ts|tsx)$/.test(path)) return "a source file";
  return /^dist\/(electron\/(main\.js|preload\.cjs)|renderer\/.+)$/.test(path) ? null : "not built output";
}
