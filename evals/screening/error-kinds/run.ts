import { type ErrorKindMeaning, no } from './kind-meaning.ts';

/** The run itself, whatever the adapter. */
export const runKinds = {
  'given-up': {
    status: 'failed',
    means: 'no answer to any question for so long that the model was given up',
    again: 'by `--retry-failed`',
    mend: 'try again later',
    by: ['run'],
  },
  'out-of-time': {
    status: 'failed',
    means:
      'on AWS alone: the model answered, but so slowly that the time a run has for it was over before this was asked, or answered',
    again: 'by `--retry-failed`',
    mend: 'more `concurrency`, fewer repeats',
    by: ['run'],
  },
  missing: {
    status: 'failed',
    means: 'no answer to the case among those that are stored',
    again: no,
    mend: 'answer every case',
    by: ['run'],
  },
  timeout: {
    status: 'timedOut',
    means: "nothing within the protocol's time",
    again: no,
    mend: '`timeoutMs` in the protocol',
    by: ['run'],
  },
} as const satisfies Record<string, ErrorKindMeaning>;
