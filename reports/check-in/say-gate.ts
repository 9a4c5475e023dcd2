import type { GateBound } from '../../evals/check-in/judge-gate.ts';
import { type MeasureId, measureOf } from '../measures.ts';
import { formatNumber, formatShare } from '../render/format-number.ts';
import type { CheckInContext } from './check-in-context.ts';

/** `Samlet F1 mindst 80,0 %`. */
export function sayGate(
  { words, language }: Pick<CheckInContext, 'words' | 'language'>,
  gate: GateBound,
): string {
  const id = gate.measure as MeasureId;
  const bound = 'min' in gate ? gate.min : gate.max;
  const { unit } = measureOf(id);
  const text =
    unit === 'share'
      ? formatShare(bound, language)
      : unit === 'mean'
        ? formatNumber(bound, language, 2)
        : words.figure.points(formatNumber(bound * 100, language, 1));
  const name = words.measures[id].name;
  return 'min' in gate ? words.checkIn.gates.min(name, text) : words.checkIn.gates.max(name, text);
}
