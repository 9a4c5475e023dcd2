/** A time so many milliseconds after another; both ISO 8601, UTC. */
export function later(time: string, ms: number): string {
  return new Date(Date.parse(time) + ms).toISOString();
}
