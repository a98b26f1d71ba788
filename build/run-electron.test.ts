import { expect, test } from "vitest";
import { runElectron } from "./run-electron.mjs";

/** Node plays Electron: what matters is what it writes and how it ends. */
function run(script: string, wish: { patienceMs?: number } = {}) {
  return runElectron({ program: process.execPath, args: ["-e", script], env: process.env, ...wish });
}

test("a window that was shown and closed ends the start with Electron's own exit code", async () => {
  const shown = 'console.log("field-reader: window shown");';
  expect(await run(shown)).toEqual({ ended: "after-window", exitCode: 0 });
  expect(await run(`${shown} process.exitCode = 3;`)).toEqual({ ended: "after-window", exitCode: 3 });
});

test("a second start that only brings the open window to the front is no failure", async () => {
  expect(await run("")).toEqual({ ended: "after-window", exitCode: 0 });
});

test("a missing system library is recognised and named", async () => {
  const line = "electron: error while loading shared libraries: libnss3.so: cannot open shared object file";
  expect(await run(`console.error(${JSON.stringify(line)}); process.exit(127);`)).toEqual({
    ended: "before-window",
    why: "missing-library",
    detail: line,
  });
});

test("a crash before the window is a reason to open the browser", async () => {
  expect(await run("process.kill(process.pid, 'SIGKILL')")).toMatchObject({ ended: "before-window", why: "crashed" });
});

test("a program that can't be started at all is one too", async () => {
  const start = runElectron({ program: "/no/such/electron", args: [], env: process.env });
  expect(await start).toMatchObject({ ended: "before-window", why: "crashed" });
});

test("an Electron that shows nothing is ended after a while", async () => {
  expect(await run("setInterval(() => {}, 1000)", { patienceMs: 300 })).toMatchObject({
    ended: "before-window",
    why: "hung",
  });
});

test("Electron knows that a launcher waits for its window, and is not told to be Node", async () => {
  const script = `process.exitCode = process.env.FIELD_READER_LAUNCHER === "1" && !process.env.ELECTRON_RUN_AS_NODE ? 5 : 6;
    console.log("field-reader: window shown");`;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
  const ended = await runElectron({ program: process.execPath, args: ["-e", script], env });
  expect(ended).toEqual({ ended: "after-window", exitCode: 5 });
});
