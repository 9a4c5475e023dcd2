/** How many pairs, in one whole number: with required defects, and with don't-care defects. Such numbers add up. */
export const TRUE_POSITIVE = 1;
export const NEUTRAL = 0x10000;

/** Of a sum of fewer than 65,536 of each. */
export function truePositivesOf(count: number): number {
  return count & 0xffff;
}

export function neutralOf(count: number): number {
  return count >>> 16;
}
