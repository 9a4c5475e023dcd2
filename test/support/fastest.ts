/**
 * Milliseconds of processor time of the fastest of five tries: what other work on the machine takes is not the code's,
 * and waiting for it counts nothing.
 */
export async function fastestMs(action: () => unknown): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const start = process.cpuUsage();
    await action();
    fastest = Math.min(fastest, processorMs(start));
  }
  return fastest;
}

/** Milliseconds that this process has kept the processors busy since then. */
export function processorMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}
