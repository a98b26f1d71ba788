import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { reportEndToEnd, reportUnit } from "./test-reports.mjs";
import { noteUnhandled, readUnhandled } from "./unhandled-errors.mjs";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reports-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function written(report: unknown): Promise<string> {
  const path = join(folder, "report.json");
  await writeFile(path, JSON.stringify(report));
  return path;
}

function unitReport(success: boolean, counts: { passed: number; failed: number }, testResults: readonly unknown[]) {
  const { passed, failed } = counts;
  return {
    success,
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults,
  };
}

test("a unit test that failed is named with its file and why", async () => {
  const assertionResults = [
    { fullName: "a place is found", status: "passed", failureMessages: [] },
    {
      fullName: "a place is counted",
      status: "failed",
      failureMessages: ["\u001b[31mexpected 2\u001b[39m\nat line 7"],
    },
  ];
  const file = { name: "renderer/places.test.ts", status: "failed", message: "", assertionResults };
  expect(await reportUnit(await written(unitReport(false, { passed: 1, failed: 1 }, [file])), [])).toEqual({
    passed: 1,
    failed: 1,
    skipped: 1,
    failures: ["renderer/places.test.ts › a place is counted\n  expected 2\n  at line 7"],
  });
});

test("a file of tests that can't be loaded is a failure, with why", async () => {
  const file = { name: "a.test.ts", status: "failed", message: "no such module", assertionResults: [] };
  const report = await reportUnit(await written(unitReport(false, { passed: 0, failed: 0 }, [file])), []);
  expect(report).toMatchObject({ failed: 1, failures: ["a.test.ts › the file can’t be loaded\n  no such module"] });
});

test("errors that no test waited for are failures, with why", async () => {
  const path = join(folder, "unhandled.txt");
  expect(await readUnhandled(path)).toEqual([]);
  noteUnhandled({ name: "TypeError", message: "no rows" }, path);
  noteUnhandled({ message: "late", stack: "Error: late\n    at tidy" }, path);
  noteUnhandled({ message: "nobody asks" }, join(folder, "gone", "unhandled.txt"));
  const report = await reportUnit(
    await written(unitReport(true, { passed: 2, failed: 0 }, [])),
    await readUnhandled(path),
  );
  expect(report).toMatchObject({
    failed: 2,
    failures: [
      "an error › no test waited for it\n  TypeError: no rows",
      "an error › no test waited for it\n  Error: late\n      at tidy",
    ],
  });
});

test("an end-to-end test that failed, or needed a second try, is named with its language", async () => {
  const ended = (title: string, status: string, errors: readonly { message: string }[]) => ({
    file: "read.spec.ts",
    title,
    tests: [{ status, projectName: "fr", results: [{ errors }] }],
  });
  const specs = [
    ended("it opens", "expected", []),
    ended("it prints", "unexpected", [{ message: "no page" }]),
    ended("it closes", "flaky", [{ message: "too late" }]),
  ];
  const report = {
    stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
    suites: [{ file: "read.spec.ts", specs: [], suites: [{ file: "read.spec.ts", specs }] }],
  };
  expect(await reportEndToEnd(await written(report))).toEqual({
    passed: 1,
    failed: 2,
    skipped: 0,
    failures: ["read.spec.ts › [fr] it prints\n  no page", "read.spec.ts › [fr] it closes\n  too late"],
  });
});
