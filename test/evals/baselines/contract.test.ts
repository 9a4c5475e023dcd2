import { createChecklist } from '../../../evals/baselines/checklist/checklist.ts';
import { learnConstant } from '../../../evals/baselines/constant.ts';
import { learnNearestCase } from '../../../evals/baselines/nearest-case.ts';
import { createSilent } from '../../../evals/baselines/silent.ts';
import type { Model } from '../../../evals/ports.ts';
import { describeModel } from '../../contract/model.ts';
import { smallTaxonomy } from '../../support/arbitraries.ts';
import { smallCase, smallLabel } from '../../support/small-dataset.ts';

const practice = ['p1', 'p2', 'p3'].map((id) => ({
  case: smallCase(id),
  label: smallLabel(id, ['x1', 'y2']),
}));
const labels = practice.map(({ label }) => label);

const baselines: [string, () => Model][] = [
  ['silent', createSilent],
  ['constant', () => learnConstant(labels, smallTaxonomy)],
  ['nearest-case', () => learnNearestCase(practice, smallTaxonomy)],
  ['checklist', () => createChecklist(smallTaxonomy)],
];

for (const [name, create] of baselines) {
  describeModel(name, {
    // What a baseline finds, it finds; it cannot be told to, and nothing can go wrong on the way to it.
    without: ['answers', 'abstains', 'throttles', 'fails', 'refuses', 'hangs', 'babbles'],
    create: async () => ({ model: create(), dispose: async () => undefined, asked: () => 0 }),
  });
}
