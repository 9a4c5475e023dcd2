import { anyServiceKinds } from './error-kinds/any-service.ts';
import { awsKinds } from './error-kinds/aws.ts';
import { httpKinds } from './error-kinds/http.ts';
import { invalidKinds } from './error-kinds/invalid.ts';
import type { ErrorKindMeaning } from './error-kinds/kind-meaning.ts';
import { promptfooKinds } from './error-kinds/promptfoo.ts';
import { runKinds } from './error-kinds/run.ts';

/**
 * Every `error.kind` that this code gives an answer, with what it means: the same word for the same thing, whatever
 * the adapter. Pages show this list, in this order. In a file of screenings others may stand: a vendor's own.
 */
export const errorKinds = {
  ...anyServiceKinds,
  ...awsKinds,
  ...promptfooKinds,
  ...httpKinds,
  ...runKinds,
  ...invalidKinds,
} as const;

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
