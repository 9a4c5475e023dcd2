/**
 * Reading what an OCR program may have misread. Written for the checker alone, from what is known of reading errors:
 * letters and digits of like shape stand for each other, digits never for other digits.
 */
const classes: Record<string, string> = {
  '0': '[0oø]',
  '1': '[1il]',
  '2': '[2z]',
  '5': '[5s]',
  '6': '[6g]',
  '8': '[8b]',
  '9': '[9g]',
  o: '[oø0]',
  ø: '[oø0]',
  i: '[il1]',
  l: '[il1]',
  a: '[aå]',
  å: '[aå]',
  e: '[ec]',
  c: '[ec]',
  h: '[hb8]',
  b: '[hb8]',
  m: '(?:m|rn)',
  g: '[gq96]',
  q: '[gq9]',
  s: '[s5]',
  z: '[z2]',
};

/** A number as written, with the letters that digits are misread as. */
export const NUM = '([\\dOlIZSGBg]+(?:[.,][\\dOlIZSGBg]+)*)';

/**
 * A regular expression from a plain pattern: letters stand for all they may be misread as, `#` for a number; what is
 * between slashes is taken as it is.
 */
const known = new Map<string, RegExp>();

export function rx(pattern: string, flags = 'giu'): RegExp {
  const made = known.get(`${flags} ${pattern}`);
  if (made !== undefined) {
    made.lastIndex = 0;
    return made;
  }
  const source = pattern
    .split('/')
    .map((part, at) => (at % 2 === 1 ? part : [...part].map(plain).join('')))
    .join('');
  const expression = new RegExp(source, flags);
  known.set(`${flags} ${pattern}`, expression);
  return expression;
}

function plain(sign: string): string {
  if (sign === '#') return NUM;
  if (sign === ' ') return '\\s+';
  return classes[sign.toLowerCase()] ?? sign.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

/** A Danish number, or NaN. */
export function toNumber(written: string): number {
  const digits: Record<string, string> = {
    O: '0',
    o: '0',
    l: '1',
    I: '1',
    i: '1',
    Z: '2',
    z: '2',
    S: '5',
    s: '5',
    G: '6',
    B: '8',
    b: '8',
    g: '9',
  };
  const plainDigits = [...written].map((sign) => digits[sign] ?? sign).join('');
  return Number(plainDigits.replace(/\.(?=\d{3}(?:\D|$))/gu, '').replace(',', '.'));
}

/** All numbers that the first group of a pattern finds. */
export function numbers(text: string, pattern: string): number[] {
  return [...text.matchAll(rx(pattern))].map((match) => toNumber(match[1]!)).filter(Number.isFinite);
}

/** Letters of like shape as one: for comparing what was read with what was meant. */
export function foldLooks(text: string): string {
  return text
    .toLowerCase()
    .replace(/rn/gu, 'm')
    .replace(/[øo]/gu, '0')
    .replace(/[il]/gu, '1')
    .replace(/å/gu, 'a')
    .replace(/c/gu, 'e')
    .replace(/[b8]/gu, 'h')
    .replace(/[gq6]/gu, '9')
    .replace(/s/gu, '5')
    .replace(/z/gu, '2');
}
