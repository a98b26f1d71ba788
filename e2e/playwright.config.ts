import { fileURLToPath } from "node:url";
import { defineConfig } from "playwright/test";
import type { TestOptions } from "./fixtures/app.ts";
import { findTestBrowser } from "./fixtures/test-browser.ts";

const folder = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const browser = await findTestBrowser();

export default defineConfig<TestOptions>({
  testDir: "specs",
  outputDir: folder("dist/test-results/e2e"),
  fullyParallel: true,
  // Tests mostly wait: for a start, a dwell, an answer.
  workers: 3,
  // A test that passes at the second try is a test that fails.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: folder("dist/test-results/e2e.json") }]],
  projects: [
    { name: "en", use: { language: "en" }, grepInvert: /@fr|@alone/ },
    { name: "fr", use: { language: "fr" }, grepInvert: /@once|@alone/ },
    // What is promised for a slow laptop isn't measured on one that has two other tests to run.
    { name: "alone-en", use: { language: "en" }, grep: /@alone/, dependencies: ["en", "fr"] },
    { name: "alone-fr", use: { language: "fr" }, grep: /@alone/, dependencies: ["alone-en"] },
  ],
  use: {
    viewport: { width: 1366, height: 768 },
    actionTimeout: 10_000,
    launchOptions: {
      executablePath: browser.executablePath,
      env: { ...(process.env as Record<string, string>), ...browser.env },
    },
  },
});
