import type { Bytes } from "../../renderer/model/measure.ts";

export interface ProgressTeller {
  count(received: Bytes): void;
  end(): void;
}

const everyMs = 200;

/** Tells how much has come, no more often than a person can read it; also where the line then stands still. */
export function createProgressTeller({
  clock,
  tell,
}: {
  readonly clock: () => number;
  readonly tell: (received: Bytes) => void;
}): ProgressTeller {
  let toldAt = clock();
  let received = 0;
  let owed: NodeJS.Timeout | undefined;

  function tellNow(): void {
    clearTimeout(owed);
    owed = undefined;
    toldAt = clock();
    tell(received);
  }

  return {
    count(now) {
      received = now;
      if (clock() - toldAt >= everyMs) tellNow();
      else owed ??= setTimeout(tellNow, everyMs);
    },
    end: () => clearTimeout(owed),
  };
}
