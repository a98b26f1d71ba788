// Starts Electron and finds out whether a person has seen a window.
import { spawn } from "node:child_process";
import { whyElectronEnded } from "./launch-plan.mjs";

const shownLine = "field-reader: window shown";

/**
 * @typedef {{ ended: "after-window", exitCode: number }
 *   | { ended: "before-window", why: import("./launch-plan.mjs").WhyNoWindow, detail: string }} ElectronRun
 */

/**
 * @param {object} start
 * @param {string} start.program
 * @param {readonly string[]} start.args
 * @param {Readonly<Record<string, string | undefined>>} start.env
 * @param {number} [start.patienceMs] How long a window may take to show on the slowest laptop.
 * @returns {Promise<ElectronRun>}
 */
export function runElectron({ program, args, env, patienceMs = 120_000 }) {
  return new Promise((resolve) => {
    const { ELECTRON_RUN_AS_NODE: _never, ...rest } = env;
    const child = spawn(program, args, {
      env: { ...rest, FIELD_READER_LAUNCHER: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let wasShown = false;
    let isHung = false;
    let output = "";
    let errors = "";

    const patience = setTimeout(() => {
      isHung = true;
      child.kill("SIGKILL");
    }, patienceMs);
    // The whole terminal group gets Ctrl-C; we only outlive the window to pass its end on.
    const waitForChild = () => {};
    const passOn = () => child.kill("SIGTERM");
    process.on("SIGINT", waitForChild);
    process.on("SIGTERM", passOn);

    child.stdout.setEncoding("utf8").on("data", (text) => {
      output = (output + text).slice(-1000);
      if (output.includes(shownLine)) wasShown = true;
      if (wasShown) clearTimeout(patience);
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      errors = (errors + text).slice(-8000);
      process.stderr.write(ownLinesOf(text));
    });

    /** @param {ElectronRun} run */
    const settle = (run) => {
      clearTimeout(patience);
      process.off("SIGINT", waitForChild);
      process.off("SIGTERM", passOn);
      resolve(run);
    };
    child.on("error", (error) => settle({ ended: "before-window", why: "crashed", detail: error.message }));
    child.on("close", (code) => {
      // A second start ends at once and well: the window that was open came to the front.
      if (wasShown || code === 0) settle({ ended: "after-window", exitCode: code ?? 1 });
      else if (isHung) settle({ ended: "before-window", why: "hung", detail: "" });
      else settle({ ended: "before-window", why: whyElectronEnded(errors), detail: lastLineOf(errors) });
    });
  });
}

/**
 * Chromium talks a lot on stderr about the system; only what our own program says is for the terminal.
 * @param {string} text
 */
function ownLinesOf(text) {
  return text
    .split("\n")
    .filter((line) => /^(?:bug [0-9a-f]{8} |\s+at )/.test(line))
    .map((line) => `${line}\n`)
    .join("");
}

/** @param {string} text */
function lastLineOf(text) {
  return text.trim().split("\n").at(-1)?.slice(0, 300) ?? "";
}
