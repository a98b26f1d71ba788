/** As long as it takes to see what a briefing is about. */
const dwellMs = 5_000;
const lookEveryMs = 500;

/** Calls once something has been in sight for a while without a break. */
export function watchDwell({
  isInSight,
  onDwelt,
}: {
  readonly isInSight: () => boolean;
  readonly onDwelt: () => void;
}): { stop(): void } {
  let seenMs = 0;
  const timer = setInterval(() => {
    seenMs = isInSight() ? seenMs + lookEveryMs : 0;
    if (seenMs < dwellMs) return;
    clearInterval(timer);
    onDwelt();
  }, lookEveryMs);
  return { stop: () => clearInterval(timer) };
}
