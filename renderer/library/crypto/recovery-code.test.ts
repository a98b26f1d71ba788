import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readRecoveryCode, writeRecoveryCode } from "./recovery-code.ts";

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => new Uint8Array(bytes));

test("every code is read back as it was written, in small letters, without dashes, with O for 0 and l for 1", async () => {
  await fc.assert(
    fc.asyncProperty(secrets, async (secret) => {
      const code = await writeRecoveryCode(secret);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
      const asCopied = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "O").replaceAll("1", "l");
      expect(await readRecoveryCode(code)).toEqual(secret);
      expect(await readRecoveryCode(` ${asCopied}\n`)).toEqual(secret);
    }),
    { seed: 5, numRuns: 60 },
  );
});

test("one wrong letter, two swapped ones and a missing one are noticed", async () => {
  const secret = Uint8Array.from({ length: 16 }, (_, at) => at * 11);
  const code = await writeRecoveryCode(secret);
  const other = code[6] === "7" ? "8" : "7";
  const swapped = `${code.slice(0, 5)}${code[6]}${code[5]}${code.slice(7)}`;
  expect(swapped).not.toBe(code);
  expect(await readRecoveryCode(code.slice(0, 6) + other + code.slice(7))).toBeNull();
  expect(await readRecoveryCode(swapped)).toBeNull();
  expect(await readRecoveryCode(code.slice(0, -1))).toBeNull();
  expect(await readRecoveryCode("")).toBeNull();
});
