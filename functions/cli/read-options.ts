import { type SplitName, SplitNameSchema, splitNames } from '../../datasets/card.ts';
import { InputError } from '../../datasets/errors.ts';
import type { Language } from '../../datasets/language.ts';
import { type Policy, PolicySchema } from '../../evals/matching/policy.ts';
import { type BoardMeasureId, BoardMeasureIdSchema } from '../../evals/scores/board-measure.ts';

/** @throws {InputError} */
export function readLanguage(value: string): Language {
  if (value === 'da' || value === 'en') return value;
  throw flagError('--language', value, 'da or en');
}

/** @throws {InputError} */
export function readPolicy(value: string): Policy {
  const parsed = PolicySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw flagError('--policy', value, PolicySchema.options.join(', '));
}

/** @throws {InputError} */
export function readMeasure(value: string): BoardMeasureId {
  const parsed = BoardMeasureIdSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw flagError('--measure', value, BoardMeasureIdSchema.options.join(', '));
}

/** @throws {InputError} */
export function readLimit(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/u.test(value)) return Number(value);
  throw flagError('--limit', value, 'a whole number of 1 or more');
}

/** In DKK. @throws {InputError} */
export function readMaxCost(value: string | undefined, flag = '--max-cost'): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}(?:[.,]\d{1,4})?$/u.test(value)) return Number(value.replace(',', '.'));
  throw flagError(flag, value, 'an amount in DKK, like 250 or 12,50');
}

/** @throws {InputError} where it is no whole number from `least` on */
export function readCount(flag: string, value: string, least: number): number {
  if (/^\d{1,9}$/u.test(value) && Number(value) >= least) return Number(value);
  throw flagError(flag, value, `a whole number of ${least} or more`);
}

/** @throws {InputError} */
export function readSplit(value: string): SplitName {
  const parsed = SplitNameSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw flagError('--split', value, splitNames.join(', '));
}

export function flagError(flag: string, value: string, expected: string): InputError {
  return new InputError({ field: flag, is: `"${value.slice(0, 60)}"`, expected });
}
