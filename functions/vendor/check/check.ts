import type { Language } from '../../../datasets/language.ts';
import type { World } from './world.ts';

/** A text in both languages. */
export type Wording = Record<Language, string>;

/** `skip`: it does not apply, or what it needs did not pass. */
export type Verdict =
  | { verdict: 'pass'; note?: Wording }
  | { verdict: 'fail'; field: string; is: Wording }
  | { verdict: 'skip'; why: Wording };

/** One thing that an endpoint must do (`required`) or had better do (`advised`). */
export interface Check {
  id: string;
  level: 'required' | 'advised';
  /** What is asked of the endpoint. */
  asks: Wording;
  /** How a failure is mended. */
  mend: Wording;
  /** Ids of checks that must not have failed, nor been left out, for this one to say anything. */
  needs: readonly string[];
  run(world: World): Promise<Verdict>;
}

export const pass: Verdict = { verdict: 'pass' };

export function fail(field: string, da: string, en: string = da): Verdict {
  return { verdict: 'fail', field, is: { da, en } };
}

export function notApplicable(da: string, en: string): Verdict {
  return { verdict: 'skip', why: { da, en } };
}

const longest = 80;

/** Text of an endpoint, short and without signs that would steer a terminal. */
export function quote(text: string): string {
  const line = text
    .slice(0, longest * 2)
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
  return `"${line.length > longest ? `${line.slice(0, longest)}…` : line}"`;
}
