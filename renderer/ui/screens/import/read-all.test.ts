import { expect, test } from "vitest";
import type { Library } from "../../../contracts/library.ts";
import { RemoteBug } from "../../../contracts/rpc.ts";
import { readAll } from "./read-all.ts";

test("a bug costs only the files that were being read, and these are named", async () => {
  const files = Array.from({ length: 14 }, (_, number) => new File(["Marché ouvert."], `${number}.txt`));
  let calls = 0;
  const readFiles: Library["readFiles"] = async ({ files: sent }) => {
    if (++calls === 2) throw new RemoteBug("a1b2");
    return sent.map(({ name }) => ({ fileName: name, outcome: "failed", failure: { kind: "no-text" } }));
  };
  const told: number[] = [];
  const outcomes = await readAll({
    files,
    library: { readFiles },
    signal: new AbortController().signal,
    onProgress: (done) => told.push(done),
  });
  expect(outcomes.map(({ fileName }) => fileName)).toEqual(files.map(({ name }) => name));
  const kinds = outcomes.map((outcome) => (outcome.outcome === "failed" ? outcome.failure.kind : "draft"));
  expect(kinds).toEqual([...Array(6).fill("no-text"), ...Array(6).fill("bug"), ...Array(2).fill("no-text")]);
  expect(told.at(-1)).toBe(14);
});
