import { expect, test } from 'vitest';
import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import { readLabelIndex } from '../../evals/label-index.ts';
import { smallTaxonomy } from '../support/arbitraries.ts';
import { smallLabel } from '../support/small-dataset.ts';

test('a label index knows what each case was made from, and the family', async () => {
  const labels = [
    smallLabel('c', ['x1'], { transformOf: 'b' }),
    smallLabel('b', ['x1'], { twinOf: 'a' }),
    smallLabel('a', []),
    smallLabel('alone', []),
  ];
  async function* lines() {
    for (const label of labels) yield JSON.stringify(label);
  }
  const { relations, families } = await readLabelIndex(lines(), {
    file: 'labels.jsonl',
    taxonomy: smallTaxonomy,
    catalogue: builtInCatalogue(),
    caseIds: new Set(labels.map(({ caseId }) => caseId)),
    checkOutcome: true,
  });
  expect(Object.fromEntries(relations)).toEqual({ c: { transformOf: 'b' }, b: { twinOf: 'a' } });
  expect(Object.fromEntries(families)).toEqual({ a: 'a', b: 'a', c: 'a' });
});
