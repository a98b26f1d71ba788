import type { LogEvent } from "../../../model/log-event.ts";
import { handOverFile } from "../../state/hand-over-file.ts";

/** One event a line, so that a person can look it through before sending it on. */
export function logAsText(events: readonly LogEvent[]): string {
  return events.map(({ at, fact }) => `${new Date(at).toISOString()} ${JSON.stringify(fact)}\n`).join("");
}

export function saveLogAsFile(events: readonly LogEvent[]): void {
  handOverFile("field-reader-log.txt", logAsText(events), "text/plain");
}
