import { distance } from 'fastest-levenshtein';

/** `Did you mean "grundareal_m2"?`, where one of the words is near enough to be meant; else undefined. */
export function didYouMean(word: string, words: readonly string[]): string | undefined {
  const fold = (text: string) => text.toLowerCase().slice(0, 100);
  const written = fold(word);
  const [nearest] = words
    .map((each) => ({ each, far: distance(written, fold(each)) }))
    .sort((a, b) => a.far - b.far);
  // A third of the letters: a slip, not another word.
  if (nearest === undefined || nearest.far > Math.max(1, Math.floor(written.length / 3))) return undefined;
  return `Did you mean "${nearest.each}"?`;
}
