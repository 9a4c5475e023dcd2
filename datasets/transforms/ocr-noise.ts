import type { Random } from '../../evals/statistics/random.ts';
import { findSites } from './look-alikes.ts';
import { mapPages } from './map-texts.ts';
import type { Transformation } from './transformation.ts';

/**
 * Reading errors in every page, which is then marked `ocr`; fields and titles stay.
 * @param percent expected reading errors per 100 characters that are no blanks, a whole number from 1 to 20
 */
export function createOcrNoise(percent: number): Transformation {
  if (!Number.isInteger(percent) || percent < 1 || percent > 20) {
    throw new RangeError(`Cannot read with ${percent} % errors: expected a whole number from 1 to 20`);
  }
  return {
    id: `ocr-noise-${percent}`,
    titleDa: `Læsefejl i ${percent}\u00A0% af tegnene (OCR-støj)`,
    titleEn: `Reading errors in ${percent}% of the characters (OCR noise)`,
    apply: (original, random) =>
      mapPages(original, (text) => misread(text, percent / 100, random), { ocr: true }),
  };
}

/** Each place with a look-alike is misread as likely as makes `rate` of all characters; at most every place. */
function misread(text: string, rate: number, random: Random): string {
  const sites = findSites(text);
  const likely = (rate * text.replace(/\s/gu, '').length) / sites.length;
  let result = '';
  let end = 0;
  for (const { start, length, readings } of sites) {
    if (random.float() >= likely) continue;
    result += text.slice(end, start) + readings[random.below(readings.length)]!;
    end = start + length;
  }
  return result + text.slice(end);
}
