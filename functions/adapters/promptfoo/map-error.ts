import { ModelCallError, ModelThrottledError } from '../../../datasets/errors.ts';
import { kindOfStatus } from '../../../evals/screening/error-kinds.ts';

/** What is known of a call that failed. */
export interface FailedCall {
  /** The provider's own words, to be read and not to be said. */
  text: string;
  /** The same, fit to be said. */
  said: string;
  /** HTTP; 0 where no answer came. Absent where the provider does not tell. */
  status?: number | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  /** No credit is left: asking again does not help. */
  quota?: boolean | undefined;
}

/** Providers tell of errors in words: the status is looked for in them where it stands nowhere else. */
export function mapError(failed: FailedCall): ModelThrottledError | ModelCallError {
  const { text, said } = failed;
  const status = failed.status || statusIn(text);
  const message = `the provider failed: ${said}`;
  if (failed.quota === true || /insufficient_quota/u.test(text)) return new ModelCallError('quota', message);
  if ([429, 503, 529].includes(status ?? 0) || (status === undefined && isThrottling(text))) {
    const retryAfterMs = retryAfterOf(failed.headers);
    return new ModelThrottledError(message, retryAfterMs === undefined ? {} : { retryAfterMs });
  }
  if (status !== undefined) {
    const { kind, retryable } = kindOfStatus(status);
    return new ModelCallError(kind, message, { retryable });
  }
  // The provider's own time, not the protocol's: the question may have some left.
  if (/timed? ?out|ETIMEDOUT/iu.test(text))
    return new ModelCallError('provider-timeout', message, { retryable: true });
  if (isNetwork(text)) return new ModelCallError('network', message, { retryable: true });
  return new ModelCallError('provider', message);
}

function statusIn(text: string): number | undefined {
  const found =
    /\b(?:error|status(?: code)?|HTTP(?:\/[\d.]+)?|failed with status|response)\b[\s:=(]{1,3}([45]\d\d)\b/iu.exec(
      text,
    ) ?? /^\s*([45]\d\d)\b/u.exec(text);
  return found === null ? undefined : Number(found[1]);
}

function isThrottling(text: string): boolean {
  return /rate.?limit|too many requests|throttl|overloaded|ServiceQuotaExceeded/iu.test(text);
}

function isNetwork(text: string): boolean {
  return /fetch failed|ECONNRE(?:FUSED|SET)|ENOTFOUND|EAI_AGAIN|EPIPE|socket hang up|terminated|network|UND_ERR/iu.test(
    text,
  );
}

/** `retry-after-ms`, or `Retry-After` in seconds. A date needs a clock: it is left to the engine's own wait. */
function retryAfterOf(headers: Readonly<Record<string, string>> = {}): number | undefined {
  const value = (name: string) =>
    Object.entries(headers)
      .find(([key]) => key.toLowerCase() === name)?.[1]
      .trim();
  const exact = value('retry-after-ms');
  if (exact !== undefined && /^\d{1,9}$/u.test(exact)) return Number(exact);
  const seconds = value('retry-after');
  return seconds !== undefined && /^\d{1,6}(?:\.\d+)?$/u.test(seconds) ? Number(seconds) * 1000 : undefined;
}
