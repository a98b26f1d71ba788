// `npm test`: the checks side by side, the layers of tests in turn, then one line that counts them all.
import { spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ name: string, command: string[], count?: () => Promise<Counts> }} Step */
/** @typedef {{ exitCode: number, said: string, seconds: number }} Outcome */

const root = fileURLToPath(new URL("..", import.meta.url));
const results = `${root}dist/test-results`;

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
      `--outputFile.json=${results}/unit.json`,
    ],
    count: countUnit,
  },
  { name: "end to end", command: ["playwright", "test", "--config", "e2e/playwright.config.ts"], count: countEndToEnd },
];

await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });

/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: 0 };
const started = sideBySide.map((step) => ({ step, running: run(step.command, { aloud: false }) }));
for (const { step, running } of started) {
  console.log(`\n— ${step.name}`);
  await conclude(step, running);
}
for (const step of oneByOne) {
  console.log(`\n— ${step.name}`);
  await conclude(step, run(step.command, { aloud: true }));
}
console.log(`\ntests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * @param {Step} step
 * @param {Promise<Outcome>} running
 */
async function conclude(step, running) {
  const { exitCode, said, seconds } = await running;
  process.stdout.write(said);
  const counts = await countsOf(step, exitCode);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  console.log(`  ${step.name}: ${exitCode === 0 ? "ok" : "FAILED"}, ${seconds.toFixed(1)} s`);
}

/**
 * A step that ends badly counts as a failure even where its report counts none: a runner that died proves nothing.
 * @param {Step} step
 * @param {number} exitCode
 * @returns {Promise<Counts>}
 */
async function countsOf(step, exitCode) {
  const whole = exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  if (step.count === undefined) return whole;
  try {
    const counts = await step.count();
    if (exitCode !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
    return counts.passed + counts.failed === 0 ? { passed: 0, failed: 1, skipped: counts.skipped } : counts;
  } catch (error) {
    console.log(`  no readable report: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @returns {Promise<Counts>} */
async function countUnit() {
  const report = JSON.parse(await readFile(`${results}/unit.json`, "utf8"));
  return {
    passed: report.numPassedTests,
    // A file that can't be loaded has no tests that could fail.
    failed: Math.max(report.numFailedTests, report.success ? 0 : 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @returns {Promise<Counts>} */
async function countEndToEnd() {
  const { stats } = JSON.parse(await readFile(`${results}/e2e.json`, "utf8"));
  // A test that needed a second try is a failure: no flake.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
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
