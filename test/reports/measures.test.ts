import { expect, test } from 'vitest';
import { headlineMeasures, measureGroups, measureIds } from '../../reports/measures.ts';
import { wordingOf } from '../../reports/wording/wording-of.ts';

test('every measure stands in exactly one group of a model, and the headline holds what the board shows', () => {
  const grouped: string[] = Object.values(measureGroups).flat();
  expect(grouped.toSorted()).toEqual(measureIds.toSorted());
  expect(headlineMeasures).toEqual(
    expect.arrayContaining([
      'defectF1',
      'citationHf1',
      'cleanFalseAlarmRate',
      'criticalRecall',
      'chanceAdjustedF1',
    ]),
  );
});

test('no two measures share a name, and the languages have the same terms and sentences', () => {
  const [da, en] = [wordingOf('da'), wordingOf('en')];
  for (const { measures } of [da, en]) {
    const names = measureIds.map((id) => measures[id].name);
    expect(new Set(names).size).toBe(names.length);
  }
  expect([en.glossary.length, en.method.length]).toEqual([da.glossary.length, da.method.length]);
});

test('in Danish a number is never parted from its percent sign', () => {
  expect(textsOf(wordingOf('da')).filter((text) => /\d %/u.test(text))).toEqual([]);
});

/** Every text of the wording that is no function. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
