import { type ErrorKindMeaning, no, retried } from './kind-meaning.ts';

/** A provider of promptfoo’s. */
export const promptfooKinds = {
  'provider-timeout': {
    status: 'failed',
    means: "no answer in the provider's own time, which is shorter than the protocol's",
    again: retried,
    mend: "the provider's `timeout`; `REQUEST_TIMEOUT_MS` in the environment",
    by: ['promptfoo'],
  },
  provider: {
    status: 'failed',
    means:
      'the provider failed in a way that has no other name; its words are told where they repeat no case',
    again: no,
    mend: 'what it says',
    by: ['promptfoo'],
  },
  quota: {
    status: 'failed',
    means: 'no credit is left',
    again: no,
    mend: 'the account at the service',
    by: ['promptfoo'],
  },
} as const satisfies Record<string, ErrorKindMeaning>;
