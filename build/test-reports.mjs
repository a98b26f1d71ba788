// What the two runners of tests wrote down, in one form: how many, and what failed.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

/**
 * `failures`: one text each, the test's name and the first lines of why.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Report
 */

const root = fileURLToPath(new URL("..", import.meta.url));
const linesOfWhy = 12;

/**
 * @param {string} path Vitest's report as JSON.
 * @param {readonly string[]} unhandled Errors that no test waited for; the report has none of them.
 * @returns {Promise<Report>}
 */
export async function reportUnit(path, unhandled) {
  const report = JSON.parse(await readFile(path, "utf8"));
  return {
    passed: report.numPassedTests,
    // A file that can't be loaded has no tests that could fail.
    failed: Math.max(report.numFailedTests, report.success ? 0 : 1) + unhandled.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [
      ...report.testResults.flatMap(unitFailures),
      ...unhandled.map((error) => told("an error", "no test waited for it", error)),
    ],
  };
}

/**
 * @param {{ name: string, status: string, message: string,
 *   assertionResults: { fullName: string, status: string, failureMessages: string[] }[] }} file
 */
function unitFailures({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0) return status === "failed" ? [told(name, "the file can’t be loaded", message)] : [];
  return failed.map(({ fullName, failureMessages }) => told(name, fullName, failureMessages.join("\n")));
}

/**
 * @param {string} path Playwright's report as JSON.
 * @returns {Promise<Report>}
 */
export async function reportEndToEnd(path) {
  const { stats, suites } = JSON.parse(await readFile(path, "utf8"));
  return {
    passed: stats.expected,
    // A test that needed a second try is a failure: no flake.
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites.flatMap(endToEndFailures),
  };
}

/**
 * @typedef {{ file: string, suites?: EndToEndSuite[], specs: { file: string, title: string, tests: { status: string,
 *   projectName: string, results: { errors: { message?: string }[] }[] }[] }[] }} EndToEndSuite
 * @param {EndToEndSuite} suite
 * @returns {string[]}
 */
function endToEndFailures({ suites = [], specs }) {
  const ofSpecs = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ projectName, results }) => {
        const messages = results.flatMap(({ errors }) => errors.map(({ message }) => message ?? ""));
        return told(file, `[${projectName}] ${title}`, messages.join("\n"));
      }),
  );
  return [...ofSpecs, ...suites.flatMap(endToEndFailures)];
}

/**
 * @param {string} file
 * @param {string} title
 * @param {string} message
 */
function told(file, title, message) {
  const why = stripVTControlCharacters(message).trim().split("\n").slice(0, linesOfWhy);
  return [`${file.replace(root, "")} › ${title}`, ...why.map((line) => `  ${line}`)].join("\n");
}
