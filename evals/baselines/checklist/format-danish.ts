/** A figure as a caseworker writes it: at most two decimals, with a comma. */
export function formatDanish(value: number): string {
  return String(Math.round(value * 100) / 100).replace('.', ',');
}
