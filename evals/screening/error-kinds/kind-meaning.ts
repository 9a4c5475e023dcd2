import type { ScreeningStatus } from '../screening.ts';

/** Who names it: an adapter; or the run itself, whatever the adapter. */
export type ErrorSource = 'run' | 'http' | 'bedrock' | 'lambda' | 'promptfoo';

export interface ErrorKindMeaning {
  status: Extract<ScreeningStatus, 'failed' | 'timedOut' | 'invalid'>;
  /** What happened. */
  means: string;
  again: string;
  /** What may be done; empty where nothing can. */
  mend: string;
  by: readonly ErrorSource[];
}

/** Words and sources that stand in many kinds. */
export const no = 'no';
export const retried = 'yes';
export const aws = ['bedrock', 'lambda'] as const;
export const everyone = ['http', 'bedrock', 'lambda', 'promptfoo'] as const;
