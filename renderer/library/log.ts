import { type LogEvent, type LogFact, logLimit } from "../model/log-event.ts";
import type { Instant } from "../model/time.ts";

export interface Log {
  note(fact: LogFact): void;
  /** Keeps what kind of thing was thrown and where, never its message, and answers the reference for it. */
  noteBug(error: unknown, doing: string): string;
  events(): readonly LogEvent[];
}

/** A ring of the newest events. It holds no titles, addresses or queries, and leaves this computer only by hand. */
export function createLog({ clock }: { clock: () => Instant }): Log {
  const events: LogEvent[] = [];
  let bugs = 0;

  function note(fact: LogFact): void {
    events.push({ at: clock(), fact });
    if (events.length > logLimit) events.shift();
  }

  return {
    note,
    noteBug(error, doing) {
      const reference = `${clock().toString(36)}-${++bugs}`;
      note({
        event: "bug",
        reference,
        name: error instanceof Error ? error.name : typeof error,
        where: placeOf(error, doing),
      });
      return reference;
    },
    events: () => [...events],
  };
}

/** The call that failed and the top frame's position in the built file: enough to find it, nothing of the person's. */
function placeOf(error: unknown, doing: string): string {
  const frame = error instanceof Error ? error.stack?.match(/([\w.-]+\.[jt]s:\d+:\d+)/)?.[1] : undefined;
  return frame === undefined ? doing : `${doing} at ${frame}`;
}
