// `npm start`: the app in a window of its own if Electron can be had, else the same app in a browser.
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { listenForAnyKey } from "./any-key.mjs";
import { installElectron } from "./install-electron.mjs";
import { describeProgress, isNodeNewEnough, mustDropSandbox, opensElectron, readStartOptions } from "./launch-plan.mjs";
import { launchWords, terminalLanguage } from "./launch-words.mjs";
import { runElectron } from "./run-electron.mjs";

/** @typedef {import("./launch-plan.mjs").StartOptions} StartOptions */

const root = fileURLToPath(new URL("..", import.meta.url));
const { platform, arch, env } = process;
const words = launchWords(terminalLanguage(env, Intl.DateTimeFormat().resolvedOptions().locale));

process.exitCode = await start(process.argv.slice(2));

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
async function start(args) {
  const read = readStartOptions(args);
  if (!read.ok) return giveUp(words.unknownOption(read.unknown), 2);
  if (!isNodeNewEnough(process.versions.node)) return giveUp(words.nodeTooOld(process.versions.node), 1);
  // A folder is meant from where the person typed it; npm itself runs us in the project's.
  const vault = read.options.vault === null ? null : resolve(env.INIT_CWD ?? process.cwd(), read.options.vault);
  const options = { ...read.options, vault };
  if (!(await build())) return giveUp(words.buildFailed, 1);

  if (!opensElectron({ options, platform, env })) return openInBrowser(options);
  const run = await openInElectron(options);
  if (run.ended === "after-window") return run.exitCode;
  const sentence = words.whyBrowser[run.why];
  console.log(run.detail === "" ? sentence : `${sentence} (${run.detail})`);
  return openInBrowser(options);
}

/**
 * @param {string} sentence
 * @param {number} exitCode
 */
function giveUp(sentence, exitCode) {
  console.error(sentence);
  return exitCode;
}

async function build() {
  try {
    // Only now: the bundlers aren't there before "npm ci", and an old Node can't load them.
    const { buildApp } = await import("./build.mjs");
    let isSaid = false;
    await buildApp({
      onBuild() {
        if (!isSaid) console.log(words.building);
        isSaid = true;
      },
    });
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/**
 * @param {StartOptions} options
 * @returns {Promise<import("./run-electron.mjs").ElectronRun>}
 */
async function openInElectron({ vault }) {
  const installed = await fetchWithProgress();
  if (!installed.ok) return { ended: "before-window", why: installed.why, detail: installed.detail };
  const dropsSandbox = mustDropSandbox({ platform, userId: process.getuid?.() });
  if (dropsSandbox) console.log(words.asRoot);
  return runElectron({
    program: installed.program,
    args: [...(dropsSandbox ? ["--no-sandbox"] : []), root, ...(vault === null ? [] : [`--vault=${vault}`])],
    env,
  });
}

async function fetchWithProgress() {
  const { stdin, stdout } = process;
  const key = listenForAnyKey(stdin);
  let lastShown = "";
  /** @param {{ received: number, expected: number | null }} progress */
  const show = (progress) => {
    const described = describeProgress(progress);
    // A terminal shows every step in one line; a log gets a line every ten per cent.
    const step = stdout.isTTY ? described.receivedMb : String(Math.floor((described.percent ?? 0) / 10));
    if (step === lastShown) return;
    lastShown = step;
    stdout.write(stdout.isTTY ? `\r\u001b[K${words.fetching(described)}` : `${words.fetching(described)}\n`);
  };
  const offerToSkip = () => {
    if (key.isListening) console.log(words.anyKey);
  };
  try {
    return await installElectron({
      platform,
      arch,
      env,
      skip: key.signal,
      onFetching: offerToSkip,
      onProgress: show,
      onUnpacking: () => console.log(`${stdout.isTTY ? "\n" : ""}${words.unpacking}`),
    });
  } finally {
    key.stop();
    if (stdout.isTTY && lastShown !== "") stdout.write("\n");
  }
}

/** @param {StartOptions} options */
function openInBrowser({ open, vault }) {
  return runNode([
    "dist/electron/loopback.js",
    ...(open === "serve" ? ["--serve"] : []),
    ...(vault === null ? [] : ["--vault", vault]),
  ]);
}

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function runNode(args) {
  return new Promise((resolve) => {
    // Ctrl-C goes to the child too; it closes what it holds and its end is ours.
    const waitForChild = () => {};
    process.on("SIGINT", waitForChild);
    const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
    const passOn = () => child.kill("SIGTERM");
    process.on("SIGTERM", passOn);
    child.on("error", () => resolve(1));
    child.on("exit", (code) => {
      process.off("SIGINT", waitForChild);
      process.off("SIGTERM", passOn);
      resolve(code ?? 1);
    });
  });
}
