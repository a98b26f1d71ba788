import { expect, test } from "vitest";
import { shownValue } from "./ahead.ts";

test("with nothing chosen the answer shows", () => {
  expect(shownValue(null, "ask", 1)).toBe("ask");
});

test("a choice shows while it is being kept, whatever is answered meanwhile", () => {
  const ahead = { value: "manual", keptAtQuestion: null };
  expect(shownValue(ahead, "ask", 1)).toBe("manual");
  expect(shownValue(ahead, "ask", 99)).toBe("manual");
});

test("once it is kept, answers to questions from before don't take it back", () => {
  const ahead = { value: "manual", keptAtQuestion: 5 };
  expect(shownValue(ahead, "ask", 4)).toBe("manual");
  expect(shownValue(ahead, "every-hour", 5)).toBe("every-hour");
  expect(shownValue(ahead, "every-hour", 6)).toBe("every-hour");
});
