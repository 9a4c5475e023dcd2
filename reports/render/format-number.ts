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

/** The ends of an interval of shares: `62,0–79,3 %`. */
export function formatShareRange(low: number, high: number, language: Language): string {
  return `${formatNumber(low * 100, language, 1)}–${formatShare(high, language)}`;
}

function percentSign(language: Language): string {
  return language === 'da' ? `${nbsp}%` : '%';
}
