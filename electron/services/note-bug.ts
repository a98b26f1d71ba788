import { randomBytes } from "node:crypto";

/** Writes a bug where a developer looks, without its message (that may hold an address or a title); answers its number. */
export function noteBug(error: unknown, doing: string, write: (text: string) => void = writeToErrors): string {
  const reference = randomBytes(4).toString("hex");
  const name = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  write(`${[`bug ${reference} in ${doing}: ${name}`, ...frames].join("\n")}\n`);
  return reference;
}

const writeToErrors = (text: string) => process.stderr.write(text);
