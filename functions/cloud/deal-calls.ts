import { concurrencyOf } from '../../evals/engine/lane.ts';
import type { Calling } from '../models/ready-model.ts';

/** At most so many calls in flight in one function. */
const mostInOne = 8;
/** Functions at once of a model that is worked out and not called. */
const atOnce = 10;

/**
 * How the calls in flight that a suite allows a model are dealt to functions at once, a shard each. Never more than the
 * suite says; each function lowers its own as the model bears.
 */
export function dealCalls({ called, concurrency }: Calling): { functions: number; callsInOne: number } {
  if (!called) return { functions: atOnce, callsInOne: 1 };
  const { max } = concurrencyOf(concurrency);
  const functions = Math.ceil(max / mostInOne);
  return { functions, callsInOne: Math.floor(max / functions) };
}
