import type { LogEvent } from "../../../model/log-event.ts";

/** One event a line, so that a person can look it through before sending it on. */
export function logAsText(events: readonly LogEvent[]): string {
  return events.map(({ at, fact }) => `${new Date(at).toISOString()} ${JSON.stringify(fact)}\n`).join("");
}

export function saveLogAsFile(events: readonly LogEvent[]): void {
  const address = URL.createObjectURL(new Blob([logAsText(events)], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "field-reader-log.txt";
  link.click();
  // The download has begun by then; the browser keeps what it still needs.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
