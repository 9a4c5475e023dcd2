import { expect, test } from 'vitest';
import { headlineMeasures, measureGroups, measureIds } from '../../reports/measures.ts';
import { formatDays } from '../../reports/render/format-date.ts';
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

test('one of a thing is said in the singular, and a revision and a date are told as such', () => {
  const { measured, cases, each, operation } = wordingOf('da');
  expect([
    measured.defectCount('86', '7', '1', 1),
    measured.caseCount('2', '1', '1'),
    measured.splits.test,
    cases.tally('2', '3', '1', 1),
    each.counts('1', '1', '0', 1),
    cases.revision('3'),
    cases.revision('Rev. B'),
    operation.measuredOn(formatDays({ words: wordingOf('da') }, '2026-10-30', '2026-11-02')),
    formatDays({ words: wordingOf('en') }, '2024-11-28', '2024-11-28'),
  ]).toEqual([
    '86 der skal findes; desuden 7 vejledende og 1 omstridt, som ikke tæller',
    '2 i alt: 1 komplet og 1 mangelfuld',
    'testdel',
    '2 af 3 fundet, 1 falsk',
    '1 mangel fundet, 0 overset, 1 falsk fund.',
    'rev. 3',
    'Rev. B',
    'Modellerne blev kaldt 30. oktober 2026 – 2. november 2026.',
    '28 November 2024',
  ]);
});

test('in Danish a number is never parted from its percent sign', () => {
  expect(textsOf(wordingOf('da')).filter((text) => /\d %/u.test(text))).toEqual([]);
});

/** Every text of the wording that is no function. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
