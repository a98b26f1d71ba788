export interface Begun<Value> {
  readonly done: Promise<Value | null>;
  stop(): void;
}

export interface ToDo<Ready, Value> {
  /** What must be there first. */
  readonly prepare: () => Promise<Ready>;
  readonly begin: (ready: Ready) => Begun<Value>;
}

/** Does only what was asked for last: what began before is stopped, what still gets ready never begins. null = that. */
export function newestOnly<Ready, Value>(): (toDo: ToDo<Ready, Value>) => Promise<Value | null> {
  let asked = 0;
  let running: Begun<Value> | null = null;
  return async ({ prepare, begin }) => {
    const own = ++asked;
    running?.stop();
    const ready = await prepare();
    if (own !== asked) return null;
    const begun = begin(ready);
    running = begun;
    try {
      return await begun.done;
    } finally {
      if (running === begun) running = null;
    }
  };
}
