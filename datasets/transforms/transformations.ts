import type { Language } from '../language.ts';
import { attacks } from './attacks.ts';
import { documentOrder } from './document-order.ts';
import { createInjection } from './injection.ts';
import { lineBreaks } from './line-breaks.ts';
import { municipalityName } from './municipality-name.ts';
import { numberFormat } from './number-format.ts';
import { createOcrNoise } from './ocr-noise.ts';
import type { Transformation } from './transformation.ts';
import { whiteSpace } from './white-space.ts';

/** Those without a parameter, in the order of reports; OCR noise and attacks come after them. */
const plain: readonly Transformation[] = [
  documentOrder,
  municipalityName,
  lineBreaks,
  whiteSpace,
  numberFormat,
];

/** What is made where nothing is named. */
export const defaultTransformations = [...plain.map(({ id }) => id), 'ocr-noise-2', 'ocr-noise-5'];

export const injections: readonly Transformation[] = attacks.map(createInjection);

/** A transformation by its id (`ocr-noise-3` reads with 3 % errors); undefined where there is none. */
export function findTransformation(id: string): Transformation | undefined {
  const percent = Number(/^ocr-noise-(\d{1,2})$/u.exec(id)?.[1] ?? 0);
  if (percent >= 1 && percent <= 20 && id === `ocr-noise-${percent}`) return createOcrNoise(percent);
  return [...plain, ...injections].find((transformation) => transformation.id === id);
}

/** What a transformation is called; its id where it is none of ours. */
export function transformationName(id: string, language: Language): string {
  const found = findTransformation(id);
  if (found === undefined) return id;
  return language === 'da' ? found.titleDa : found.titleEn;
}

/** Sorts ids as reports show them: ours in their order, noise by its rate, then others by name. */
export function compareTransformations(a: string, b: string): number {
  return placeOf(a) - placeOf(b) || (a < b ? -1 : Number(a > b));
}

function placeOf(id: string): number {
  const ids = [...plain, ...injections].map((transformation) => transformation.id);
  const noise = /^ocr-noise-(\d+)$/u.exec(id);
  if (noise !== null) return plain.length - 1 + Number(noise[1]) / 100;
  const place = ids.indexOf(id);
  return place < 0 ? ids.length : place;
}
