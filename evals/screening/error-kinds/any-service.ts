import { type ErrorKindMeaning, everyone, no, retried } from './kind-meaning.ts';

/** A service that is asked over a network, whoever asks it. */
export const anyServiceKinds = {
  throttled: {
    status: 'failed',
    means: 'the service was busy (429, 503, throttling) until the time was over',
    again: 'while there is time',
    mend: 'a lower `concurrency`; a higher limit at the service',
    by: everyone,
  },
  refused: {
    status: 'failed',
    means: 'the model refused, or a guardrail or filter held its answer back; what it used is counted',
    again: 'no, nor by `--retry-failed`',
    mend: 'the guardrail or filter',
    by: ['bedrock', 'promptfoo'],
  },
  'bad-request': {
    status: 'failed',
    means: 'the service takes the request for wrong (400)',
    again: no,
    mend: 'input too long, or a setting that the model does not know: on Bedrock `promptCache`, `answer`, `temperature`, `maxTokens`',
    by: everyone,
  },
  'http-NNN': {
    status: 'failed',
    means: 'another status from 401 on',
    again: 'only 408 and 425',
    mend: '401, 403: the credentials',
    by: everyone,
  },
  'server-error': {
    status: 'failed',
    means: 'the service failed: 500 and above, or its own word for it',
    again: 'yes; not after 501 and 505',
    mend: 'try again later',
    by: everyone,
  },
  network: {
    status: 'failed',
    means: 'no connection, or one that broke',
    again: retried,
    mend: 'try again later',
    by: everyone,
  },
  aborted: {
    status: 'failed',
    means: 'the call was stopped while it was under way',
    again: 'as the run says',
    mend: '',
    by: ['bedrock', 'lambda', 'promptfoo'],
  },
} as const satisfies Record<string, ErrorKindMeaning>;
