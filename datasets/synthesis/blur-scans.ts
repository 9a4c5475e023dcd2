import { createRandom } from '../../evals/statistics/random.ts';
import type { Case } from '../case.ts';
import { createOcrNoise } from '../transforms/ocr-noise.ts';

interface BlurInput {
  noisePercent: number;
  textSeed: string;
}

/** Reading errors on what was read off an image. */
export function blurScans(original: Case, { noisePercent, textSeed }: BlurInput): Case {
  const scanned = original.documents.filter(({ pages }) => pages.some(({ ocr }) => ocr === true));
  const noisy = createOcrNoise(noisePercent).apply(
    { ...original, documents: scanned },
    createRandom(JSON.stringify([textSeed, 'ocr'])),
  );
  if (noisy === null) return original;
  const by = new Map(noisy.documents.map((document) => [document.documentId, document]));
  return {
    ...original,
    documents: original.documents.map((document) => by.get(document.documentId) ?? document),
  };
}
