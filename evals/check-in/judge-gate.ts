import { z } from 'zod';
import { IdSchema } from '../../datasets/case.ts';
import { type Figure, FigureSchema } from '../statistics/interval.ts';

/** A bound that the cluster set on a figure: at least `min`, or at most `max`. */
export const GateBoundSchema = z.union([
  z.strictObject({ measure: z.string(), min: z.number() }),
  z.strictObject({ measure: z.string(), max: z.number() }),
]);
export type GateBound = z.infer<typeof GateBoundSchema>;

/** `undecided`: the interval holds the bound, or there is none. `undefined`: there is no figure. */
export const GateVerdictSchema = z.enum(['met', 'notMet', 'undecided', 'undefined']);
export type GateVerdict = z.infer<typeof GateVerdictSchema>;

export const GateResultSchema = z.strictObject({
  gate: GateBoundSchema,
  models: z.array(z.strictObject({ id: IdSchema, figure: FigureSchema, verdict: GateVerdictSchema })),
});
export type GateResult = z.infer<typeof GateResultSchema>;

/** Whether a figure meets a bound: only where its whole interval says so. A figure on the bound meets it. */
export function judgeGate({ value, interval }: Figure, gate: GateBound): GateVerdict {
  if (value === null) return 'undefined';
  if (interval === null) return 'undecided';
  if ('min' in gate) return verdict(interval.low >= gate.min, interval.high < gate.min);
  return verdict(interval.high <= gate.max, interval.low > gate.max);
}

function verdict(met: boolean, notMet: boolean): GateVerdict {
  if (met) return 'met';
  return notMet ? 'notMet' : 'undecided';
}
