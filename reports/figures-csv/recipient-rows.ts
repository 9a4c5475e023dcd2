import type { Result } from '../../evals/artifacts.ts';
import type { ModelEntry } from '../../evals/scores/model-result.ts';
import { isCalled } from '../operation-figures.ts';
import { countRow, type FigureRow } from './figure-row.ts';

/** How many cases a called model was sent, and where to, as its suite states it; none for the others. */
export function recipientRows({ dataset }: Result, model: ModelEntry): FigureRow[] {
  if (!isCalled(model)) return [];
  return [
    countRow('casesSent', dataset.cases),
    ...Object.entries(model.transfer ?? {}).map(([kind, slice]) =>
      countRow('casesSent', dataset.cases, { kind, slice }),
    ),
  ];
}
