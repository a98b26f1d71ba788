// Runs one TypeScript entry in Node: bundles it to dist/run/ first, because Node 20 reads no types.
// node build/run-ts.mjs [--node=--expose-gc …] ENTRY [ARGUMENTS …]
import { spawn } from "node:child_process";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const given = process.argv.slice(2);
const nodeOptions = [];
while (given[0]?.startsWith("--node=")) nodeOptions.push(String(given.shift()).slice("--node=".length));
const [entry, ...rest] = given;
if (entry === undefined) {
  process.stderr.write("Which file? node build/run-ts.mjs e2e/bench/search.ts --count 2000\n");
  process.exit(2);
}

const outfile = join(root, "dist", "run", `${basename(entry, ".ts")}.mjs`);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  sourcemap: "inline",
  logLevel: "warning",
});
const child = spawn(process.execPath, ["--enable-source-maps", ...nodeOptions, outfile, ...rest], { stdio: "inherit" });
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)));
