import type { PrivacyFinding } from '../../../datasets/privacy/finding.ts';
import { normaliseValue } from '../../../datasets/privacy/finding-id.ts';
import { gateText } from '../../../datasets/privacy/gate-text.ts';
import type { RunRecord } from '../../../evals/artifacts.ts';
import { holds } from './held-verbatim.ts';

/** What the gate thinks of a given name alone in running text, which nothing beside it announces. */
const alone = 0.5;

const inReport = /(?:^|[\\/])report[\\/]/u;

/**
 * Whether a word of a report is a name only by what a page puts beside the suite's title: `Mine` in `Målingens navn Mine
 * modeller`. The title itself must name nobody; what a model says is read where its answers lie.
 * @param value what was found, as `normaliseValue` gives it
 */
export function isWordOfSuite(
  suite: RunRecord['suite'],
  { kind, confidence, file }: Pick<PrivacyFinding, 'kind' | 'confidence' | 'file'>,
  value: string,
): boolean {
  if (kind !== 'name' || confidence > alone || !inReport.test(file)) return false;
  return [suite.titleDa, suite.titleEn].some(
    (title) => !namesSomebody(title) && holds(normaliseValue(title), value),
  );
}

/** Whether the gate finds something in a text that stands alone. */
export function namesSomebody(text: string): boolean {
  return gateText(text, { file: '' }).length > 0;
}
