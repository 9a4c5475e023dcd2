import type { ChangeParts } from '../../evals/check-in/change-parts.ts';
import { boardMeasures } from '../../evals/scores/board-measure.ts';
import { MIN_CASES } from '../../evals/statistics/interval.ts';
import { formatNumber, formatPoints, formatPointsRange } from '../render/format-number.ts';
import { type CheckInContext, measureName, sayCases } from './check-in-context.ts';

type Words = Pick<CheckInContext, 'words' | 'language'>;

/** What is known of a model's change on the common cases. `same`: the same counts in every family. */
export type ChangeVerdict = 'better' | 'worse' | 'notProven' | 'same' | 'undefined';

export function judgeChange({ measure, model }: ChangeParts): ChangeVerdict {
  if (model.difference === null) return 'undefined';
  if (model.different) {
    return model.difference > 0 === boardMeasures[measure].higherIsBetter ? 'better' : 'worse';
  }
  // Nothing to permute: the same counts everywhere.
  return model.difference === 0 && model.permutations === 1 ? 'same' : 'notProven';
}

/** A model's change on the common cases in a sentence, and what so many cases can show. */
export function sayChange(context: Words, id: string, parts: ChangeParts): string {
  const { words, language } = context;
  const said = words.checkIn.change;
  const { tooFewInMonth } = words.checkIn.parts;
  const measure = measureName(context, parts.measure);
  const verdict = judgeChange(parts);
  const { difference, interval, cases, smallestDetectable } = parts.model;
  if (verdict === 'undefined') return said.undefined(id, measure);
  const measured = sayCases(context, cases);
  if (verdict === 'same') return said.same(id, measure, measured);
  const sentence = said[verdict](
    id,
    measure,
    words.figure.points(formatPoints(difference!, language)),
    interval === null
      ? words.figure.noInterval(cases < MIN_CASES ? words.figure.reasons.tooFewCases : tooFewInMonth)
      : words.checkIn.parts.interval(formatPointsRange(interval.low, interval.high, language)),
    measured,
  );
  if (verdict !== 'notProven') return sentence;
  if (smallestDetectable === null || smallestDetectable > 1) return `${sentence} ${said.smallestNever}`;
  const points = words.figure.points(formatNumber(smallestDetectable * 100, language, 1));
  return `${sentence} ${said.smallest(points)}`;
}
