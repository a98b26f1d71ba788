import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));

/**
 * What is built, from what, by what. The bundlers are only loaded when something changed: a second start shouldn't
 * wait for them.
 */
const parts = [
  {
    name: "renderer",
    sources: ["renderer", "assets", "build/vite.config.ts", "package-lock.json"],
    result: "dist/renderer/index.html",
    async build() {
      const { build } = await import("vite");
      await build({ configFile: join(project, "build/vite.config.ts"), logLevel: "warn" });
    },
  },
  {
    name: "electron",
    sources: ["electron", "renderer/model", "renderer/contracts", "build/bundle-electron.mjs", "package-lock.json"],
    result: "dist/electron/loopback.js",
    async build() {
      const { bundleElectron } = await import("./bundle-electron.mjs");
      await bundleElectron();
    },
  },
];

/**
 * Builds what isn't up to date and answers the names of what was built.
 * @param {{ onBuild?: (name: string) => void }} [options]
 * @returns {Promise<string[]>}
 */
export async function buildApp({ onBuild = () => {} } = {}) {
  const built = [];
  for (const part of parts) {
    const fingerprint = fingerprintOf(part.sources);
    const note = join(project, "dist", `.built-${part.name}`);
    if (existsSync(join(project, part.result)) && existsSync(note) && readFileSync(note, "utf8") === fingerprint)
      continue;
    onBuild(part.name);
    // A build that stops half-way must not look like a finished one.
    rmSync(note, { force: true });
    await part.build();
    mkdirSync(join(project, "dist"), { recursive: true });
    writeFileSync(note, fingerprint);
    built.push(part.name);
  }
  return built;
}

/** By content, because a fresh checkout or a copy from a stick sets every date anew. @param {string[]} sources */
function fingerprintOf(sources) {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) {
    for (const path of filesUnder(source)) hash.update(`\0${path}\0`).update(readFileSync(join(project, path)));
  }
  return hash.digest("hex");
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  const folder = join(project, path);
  if (!existsSync(folder)) return [];
  if (/\.\w+$/.test(path)) return isTest(path) ? [] : [path];
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory()) return filesUnder(inner);
      return isTest(inner) ? [] : [inner];
    });
}

/** @param {string} path */
const isTest = (path) => /\.(test|suite)\.tsx?$/.test(path);

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const startedAt = Date.now();
  const built = await buildApp({ onBuild: (name) => console.log(`building ${name} …`) });
  console.log(
    `${built.length === 0 ? "everything is up to date" : `built ${built.join(", ")}`}, ${Date.now() - startedAt} ms`,
  );
}
