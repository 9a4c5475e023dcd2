import { aws, type ErrorKindMeaning, no, retried } from './kind-meaning.ts';

/** Bedrock and Lambda. */
export const awsKinds = {
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
} as const satisfies Record<string, ErrorKindMeaning>;
