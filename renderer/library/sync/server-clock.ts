import type { ClockState } from "../../model/library-status.ts";
import { dayMs, type Instant } from "../../model/time.ts";

export interface ServerClock {
  /** Only dates of answers that turned out to come from the source: a login page's clock tells nothing. */
  note(serverDate: Instant | null): void;
  newestServerDate(): Instant | null;
  state(): ClockState;
}

/** Laptops in the field wake up in 2015 and servers don't, so both are heard. */
export function createServerClock(clock: () => Instant, seenEarlier: Instant | null = null): ServerClock {
  let newest = seenEarlier;
  let isHearsay = seenEarlier !== null;
  // How far this clock was behind when the newest date came; measured then, because afterwards both go on.
  let offByMs = newest === null ? 0 : Math.max(0, newest - clock());

  return {
    note(serverDate) {
      // What is remembered may come from a day when this clock ran ahead: a server's own word corrects it.
      if (serverDate === null || (newest !== null && serverDate < newest && !isHearsay)) return;
      isHearsay = false;
      newest = serverDate;
      offByMs = serverDate - clock();
    },
    newestServerDate: () => newest,
    state: () => ({
      now: Math.max(clock(), newest ?? 0),
      trusted: Math.abs(offByMs) <= dayMs,
      offByMs,
    }),
  };
}
