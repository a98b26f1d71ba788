// Errors that no test waited for: they end a run as badly as a failed test, but Vitest's report leaves them out.
import { appendFileSync, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../dist/test-results/unhandled.txt", import.meta.url));

/** @param {{ name?: string, message: string, stack?: string }} error */
export function noteUnhandled({ name = "Error", message, stack }, path = file) {
  // Nobody asks for it where tests are run by themselves.
  if (existsSync(dirname(path))) appendFileSync(path, `${JSON.stringify(stack ?? `${name}: ${message}`)}\n`);
}

/** @returns {Promise<string[]>} One text each, with the first lines of where it was thrown. */
export async function readUnhandled(path = file) {
  const lines = existsSync(path) ? (await readFile(path, "utf8")).trim().split("\n") : [];
  return lines.map((line) => String(JSON.parse(line)));
}
