import type { Figure } from '../statistics/interval.ts';

/**
 * Findings that must be read for each true defect found: 1/precision, with the interval's ends turned over. Findings that
 * match an advisory or contested defect count neither way, as in precision.
 * @returns in findings, 1 or more; undefined where no finding is true. An end that would be infinite leaves no interval.
 */
export function findingsPerTrueDefect(precision: Figure): Figure {
  const { value, interval, cases, items } = precision;
  if (value === null || value === 0)
    return { value: null, interval: null, reason: 'undefined', cases, items };
  if (interval === null || interval.low === 0) {
    return { value: 1 / value, interval: null, reason: precision.reason ?? 'tooFewCases', cases, items };
  }
  const { low, high, level } = interval;
  return { value: 1 / value, interval: { low: 1 / high, high: 1 / low, level }, cases, items };
}

/**
 * What a true defect cost, in kroner: the amount with the uncertainty of recall, since the same price over more defects
 * found is less for each.
 * @param costDkk cost of all cases over the true defects found; null where it is not known, or none was found.
 * @returns `cases` and `items` are recall's.
 */
export function costPerTrueDefect(
  costDkk: number | null,
  { value, interval, reason, cases, items }: Figure,
): Figure {
  if (costDkk === null || value === null || value === 0) {
    return { value: null, interval: null, reason: 'undefined', cases, items };
  }
  if (interval === null || interval.low === 0) {
    return { value: costDkk, interval: null, reason: reason ?? 'tooFewCases', cases, items };
  }
  const { low, high, level } = interval;
  return {
    value: costDkk,
    interval: { low: (costDkk * value) / high, high: (costDkk * value) / low, level },
    cases,
    items,
  };
}
