import type { z } from 'zod';
import type { Case } from '../../datasets/case.ts';
import { ModelCallError, ModelThrottledError } from '../../datasets/errors.ts';
import { toWellFormed } from '../../datasets/well-formed.ts';
import { type Call, CallSchema, type Protocol } from '../artifacts.ts';
import type { Clock, Model, ModelAnswer } from '../ports.ts';
import { type Screening, ScreeningSchema } from '../screening/screening.ts';
import { showCase } from '../screening/show-case.ts';

const firstBackoffMs = 500;
const longestBackoffMs = 30_000;

/**
 * Puts one case to one model, with time-out and retries. Whatever happens, there is a screening:
 * a failure is data.
 */
export async function askModel(
  model: Model,
  caseShown: Case,
  repeat: number,
  protocol: Protocol,
  clock: Clock,
  requestId = '0'.repeat(64),
): Promise<{ screening: Screening; call: Call }> {
  const shown = showCase(caseShown, protocol.shown);
  const startedAt = clock.now();
  const started = clock.elapsedMs();
  let attempts = 0;
  for (;;) {
    attempts += 1;
    const answer = await attempt(model, shown, { repeat, requestId }, protocol.timeoutMs);
    if (answer instanceof ModelThrottledError && attempts <= protocol.retries) {
      await clock.sleep(
        answer.retryAfterMs ?? Math.min(longestBackoffMs, firstBackoffMs * 2 ** (attempts - 1)),
      );
      continue;
    }
    const answered: unknown =
      answer instanceof ModelThrottledError ? failure('failed', 'throttled', answer.message) : answer;
    const screening = toScreening(model, caseShown.caseId, repeat, answered);
    const latencyMs = Math.max(0, clock.elapsedMs() - started);
    const usage = isRecord(answered) && isRecord(answered.usage) ? answered.usage : {};
    return {
      screening,
      call: {
        ...readUsage(usage),
        schema: 'maalestok.call.v1',
        caseId: caseShown.caseId,
        repeat,
        status: screening.status,
        attempts,
        latencyMs,
        startedAt,
        pages: shown.documents.reduce((pages, document) => pages + document.pages.length, 0),
      },
    };
  }
}

async function attempt(
  model: Model,
  caseShown: Case,
  options: { repeat: number; requestId: string },
  timeoutMs: number,
): Promise<ModelAnswer | ModelThrottledError> {
  const timeout = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<ModelAnswer>((resolve) => {
    timer = setTimeout(() => {
      timeout.abort();
      resolve(failure('timedOut', 'timeout', `no answer within ${timeoutMs} ms`));
    }, timeoutMs);
  });
  try {
    return await Promise.race([model.screen(caseShown, { ...options, signal: timeout.signal }), timedOut]);
  } catch (error) {
    if (error instanceof ModelThrottledError) return error;
    if (error instanceof ModelCallError) return failure('failed', error.kind, error.message);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function failure(status: Screening['status'], kind: string, message: string): ModelAnswer {
  return { findings: [], status, error: { kind, message: message.slice(0, 500) } };
}

/** Checks the answer against the contract; one that breaks it is `invalid` and scores as empty. */
function toScreening(model: Model, caseId: string, repeat: number, answer: unknown): Screening {
  const head = {
    schema: 'maalestok.screening.v1',
    model: { id: model.id, version: model.version },
    caseId,
    repeat,
  } as const;
  if (!isRecord(answer))
    return { ...head, ...invalid('the answer is no object, expected one with findings') };
  if (answer.findings === undefined) return { ...head, ...invalid('findings: nothing, expected a list') };
  const { usage: _, ...given } = toWellFormed(answer);
  const checked = ScreeningSchema.safeParse({ status: 'answered', ...given, ...head });
  if (checked.success) {
    const duplicate = firstDuplicate(checked.data.findings.map((finding) => finding.findingId));
    if (duplicate === undefined) return checked.data;
    return { ...head, ...invalid(`findings: "${duplicate}" is there twice, expected each findingId once`) };
  }
  const issue = checked.error.issues[0]!;
  return { ...head, ...invalid(`${issue.path.join('.')}: ${issue.message}`) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const UsageSchema = CallSchema.pick({
  inputTokens: true,
  outputTokens: true,
  cacheReadTokens: true,
  cacheWriteTokens: true,
  costDkk: true,
  pricesOf: true,
  region: true,
});

/** What the model tells of its cost, where it is of the right form. */
function readUsage(usage: Record<string, unknown>): z.infer<typeof UsageSchema> {
  const checked = UsageSchema.strip().safeParse(usage);
  return checked.success ? checked.data : {};
}

function invalid(message: string): Pick<Screening, 'status' | 'findings' | 'error'> {
  return { status: 'invalid', findings: [], error: { kind: 'schema', message: message.slice(0, 500) } };
}

function firstDuplicate(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.has(id) || !seen.add(id));
}
