/** What something cost by the process's own count: the clock on the wall also counts what a busy machine did meanwhile. */
export function cpuMsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return msSince(before);
}

export async function cpuMsUntil(ended: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await ended();
  return msSince(before);
}

function msSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
