import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchDwell } from "./dwell.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a briefing that stays in sight for five seconds counts as read, once", () => {
  const onDwelt = vi.fn();
  watchDwell({ isInSight: () => true, onDwelt });
  vi.advanceTimersByTime(4_900);
  expect(onDwelt).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(onDwelt).toHaveBeenCalledTimes(1);
});

test("behind a dialog or in another pane time doesn't count, and it begins anew afterwards", () => {
  const onDwelt = vi.fn();
  let inSight = true;
  watchDwell({ isInSight: () => inSight, onDwelt });
  vi.advanceTimersByTime(3_000);
  inSight = false;
  vi.advanceTimersByTime(60_000);
  expect(onDwelt).not.toHaveBeenCalled();
  inSight = true;
  vi.advanceTimersByTime(3_000);
  expect(onDwelt).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(onDwelt).toHaveBeenCalledTimes(1);
});

test("a briefing that was left isn't marked later", () => {
  const onDwelt = vi.fn();
  watchDwell({ isInSight: () => true, onDwelt }).stop();
  vi.advanceTimersByTime(60_000);
  expect(onDwelt).not.toHaveBeenCalled();
});
