import type { Language } from '../../datasets/language.ts';
import { formatNumber, nbsp } from '../render/format-number.ts';

/** The labels of an axis from 0 to 100 %: `50 %`. */
export function shareLabel(language: Language): (share: number) => string {
  const percent = language === 'da' ? `${nbsp}%` : '%';
  return (share) => `${formatNumber(share * 100, language)}${percent}`;
}
