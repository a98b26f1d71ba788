import { expect, test } from "vitest";
import { logAsText } from "./save-log-as-file.ts";

test("the exported log can be looked through line by line before it is sent on", () => {
  const text = logAsText([
    { at: Date.UTC(2026, 9, 24, 12), fact: { event: "started", sequence: 4, ms: 120 } },
    { at: Date.UTC(2026, 9, 24, 12, 1), fact: { event: "tail-cut", bytes: 77 } },
  ]);
  expect(text.split("\n")).toEqual([
    '2026-10-24T12:00:00.000Z {"event":"started","sequence":4,"ms":120}',
    '2026-10-24T12:01:00.000Z {"event":"tail-cut","bytes":77}',
    "",
  ]);
});
