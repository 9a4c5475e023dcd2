import { beforeAll, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { builtInTaxonomy } from '../../../datasets/taxonomy/built-in-taxonomy.ts';
import type { Result } from '../../../evals/artifacts.ts';
import { answerSentences } from '../../../reports/comparison/compose-answer.ts';
import { municipalitiesOf } from '../../../reports/municipalities.ts';
import { wordingOf } from '../../../reports/wording/wording-of.ts';
import { withFurtherFigures } from '../../support/further-figures.ts';
import { sampleResult } from '../../support/sample-result.ts';

let result: Result;
beforeAll(async () => {
  result = (await sampleResult()).result;
});

function answer(change: Partial<Result>, language: 'da' | 'en' = 'da'): string[] {
  const changed = { ...result, ...change };
  return answerSentences({
    result: changed,
    language,
    words: wordingOf(language),
    taxonomy: builtInTaxonomy(),
    catalogue: builtInCatalogue(),
    municipalities: municipalitiesOf(changed),
  }).map((sentence) => sentence.replaceAll('\u00A0', ' '));
}

const only = (...ids: string[]) => result.models.filter(({ model }) => ids.includes(model.id));
const alike = (ids: string[]) => ids.map((id) => ({ id, rank: 1, low: 1, high: ids.length }));

test('a model that beats all others is named, with its interval', () => {
  expect(answer({})[0]).toMatch(
    /^nordlys-2 klarer sig bedst samlet \(F1 \d+,\d %, 95 %-interval \d+,\d–\d+,\d %\) og er påviseligt bedre end .+ og .+, målt på 30 sager\.$/u,
  );
});

test('models that no test tells apart are said to be so, and a baseline among them is pointed out', () => {
  const ids = ['nordlys-2', 'egen-prompt', 'fast-liste'];
  expect(
    answer({ models: only(...ids), ranks: alike(ids), comparisons: [] }).filter(
      (_, at) => at === 0 || at === 3,
    ),
  ).toEqual([
    'nordlys-2, egen-prompt og fast-liste kan ikke skelnes fra hinanden med 30 sager: forskellene kan skyldes tilfældet.',
    'Bemærk: fast-liste er en simpel basismodel til sammenligning. En model, der ikke kan skelnes fra den, har endnu ikke vist sit værd.',
  ]);
});

test('a board of baselines alone is said to be one', () => {
  expect(
    answer({ models: only('fast-liste', 'tavs'), ranks: alike(['fast-liste', 'tavs']), comparisons: [] })[3],
  ).toBe(
    'Alle de målte modeller er simple basismodeller; de er med, så andre modeller kan holdes op mod dem.',
  );
});

test('shared first place is said without naming a winner', () => {
  const ids = ['nordlys-2', 'egen-prompt'];
  const ranks = [
    ...ids.map((id) => ({ id, rank: 1, low: 1, high: 2 })),
    { id: 'tavs', rank: 3, low: 3, high: 3 },
  ];
  expect(answer({ models: only(...ids, 'tavs'), ranks })[0]).toBe(
    'Øverst ligger nordlys-2 og egen-prompt, som ikke kan skelnes fra hinanden med 30 sager; den sidste model er påviseligt dårligere end mindst én anden.',
  );
});

test('false alarms, references and critical defects are said by count or share, and that few cases are unsure', () => {
  const said = answer({});
  expect(said.slice(1, 3)).toEqual([
    'Falsk alarm på komplette ansøgninger: nordlys-2: 1 af 7 (14,3 %; 1,6–62,6 %); egen-prompt: 1 af 7 (14,3 %; 1,6–62,6 %); fjord:1: 7 af 7 (100,0 %; 53,9–100,0 %).',
    'Henvisninger til reglerne, hvor 100 % er alle de rigtige og ingen forkerte: nordlys-2: 23,4 % (16,2–32,5 %); egen-prompt: 20,6 % (13,7–29,7 %); fjord:1: 0,0 % (0,0–15,3 %).',
  ]);
  expect(said).toContain(
    'I falsk alarm er talt de komplette ansøgninger med, som modellen ikke svarede på. Med 7 komplette sager er tallene for falsk alarm usikre.',
  );
  expect(said).toContain(
    'Kritiske mangler fundet: nordlys-2: 30 af 36 (83,3 %; 66,2–92,7 %); egen-prompt: 26 af 36 (72,2 %; 54,5–85,0 %); fjord:1: 7 af 36 (19,4 %; 9,1–36,8 %).',
  );
});

test('unanswered cases are said', () => {
  expect(answer({}, 'en').at(-1)).toBe(
    'Not every case was answered: egen-prompt answered 29 of 30 cases; fjord:1 answered 21 of 30 cases. ' +
      'A case without an answer counts as one in which nothing was found; a complete case without an answer is not held to have passed, but is a false alarm.',
  );
});

test('a model that answered nothing is named before any figure, and not again', () => {
  const models = result.models.map((model) =>
    model.model.id === 'fjord:1' ? { ...model, counts: { ...model.counts, answered: 0, failed: 27 } } : model,
  );
  const said = answer({ models });
  expect(said[0]).toBe(
    'fjord:1 besvarede ingen af de 30 sager. Alle tal herunder for fjord:1 viser det og ikke, hvad der ellers kunne være fundet. ' +
      'En sag uden svar tæller som en sag, hvor intet blev fundet; en komplet sag uden svar regnes ikke som godkendt, men som falsk alarm.',
  );
  expect(said.filter((sentence) => sentence.includes('besvarede'))).toEqual([
    said[0],
    expect.stringMatching(/^Ikke alle sager blev besvaret: egen-prompt besvarede 29 af 30 sager\. /u),
  ]);
});

test('where most cases are variants the answer is how far answers hold, and ranks no one', () => {
  const said = answer({ ...withFurtherFigures(result), ranks: result.ranks });
  expect(said[0]).toMatch(
    /^Når sagen er ændret i noget uden betydning for dens mangler, er svaret det samme: nordlys-2 i 75,0 % af de ændrede sager \(9 af 12\), svagest ved »Læsefejl i 2 % af tegnene \(OCR-støj\)« \(66,7 %\); /u,
  );
  expect(said[0]).toContain('En model, der svarer ens på alle sager, får også 100 % her.');
  expect(said.find((sentence) => sentence.startsWith('Brug ikke tallene'))).toContain(
    'Kun 30 sager er uafhængige af hinanden (n = 30 sager med deres varianter); resten af de 30 sager er varianter: 12 ændret',
  );
  expect(said.join(' ')).not.toMatch(/klarer sig bedst|Øverst|Falsk alarm på/u);
});

test('a model whose answers may as well belong to other cases is pointed out, whatever its F1', () => {
  const full = withFurtherFigures(result).models;
  const said = (...ids: string[]) =>
    answer({ models: full.filter(({ model }) => ids.includes(model.id)), ranks: [], comparisons: [] }, 'en');
  expect(said('fjord:1')).toContain(
    'Note: fjord:1 does not do demonstrably better than when the answers are dealt to other cases of the same type.',
  );
  expect(said('nordlys-2', 'egen-prompt', 'tavs').filter((sentence) => sentence.includes('dealt'))).toEqual(
    [],
  );
});

test('nothing is claimed where nothing was measured', () => {
  expect(answer({ models: [], ranks: [], comparisons: [] })).toEqual(['Målingen indeholder ingen modeller.']);
  const unplaced = [{ id: 'tavs', rank: null, low: null, high: null }];
  expect(answer({ models: only('tavs'), ranks: unplaced, comparisons: [] })[0]).toBe(
    'Ingen af modellerne kunne placeres: deres samlede tal er ikke defineret.',
  );
});
