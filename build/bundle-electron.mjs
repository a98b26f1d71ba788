import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const project = fileURLToPath(new URL("..", import.meta.url));

/** @type {import("esbuild").BuildOptions} */
const shared = {
  absWorkingDir: project,
  bundle: true,
  platform: "node",
  target: "node20",
  external: ["electron"],
  sourcemap: true,
  legalComments: "none",
  logLevel: "warning",
};

/**
 * Bundles the machine side of both hosts.
 * @param {{ folder?: string }} [to] Another folder for a test that loads what it built itself.
 */
export async function bundleElectron({ folder = "dist/electron" } = {}) {
  await Promise.all([
    build({ ...shared, format: "esm", entryPoints: ["electron/loopback.ts"], outfile: `${folder}/loopback.js` }),
    build({ ...shared, format: "esm", entryPoints: ["electron/main.ts"], outfile: `${folder}/main.js` }),
    // A sandboxed preload can't be a module.
    build({ ...shared, format: "cjs", entryPoints: ["electron/preload.ts"], outfile: `${folder}/preload.cjs` }),
  ]);
}
