/** A number as Danes write it: `1.250`, `2,50`, `+8,05`. For use inside other patterns. */
export const numberPattern = String.raw`[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[+-]?\d+(?:[.,]\d+)?`;

/** The value of a matched number; NaN where it is none. `1.250` is 1250, `8.05` is 8.05. */
export function readNumber(text: string): number {
  const plain = text.trim().replace(/^\+/, '');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'));
  return Number(plain.replace(',', '.'));
}

/**
 * The metres of a written length: with `mm` or `cm` as said, without a unit only `2,50` (metres) and `2500` (mm, as on
 * drawings); undefined where the number can be anything.
 */
export function readMetres(written: string, unit: string | undefined): number | undefined {
  const value = readNumber(written);
  if (Number.isNaN(value)) return undefined;
  if (unit === 'mm') return value / 1000;
  if (unit === 'cm') return value / 100;
  if (unit === 'm') return value;
  if (/^\d[\d.]*$/.test(written) && value >= 500 && value < 100_000) return value / 1000;
  return /[.,]\d{1,2}$/.test(written) ? value : undefined;
}

/** True where two readings are one figure with its decimal sign lost: 2.5 and 25. */
export function isSameFigure(a: number, b: number): boolean {
  const ratio = Math.max(a, b) / Math.min(a, b);
  return [10, 100, 1000].some((power) => Math.abs(ratio - power) < 1e-6 * power);
}
