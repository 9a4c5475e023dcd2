import type { Language } from '../../datasets/language.ts';

const signs = {
  da: { decimal: ',', group: '.' },
  en: { decimal: '.', group: ',' },
} as const;

/** No-break space: a number is never parted from its unit. */
export const nbsp = '\u00A0';

/** `1.234,5` in Danish, `1,234.5` in English, with a real minus sign. Written by hand: ICU differs by machine. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, signs[language].group);
  const digits = fraction === undefined ? grouped : `${grouped}${signs[language].decimal}${fraction}`;
  return value < 0 && /[1-9]/u.test(digits) ? `−${digits}` : digits;
}

/** A count; means over repeats show one decimal. */
export function formatCount(value: number, language: Language): string {
  return formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
}

/** A share in [0, 1] as a percentage: `71,4 %` in Danish, `71.4%` in English. */
export function formatShare(share: number, language: Language): string {
  return `${formatNumber(share * 100, language, 1)}${percentSign(language)}`;
}

/** A difference of shares in percentage points, always with its sign: `+4,2`. */
export function formatPoints(difference: number, language: Language): string {
  const text = formatNumber(difference * 100, language, 1);
  return difference > 0 && /[1-9]/u.test(text) ? `+${text}` : text;
}

/** Milliseconds as seconds: `0,42 s`, `3,1 s`, `125 s`. */
export function formatSeconds(ms: number, language: Language): string {
  const seconds = ms / 1000;
  const decimals = seconds < 1 ? 2 : seconds < 100 ? 1 : 0;
  return `${formatNumber(seconds, language, decimals)}${nbsp}s`;
}

/** An amount: `12,40 kr.` in Danish, `DKK 12.40` in English; under ten øre with four decimals. */
export function formatDkk(amount: number, language: Language): string {
  const decimals = amount > 0 && amount < 0.1 ? 4 : 2;
  const text = formatNumber(amount, language, decimals);
  return language === 'da' ? `${text}${nbsp}kr.` : `DKK${nbsp}${text}`;
}

/** The ends of an interval of shares: `62,0–79,3 %`. */
export function formatShareRange(low: number, high: number, language: Language): string {
  return joinEnds(formatNumber(low * 100, language, 1), formatShare(high, language));
}

/** The ends of an interval: `1,20–2,40`. */
export function formatRange(low: number, high: number, language: Language, decimals: number): string {
  return joinEnds(formatNumber(low, language, decimals), formatNumber(high, language, decimals));
}

/** The ends of an interval of differences, in points: `+2,9 – +29,1`. */
export function formatPointsRange(low: number, high: number, language: Language): string {
  return joinEnds(formatPoints(low, language), formatPoints(high, language));
}

/** Blanks around the dash where an end has a sign, or two dashes would meet. */
function joinEnds(low: string, high: string): string {
  return /^[+−]/u.test(low) || /^[+−]/u.test(high) ? `${low} – ${high}` : `${low}–${high}`;
}

function percentSign(language: Language): string {
  return language === 'da' ? `${nbsp}%` : '%';
}
