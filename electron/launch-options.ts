import { parseArgs } from "node:util";
import { fail, type Result, succeed } from "../renderer/model/result.ts";

export interface LaunchOptions {
  readonly mode: "app-window" | "serve";
  readonly vault: string | null;
  /** null = the usual one, or any free one. */
  readonly port: number | null;
}

/** What the command line asks for; a failure names the word that isn't understood. */
export function readLaunchOptions(words: readonly string[]): Result<LaunchOptions, { readonly option: string }> {
  const { tokens, values } = parseArgs({
    args: [...words],
    options: {
      vault: { type: "string" },
      port: { type: "string" },
      serve: { type: "boolean" },
      browser: { type: "boolean" },
    },
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === "positional") return fail({ option: token.value });
    if (token.kind !== "option") continue;
    const needsValue = token.name === "vault" || token.name === "port";
    const isKnown = needsValue || token.name === "serve" || token.name === "browser";
    if (!isKnown || needsValue !== (token.value !== undefined)) return fail({ option: token.rawName });
  }
  const { vault, port } = values;
  const portNumber = port === undefined ? null : Number(port);
  if (portNumber !== null && !(Number.isInteger(portNumber) && portNumber >= 0 && portNumber < 65_536)) {
    return fail({ option: `--port ${String(port)}` });
  }
  return succeed({
    mode: values.serve === true ? "serve" : "app-window",
    vault: typeof vault === "string" && vault !== "" ? vault : null,
    port: portNumber,
  });
}
