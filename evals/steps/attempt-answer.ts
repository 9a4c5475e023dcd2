import type { Case } from '../../datasets/case.ts';
import { ModelCallError, ModelThrottledError } from '../../datasets/errors.ts';
import type { Sign } from '../engine/lane.ts';
import type { Model, ModelAnswer } from '../ports.ts';
import type { Screening } from '../screening/screening.ts';

/** What one attempt at a question came to. */
export interface Reply {
  /** Untrusted: whatever the model gave; or a failure of ours. */
  answer: unknown;
  sign: Sign;
  /** `busy`: ask again for as long as there is time. `maybe`: ask again while there are retries. */
  again: 'busy' | 'maybe' | 'no';
  retryAfterMs?: number | undefined;
}

/** Asks once. Never throws but for a bug: a failure is a reply. */
export async function attemptAnswer(
  model: Model,
  caseShown: Case,
  options: { repeat: number; requestId: string },
  timeoutMs: number,
): Promise<Reply> {
  const timeout = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<Reply>((resolve) => {
    timer = setTimeout(() => {
      resolve({
        answer: failure('timedOut', 'timeout', 'no answer in time'),
        sign: 'congested',
        again: 'no',
      });
      timeout.abort();
    }, timeoutMs);
  });
  try {
    const answer = model.screen(caseShown, { ...options, signal: timeout.signal });
    return await Promise.race([answer.then(answered), timedOut]);
  } catch (error) {
    return replyOf(error);
  } finally {
    clearTimeout(timer);
  }
}

/** A screening that says how asking failed. */
export function failure(status: Screening['status'], kind: string, message: string): ModelAnswer {
  return { findings: [], status, error: { kind, message: message.slice(0, 500) } };
}

function answered(answer: unknown): Reply {
  return { answer, sign: 'answered', again: 'no' };
}

function replyOf(error: unknown): Reply {
  if (error instanceof ModelThrottledError) {
    const { message, retryAfterMs } = error;
    return {
      answer: failure('failed', 'throttled', message),
      sign: 'congested',
      again: 'busy',
      retryAfterMs,
    };
  }
  if (!(error instanceof ModelCallError)) throw error;
  const answer = failure('failed', error.kind, error.message);
  return error.retryable
    ? { answer, sign: 'failed', again: 'maybe' }
    : { answer, sign: 'answered', again: 'no' };
}
