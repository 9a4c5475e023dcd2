import { ModelCallError } from '../../../datasets/errors.ts';
import type { ModelAnswer } from '../../../evals/ports.ts';
import type { Redactor } from '../http/redactor.ts';
import { type Reach, withinReach } from './guard-fetch.ts';
import { type FailedCall, mapError } from './map-error.ts';
import { needsPackage, optionalPackageIn } from './optional-packages.ts';
import { type PromptfooProvider, ProviderResponseSchema } from './promptfoo-api.ts';
import { readOutput, readResponse, readUsage } from './read-response.ts';
import { sayError } from './say-error.ts';

export interface ProviderQuestion {
  provider: PromptfooProvider;
  /** Knows what is never to be said. */
  redactor: Redactor;
  /** Endpoints in private networks may be called. */
  allowPrivate: boolean;
  caseId: string;
  /** A chat: JSON of a list of messages. */
  messages: string;
  signal: AbortSignal;
}

/**
 * Puts one question to a provider, once.
 * @throws {ModelThrottledError} the service is busy
 * @throws {ModelCallError} the service failed
 * @throws {InputError} the provider needs a package that is not installed
 */
export async function askProvider(question: ProviderQuestion): Promise<ModelAnswer> {
  const reach: Reach = { allowPrivate: question.allowPrivate };
  const response = ProviderResponseSchema.safeParse(await callProvider(question, reach));
  if (!response.success) return readOutput(undefined);
  const { error, metadata } = response.data;
  const { status, headers } = metadata?.http ?? {};
  if (error !== undefined && reach.refused !== undefined) throw refusedAddress(reach.refused);
  if (error !== undefined || (status !== undefined && status >= 400)) {
    const quota = metadata?.rateLimitKind === 'quota';
    throw failure(error ?? `HTTP ${status}`, { status, headers, quota }, question);
  }
  const usage = readUsage(response.data);
  const { redactor } = question;
  // Once more when it is read: a text may have escaped what an answer has plain.
  const said = { ...response.data, output: redactor.redactIn(response.data.output) };
  const answer = redactor.redactIn(readResponse(said));
  return usage === undefined ? answer : { ...answer, usage };
}

async function callProvider(question: ProviderQuestion, reach: Reach): Promise<unknown> {
  const { provider, messages, caseId, signal } = question;
  const context = { prompt: { raw: messages, label: 'maalestok' }, vars: { caseId }, bustCache: true };
  try {
    const call = () => provider.callApi(messages, context, { abortSignal: signal });
    return await untilAborted(withinReach(reach, call), signal);
  } catch (thrown) {
    if (signal.aborted) throw new ModelCallError('aborted', 'the call was stopped', { retryable: true });
    if (reach.refused !== undefined) throw refusedAddress(reach.refused);
    const { status, kind, headers } = Object(thrown) as Record<'status' | 'kind' | 'headers', unknown>;
    const known = {
      status: typeof status === 'number' ? status : undefined,
      headers: isHeaders(headers) ? headers : undefined,
      quota: kind === 'quota',
    };
    throw failure(thrown instanceof Error ? thrown.message : String(thrown), known, question);
  }
}

/** Not every provider heeds the signal. */
async function untilAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([answer, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** By our own guard, whatever the provider made of it. */
function refusedAddress(reason: string): ModelCallError {
  return new ModelCallError('refused-address', `the provider was kept from calling ${reason}`);
}

function failure(text: string, known: Omit<FailedCall, 'text' | 'said'>, question: ProviderQuestion): Error {
  const missing = optionalPackageIn(text);
  if (missing !== undefined) return needsPackage(missing);
  return mapError({ text, said: sayError(text, question.messages, question.redactor), ...known });
}

function isHeaders(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((each) => typeof each === 'string')
  );
}
