import { InputError } from '../../datasets/errors.ts';
import { type Label, LabelSchema } from '../../datasets/label.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import type { Taxonomy } from '../../datasets/taxonomy/taxonomy.ts';
import { learnConstant } from '../baselines/constant.ts';
import { linesOf } from '../open-dataset.ts';
import type { BlobPlace } from '../ports.ts';
import type { Answerer } from './answerer.ts';

export interface ConstantAnswererInput {
  /** Labels of other cases than those that are scored. */
  practiceLabels: BlobPlace;
  taxonomy: Taxonomy;
  repeats: number;
  /** Ids of the cases that are scored. */
  scored: ReadonlySet<string>;
  /** Ids of the other models. */
  taken: ReadonlySet<string>;
}

/**
 * The constant list, learned from labels of other cases.
 * @throws {InputError} where a practice label is of a case that is scored, or there is no label at all
 */
export async function createConstantAnswerer({
  practiceLabels,
  taxonomy,
  repeats,
  scored,
  taken,
}: ConstantAnswererInput): Promise<Answerer> {
  const labels: Label[] = [];
  const { store, key } = practiceLabels;
  const file = store.describe(key);
  let line = 0;
  for await (const text of await linesOf(store, key)) {
    line += 1;
    if (text === '') continue;
    const label = parseLine(text, LabelSchema, { file, line });
    if (scored.has(label.caseId)) {
      throw new InputError({
        file,
        line,
        field: 'caseId',
        is: `"${label.caseId}", a case that is scored here`,
        expected: 'labels of cases that are not scored',
        mend: 'Give the labels of the practice split, and score on another.',
      });
    }
    labels.push(label);
  }
  if (labels.length === 0) throw new InputError({ file, is: 'no label', expected: 'at least one label' });
  const { id: usual, version, screen } = learnConstant(labels, taxonomy);
  let id = usual;
  while (taken.has(id)) id += '-list';
  return {
    entry: { id, version, kind: 'baseline', provenance: 'run-by-us' },
    async answer(caseShown) {
      const { outcome, findings } = await screen(caseShown, {
        repeat: 0,
        requestId: '0'.repeat(64),
        signal: new AbortController().signal,
      });
      return Array.from({ length: repeats }, (_, repeat) => ({
        schema: 'maalestok.screening.v1',
        model: { id, version },
        caseId: caseShown.caseId,
        repeat,
        status: 'answered',
        ...(outcome === undefined ? {} : { outcome }),
        findings,
      }));
    },
  };
}
