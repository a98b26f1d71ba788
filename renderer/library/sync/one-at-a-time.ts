/** Runs jobs one after another in the order they came; a job that throws doesn't hold up the next. */
export function oneAtATime(): <Value>(job: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const turn = last.then(job, job);
    last = turn.catch(() => undefined);
    return turn;
  };
}
