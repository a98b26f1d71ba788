import { defineConfig } from "vitest/config";
import { noteUnhandled } from "./unhandled-errors.mjs";

const elsewhere = ["**/node_modules/**", "dist/**"];

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    restoreMocks: true,
    unstubGlobals: true,
    // Fuzz runs take their time on a busy machine; a hanging test still ends.
    testTimeout: 60_000,
    // What stands before a test is work like its own: opening a library, bundling the shell.
    hookTimeout: 60_000,
    // What is waited for comes in a moment; on a busy machine a moment is long.
    expect: { poll: { timeout: 20_000, interval: 10 } },
    // By itself it leaves one core to nobody, which on a machine with two is half of it.
    maxWorkers: "100%",
    onUnhandledError: (error) => noteUnhandled(error),
    projects: [
      {
        extends: true,
        test: {
          name: "library and page",
          include: ["{renderer,e2e}/**/*.test.{ts,tsx}"],
          exclude: [...elsewhere, "**/*.cost.test.ts"],
          // Nothing here is kept by a module, so that a program of its own for each file would only cost its start.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "machine",
          // These load the shell's main, set the environment and hold sockets: each file in a program of its own.
          include: ["{electron,build}/**/*.test.ts"],
          exclude: elsewhere,
        },
      },
      {
        extends: true,
        test: {
          name: "what work may cost",
          include: ["renderer/**/*.cost.test.ts"],
          exclude: elsewhere,
          isolate: false,
          // After the others and by itself: two cores at work at once take longer each for the same.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
