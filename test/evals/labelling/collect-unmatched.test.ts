import { expect, it } from 'vitest';
import { collectUnmatched, type Unmatched } from '../../../evals/labelling/collect-unmatched.ts';
import { scoreInMemory } from '../../support/memory-run.ts';
import { smallCase, smallLabel } from '../../support/small-dataset.ts';

const citations = ['BR18 § 10, stk. 1, nr. 2'];
const labels = { c1: ['x1'], c2: [] };

it('leaves out further findings of a known defect, and nothing of a type that the label does not have', async () => {
  const findings = [
    { findingId: 'f1', text: 'kendt', code: 'x1', citations, evidence: [] },
    { findingId: 'f2', text: 'kendt igen', code: 'x1', citations, evidence: [] },
    { findingId: 'f3', text: 'uden kode, samme hjemmel', citations, evidence: [] },
    { findingId: 'f4', text: 'en anden mangel med samme hjemmel', code: 'x2', citations, evidence: [] },
    { findingId: 'f5', text: 'en anden mangel', code: 'y1', citations: [], evidence: [] },
  ];
  const { record, shards, store, dataset } = await scoreInMemory({
    runId: 'r',
    data: {
      cases: Object.keys(labels).map((id) => smallCase(id)),
      labels: Object.entries(labels).map(([id, codes]) => smallLabel(id, codes)),
    },
    models: [{ id: 'm', answer: (caseId) => ({ findings: caseId === 'c1' ? findings : [] }) }],
  });
  const gold = await dataset.labels('test', new Set(Object.keys(labels)));
  const unmatched: Unmatched = new Map();
  await collectUnmatched({ record, shards, store }, dataset, gold, new Set(), unmatched);
  const ids = [...unmatched].map(([id, found]) => [id, found.map(({ finding }) => finding.findingId)]);
  expect(ids).toEqual([['c1', ['f4', 'f5']]]);
});
