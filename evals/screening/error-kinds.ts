import type { ScreeningStatus } from './screening.ts';

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

const no = 'no';
const retried = 'yes';
const aws = ['bedrock', 'lambda'] as const;
const everyone = ['http', 'bedrock', 'lambda', 'promptfoo'] as const;

/**
 * Every `error.kind` that this code gives an answer, with what it means: the same word for the same thing, whatever
 * the adapter. Pages show this list. In a file of screenings others may stand: a vendor's own.
 */
export const errorKinds = {
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
  credentials: {
    status: 'failed',
    means: 'no AWS credentials, or expired ones',
    again: no,
    mend: '`aws sso login`, `AWS_PROFILE`',
    by: aws,
  },
  'access-denied': {
    status: 'failed',
    means: 'the role may not, or the model is not open to the account',
    again: no,
    mend: 'the policy above; model access',
    by: aws,
  },
  'not-found': {
    status: 'failed',
    means: 'no such model or function in the region',
    again: no,
    mend: 'name, `region`',
    by: aws,
  },
  'over-limits': {
    status: 'failed',
    means: 'larger than the service takes',
    again: no,
    mend: 'see Limits',
    by: aws,
  },
  'unsupported-file': {
    status: 'failed',
    means: 'a file of a kind that the model is not given',
    again: no,
    mend: 'convert it, or measure without files',
    by: ['bedrock'],
  },
  'unreadable-file': {
    status: 'failed',
    means: 'a file that cannot be sent whole',
    again: no,
    mend: 'convert it, or measure without files',
    by: ['bedrock'],
  },
  'function-timeout': {
    status: 'failed',
    means: 'the function ran out of its own time',
    again: retried,
    mend: 'raise its timeout',
    by: ['lambda'],
  },
  'function-error': {
    status: 'failed',
    means: 'the function threw; only the type of its error is told',
    again: no,
    mend: 'its log',
    by: ['lambda'],
  },
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
  protocol: { status: 'failed', means: 'what came was no HTTP', again: retried, mend: '', by: ['http'] },
  tls: {
    status: 'failed',
    means: 'no certificate that is trusted for the name',
    again: no,
    mend: 'the certificate; `NODE_EXTRA_CA_CERTS`',
    by: ['http'],
  },
  token: {
    status: 'failed',
    means: 'no OAuth2 token',
    again: "where the token endpoint's error says so",
    mend: 'client id, secret and scope',
    by: ['http'],
  },
  'refused-address': {
    status: 'failed',
    means: 'an address that is not called',
    again: no,
    mend: '`--allow-private`, for private networks and this machine',
    by: ['http', 'promptfoo'],
  },
  redirect: {
    status: 'failed',
    means: 'too many, to nowhere, or elsewhere with a case',
    again: no,
    mend: 'the final address in `url`',
    by: ['http'],
  },
  'no-location': {
    status: 'failed',
    means: '202 without a place to ask',
    again: no,
    mend: 'a `Location`',
    by: ['http'],
  },
  'foreign-location': {
    status: 'failed',
    means: '202 with a place to ask on another origin than that of `url`',
    again: no,
    mend: 'a `Location` on the same origin',
    by: ['http'],
  },
  'too-large': {
    status: 'failed',
    means: 'more than 4 MB, packed or unpacked, or 16 kB of headers',
    again: no,
    mend: '',
    by: ['http'],
  },
  'too-slow': {
    status: 'failed',
    means: 'an answer not whole a minute after its headers',
    again: no,
    mend: '',
    by: ['http'],
  },
  'files-too-large': {
    status: 'failed',
    means: 'more than 20 MB of files for one request',
    again: no,
    mend: '`files: link`',
    by: ['http'],
  },
  'given-up': {
    status: 'failed',
    means: 'no answer to any question for so long that the model was given up',
    again: 'by `--retry-failed`',
    mend: 'try again later',
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
  encoding: {
    status: 'invalid',
    means: 'no UTF-8, or packed in a way that was not asked for',
    again: no,
    mend: '',
    by: ['http'],
  },
  'not-json': {
    status: 'invalid',
    means: 'no JSON object, nor almost one, or more than one with findings; a refusal in words among them',
    again: no,
    mend: '',
    by: everyone,
  },
  'too-deep': {
    status: 'invalid',
    means: 'lists or objects more than 64 deep',
    again: no,
    mend: '',
    by: everyone,
  },
  schema: {
    status: 'invalid',
    means: 'a field is missing or wrong; the message names it',
    again: no,
    mend: '',
    by: everyone,
  },
  'wrong-case': {
    status: 'invalid',
    means: 'the answer is to another case',
    again: no,
    mend: '',
    by: ['http', 'lambda'],
  },
  'wrong-version': {
    status: 'invalid',
    means: "the answer is another version's",
    again: no,
    mend: '`version` in the suite',
    by: ['http', 'lambda'],
  },
  'max-tokens': {
    status: 'invalid',
    means: 'the answer was cut. Never counted, though what came may be readable',
    again: no,
    mend: 'on Bedrock `maxTokens`, else `max_tokens` in the config',
    by: ['bedrock', 'promptfoo'],
  },
  'several-answers': {
    status: 'invalid',
    means: 'the model used the tool more than once',
    again: no,
    mend: '',
    by: ['bedrock'],
  },
  malformed: {
    status: 'invalid',
    means: 'the tool was used so that it cannot be read',
    again: no,
    mend: '`answer: text`',
    by: ['bedrock'],
  },
} as const satisfies Record<string, ErrorKindMeaning>;

type Listed = keyof typeof errorKinds;

/** `http-NNN` stands for a kind for each status. */
export type ErrorKind = Exclude<Listed, 'http-NNN'> | `http-${number}`;

export type KindOf<Status extends ErrorKindMeaning['status']> = {
  [Kind in Listed]: (typeof errorKinds)[Kind]['status'] extends Status ? Kind : never;
}[Listed];

/** What of an answer is wrong. */
export type InvalidKind = KindOf<'invalid'>;
/** How a call failed. */
export type FailedKind = Exclude<KindOf<'failed'>, 'http-NNN'> | `http-${number}`;

/** The kind of an HTTP status that is an error, and whether asking again may help. 429 and 503 are no kind: wait. */
export function kindOfStatus(status: number): { kind: FailedKind; retryable: boolean } {
  // 501 and 505 say what the service will never do.
  if (status >= 500) return { kind: 'server-error', retryable: status !== 501 && status !== 505 };
  return {
    kind: status === 400 ? 'bad-request' : `http-${status}`,
    retryable: status === 408 || status === 425,
  };
}
