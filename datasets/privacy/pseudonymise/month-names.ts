const full = 'januar februar marts april maj juni juli august september oktober november december'.split(' ');
const short = 'jan feb mar apr maj jun jul aug sep okt nov dec'.split(' ');

/** A month's name or abbreviation with its full stop, for a pattern: the longest first. */
export const monthPattern = `(?:${full.join('|')}|sept|${short.join('|')})(?!\\p{L})\\.?`;

/** 1 to 12. @param name as `monthPattern` finds it */
export function monthNumber(name: string): number {
  return short.indexOf(name.toLowerCase().slice(0, 3)) + 1;
}

/** Abbreviated, with a full stop or in capitals as the month that stood there. */
export function monthLike(name: string, month: number): string {
  const word = name.replace(/\.$/u, '').toLowerCase();
  const stop = name.endsWith('.') ? '.' : '';
  const isFull = full.includes(word) && !(word === 'maj' && stop === '.');
  const own = (isFull ? full : short)[month - 1]!;
  const long = word === 'sept' && own === 'sep' ? 'sept' : own;
  if (name === name.toUpperCase()) return long.toUpperCase() + stop;
  return (/^\p{Lu}/u.test(name) ? long.charAt(0).toUpperCase() + long.slice(1) : long) + stop;
}

/** `14 sep`: without a full stop or a year this may be anything. */
export function isAbbreviated(name: string): boolean {
  return !full.includes(name.toLowerCase().replace(/\.$/u, ''));
}
