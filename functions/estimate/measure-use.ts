import type { Case } from '../../datasets/case.ts';
import type { Protocol } from '../../evals/artifacts.ts';
import { createChecklist } from '../../evals/baselines/checklist/checklist.ts';
import type { Dataset } from '../../evals/open-dataset.ts';
import type { TextUse } from '../../evals/prices/estimate-model.ts';
import { showCase } from '../../evals/screening/show-case.ts';
import type { Suite } from '../../evals/suite.ts';
import type { MadeModel } from '../models/ready-model.ts';
import { openTokenCounter } from './count-tokens.ts';
import { TextMeter } from './text-meter.ts';
import { writeAnswer } from './write-answer.ts';

/** Of more cases, so many are counted, evenly spread. */
const mostCounted = 500;

type Asked = Pick<MadeModel, 'inputText'>;

export interface MeasuredUse {
  countedCases: number;
  /** Of them, those that files are shown of. */
  casesWithFiles: number;
  /** What a model would be sent; undefined where its adapter does not tell. */
  textOf(model: Asked, caches: boolean): TextUse | undefined;
  /** Mean tokens of answers like the checklist's, with quotes and confidence. */
  answerTokens: number;
}

/** Counts what would be sent and answered, over the first `cases` cases of a split or a sample of them. Calls nobody. */
export async function measureUse(
  { split, protocol }: Pick<Suite, 'split' | 'protocol'>,
  dataset: Dataset,
  models: readonly Asked[],
  cases: number,
): Promise<MeasuredUse> {
  const countTokens = await openTokenCounter();
  const meters = new Map(models.map((model) => [model, new TextMeter(countTokens)]));
  const checklist = createChecklist(dataset.taxonomy);
  const counted = spread(cases, mostCounted);
  let at = 0;
  let answerTokens = 0;
  let casesWithFiles = 0;
  for await (const caseShown of dataset.cases(split)) {
    if (at === cases) break;
    if (counted.has(at)) {
      const shown = show(caseShown, protocol);
      for (const [{ inputText }, meter] of meters) if (inputText !== undefined) meter.add(inputText(shown));
      if (shown.files.length > 0) casesWithFiles += 1;
      const { findings } = await checklist.screen(shown, askedNobody);
      answerTokens += countTokens(writeAnswer(findings, shown));
    }
    at += 1;
  }
  return {
    countedCases: counted.size,
    casesWithFiles,
    textOf: (model, caches) => meters.get(model)?.use(caches),
    answerTokens: counted.size === 0 ? 0 : answerTokens / counted.size,
  };
}

const askedNobody = { repeat: 0, signal: new AbortController().signal, requestId: '0'.repeat(64) };

function show(caseShown: Case, { shown }: Protocol): Case {
  return showCase(caseShown, shown);
}

/** Whole numbers from 0 to below `of`, evenly spread, at most `most` of them. */
function spread(of: number, most: number): Set<number> {
  const size = Math.min(of, most);
  return new Set(Array.from({ length: size }, (_, at) => Math.floor((at * of) / size)));
}
