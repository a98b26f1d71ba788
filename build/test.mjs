// `npm test`: the checks side by side, the layers of tests in turn, then one line that counts them all.
import { spawn } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { reportEndToEnd, reportUnit } from "./test-reports.mjs";
import { readUnhandled } from "./unhandled-errors.mjs";

/** @typedef {import("./test-reports.mjs").Report} Report */
/** @typedef {{ name: string, command: string[], report?: () => Promise<Report> }} Step */
/** @typedef {{ exitCode: number, said: string, seconds: number }} Outcome */

const root = fileURLToPath(new URL("..", import.meta.url));
const results = `${root}dist/test-results`;
const unitFile = `${results}/unit.json`;
const endToEndFile = `${results}/e2e.json`;

/**
 * They depend on nothing but the source and mostly use one core each, so they run side by side.
 * @type {Step[]}
 */
const sideBySide = [
  { name: "types", command: ["tsc", "-b"] },
  { name: "import rules", command: ["node", "build/import-rules.mjs", "--check"] },
  { name: "lint and format", command: ["biome", "ci", "--error-on-warnings", "."] },
  { name: "dead code", command: ["knip", "--config", "build/knip.json"] },
  { name: "build", command: ["node", "build/build.mjs"] },
];
/** @type {Step[]} */
const oneByOne = [
  {
    name: "unit and bundle tests",
    command: [
      "vitest",
      "run",
      "--config",
      "build/vitest.config.ts",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${unitFile}`,
    ],
    report: async () => reportUnit(unitFile, await readUnhandled()),
  },
  {
    name: "end to end",
    command: ["playwright", "test", "--config", "e2e/playwright.config.ts"],
    report: () => reportEndToEnd(endToEndFile),
  },
];

await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });

/** @type {Report} */
const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
const started = sideBySide.map((step) => ({ step, running: run(step.command, { aloud: false }) }));
for (const { step, running } of started) {
  console.log(`\n— ${step.name}`);
  await conclude(step, running);
}
for (const step of oneByOne) {
  console.log(`\n— ${step.name}`);
  await conclude(step, run(step.command, { aloud: true }));
}
// Said again where it is found: of a long log often only the end is kept.
for (const failure of total.failures) console.log(`\nfailed: ${failure}`);
console.log(`\ntests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * @param {Step} step
 * @param {Promise<Outcome>} running
 */
async function conclude(step, running) {
  const { exitCode, said, seconds } = await running;
  process.stdout.write(said);
  const { passed, failed, skipped, failures } = await reportOf(step, exitCode);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  total.failures.push(...failures);
  console.log(`  ${step.name}: ${exitCode === 0 ? "ok" : "FAILED"}, ${seconds.toFixed(1)} s`);
}

/**
 * A step that ends badly counts as a failure even where its report counts none: a runner that died proves nothing.
 * @param {Step} step
 * @param {number} exitCode
 * @returns {Promise<Report>}
 */
async function reportOf(step, exitCode) {
  const whole = { passed: 0, failed: 1, skipped: 0, failures: [`${step.name} (exit ${exitCode})`] };
  if (step.report === undefined) return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0, failures: [] } : whole;
  try {
    const report = await step.report();
    const provesNothing = report.failed === 0 && (exitCode !== 0 || report.passed === 0);
    return provesNothing ? { ...report, failed: 1, failures: whole.failures } : report;
  } catch (error) {
    console.log(`  no readable report: ${error instanceof Error ? error.message : error}`);
    return whole;
  }
}

/**
 * @param {string[]} command
 * @param {{ aloud: boolean }} how Not aloud = what it says is kept for its turn.
 * @returns {Promise<Outcome>}
 */
function run([program = "", ...args], { aloud }) {
  // npm puts the packages' own commands on the PATH; on Windows they are scripts that only a shell starts.
  const shell = process.platform === "win32";
  const output = aloud ? "inherit" : "pipe";
  const startedAt = Date.now();
  let said = "";
  return new Promise((resolve) => {
    const end = (/** @type {number} */ exitCode) =>
      resolve({ exitCode, said, seconds: (Date.now() - startedAt) / 1000 });
    const child = spawn(program, args, { cwd: root, shell, stdio: ["ignore", output, output] });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => (said += part));
    child.on("error", () => end(127));
    child.on("close", (code) => end(code ?? 1));
  });
}
