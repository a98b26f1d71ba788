// `npm run package:check`: the packages' configuration, and what they would carry, without anything from the network. A
// stub stands for Electron's program: it has the name, the licence files and the fuses, and nothing else. AppImage, deb,
// nsis and dmg need tools that are fetched, so of them only the configuration is checked, against the builder's schema.
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Arch, build, Platform } from "electron-builder";
import { asarFiles, whyNotPackaged } from "./asar-files.mjs";
import { buildApp } from "./build.mjs";

const project = fileURLToPath(new URL("..", import.meta.url));
const folder = join(project, "dist/package-check");
/**
 * Page, worker, both fonts and main took 2 MB when this was set. A PDF reader with its tables adds about 3, office and
 * mail readers 1, place names and the shelf 1; what goes beyond that came in by mistake.
 */
const mostAsarBytes = 8 * 1024 * 1024;
/** Where Electron's program keeps its fuses: this word, a version, a length, and a letter for each. */
const fuseSentinel = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
/** As the configuration asks, in Electron's order; the snapshot fuse stays as Electron ships it. */
const wantedFuses = "01001100";

rmSync(folder, { recursive: true, force: true });
const stub = makeStub();
const found = [await packOnce("first"), await packOnce("second")];
const problems = [...found.flatMap(({ problems: some }) => some), ...differences()];
for (const problem of new Set(problems)) console.error(`  ${problem}`);
const [first] = found;
console.log(`app.asar: ${first?.bytes ?? 0} bytes of at most ${mostAsarBytes}, ${first?.files ?? 0} files`);
console.log(JSON.stringify({ asarBytes: first?.bytes ?? 0, files: first?.files ?? 0, problems: problems.length }));
process.exitCode = problems.length === 0 ? 0 : 1;

/** @returns {string} */
function makeStub() {
  const place = join(folder, "electron");
  mkdirSync(join(place, "locales"), { recursive: true });
  mkdirSync(join(place, "resources"), { recursive: true });
  const fuses = Buffer.concat([Buffer.from(fuseSentinel), Buffer.from([1, 8]), Buffer.from("10111001")]);
  writeFileSync(join(place, "electron"), fuses);
  chmodSync(join(place, "electron"), 0o755);
  for (const name of ["LICENSE", "LICENSES.chromium.html", "locales/en-US.pak", "chrome-sandbox"]) {
    writeFileSync(join(place, name), "");
  }
  return place;
}

/** Builds everything anew, so that two runs share nothing. @param {string} name */
async function packOnce(name) {
  for (const part of ["renderer", "electron"]) rmSync(join(project, `dist/.built-${part}`), { force: true });
  await buildApp();
  const output = join(folder, name);
  // The builder checks the whole configuration, all systems' included, before it begins.
  await build({
    projectDir: project,
    targets: Platform.LINUX.createTarget("dir", Arch.x64),
    publish: "never",
    config: { extends: "build/electron-builder.yml", electronDist: stub, directories: { output } },
  });
  const resources = join(output, "linux-unpacked/resources/app.asar");
  const files = asarFiles(resources);
  const { length: bytes } = readFileSync(resources);
  /** @type {string[]} */
  const some = [];
  for (const { path } of files) {
    const why = whyNotPackaged(path);
    if (why !== null) some.push(`${path} has no place in the package: ${why}`);
  }
  for (const needed of [
    "package.json",
    "dist/electron/main.js",
    "dist/electron/preload.cjs",
    "dist/renderer/index.html",
  ]) {
    if (!files.some(({ path }) => path === needed)) some.push(`${needed} is missing`);
  }
  if (bytes > mostAsarBytes) some.push(`app.asar has ${bytes} bytes, more than ${mostAsarBytes}`);
  const fuses = fusesOf(join(output, "linux-unpacked"));
  if (fuses !== wantedFuses) some.push(`the fuses are ${fuses}, not ${wantedFuses}`);
  return { bytes, files: files.length, problems: some };
}

/** @param {string} unpacked */
function fusesOf(unpacked) {
  for (const entry of readdirSync(unpacked, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(unpacked, entry.name));
    const at = bytes.indexOf(fuseSentinel);
    if (at < 0) continue;
    const start = at + fuseSentinel.length + 2;
    return bytes.toString("latin1", start, start + 8);
  }
  return "none";
}

/** Files that two builds from the same sources made differently. */
function differences() {
  const [one, other] = ["first", "second"].map((name) => digestsUnder(join(folder, name, "linux-unpacked")));
  const names = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])]);
  return [...names].filter((name) => one?.get(name) !== other?.get(name)).map((name) => `two builds differ in ${name}`);
}

/** @param {string} root @returns {Map<string, string>} */
function digestsUnder(root) {
  const digests = new Map();
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    digests.set(path.slice(root.length + 1), createHash("sha256").update(readFileSync(path)).digest("hex"));
  }
  return digests;
}
