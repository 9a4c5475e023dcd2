import { ModelCallError } from '../../datasets/errors.ts';
import type { Model, ModelUsage } from '../../evals/ports.ts';
import { requestIdOf } from '../../evals/request-id.ts';
import { showCase } from '../../evals/screening/show-case.ts';
import { toScreening } from '../../evals/steps/to-screening.ts';
import { type OpenCases, openCases } from './open-cases.ts';
import { openModel } from './open-model.ts';
import type { ProviderMetadata } from './provider-metadata.ts';

export interface CallContext {
  vars: Readonly<Record<string, unknown>>;
  repeatIndex?: number;
}

export interface CallResponse {
  /** The answer: outcome and findings. */
  output?: object;
  error?: string;
  tokenUsage?: { prompt: number; completion: number; total: number };
  metadata?: { maalestok: ProviderMetadata };
}

/**
 * A model of Målestok's as a provider of promptfoo's. It is asked as `maalestok run` asks it, once, about the case
 * that the test names; a prompt of promptfoo's is not read.
 */
export default class MaalestokProvider {
  readonly #config: unknown;
  readonly #id: string;
  #ready: Promise<{ open: OpenCases; model: Model }> | undefined;

  constructor({ id, config }: { id?: string; config?: unknown }) {
    this.#id = id ?? 'maalestok';
    this.#config = config;
  }

  id(): string {
    return this.#id;
  }

  async callApi(
    _prompt: string,
    context: CallContext,
    options?: { abortSignal?: AbortSignal },
  ): Promise<CallResponse> {
    const { open, model } = await this.#open();
    const caseShown = open.get(context.vars.caseId);
    const repeat = context.repeatIndex ?? 0;
    const { caseId } = caseShown;
    const requestId = requestIdOf({ runId: 'promptfoo', model, caseId, repeat });
    const signal = options?.abortSignal ?? new AbortController().signal;
    const shown = showCase(caseShown, open.config.shown);
    const answer = await model.screen(shown, { repeat, signal, requestId }).catch(failedAnswer);
    const {
      model: named,
      status,
      error,
      repaired,
      outcome,
      findings,
    } = toScreening(model, caseId, repeat, answer);
    const usage = 'usage' in answer ? answer.usage : undefined;
    return {
      output: { ...(outcome === undefined ? {} : { outcome }), findings },
      ...(usage === undefined ? {} : { tokenUsage: toTokenUsage(usage) }),
      metadata: {
        maalestok: {
          model: named,
          status,
          ...(error === undefined ? {} : { error }),
          ...(repaired === undefined ? {} : { repaired }),
        },
      },
    };
  }

  async cleanup(): Promise<void> {
    const ready = await this.#ready?.catch(() => undefined);
    await ready?.model.close?.();
  }

  #open(): Promise<{ open: OpenCases; model: Model }> {
    this.#ready ??= (async () => {
      const open = await openCases(this.#config);
      return { open, model: await openModel(this.#config, open) };
    })();
    return this.#ready;
  }
}

/** A failure is an answer without findings, as in a run; a busy service and a user's mistake are promptfoo's to tell. */
function failedAnswer(cause: unknown) {
  if (!(cause instanceof ModelCallError)) throw cause;
  const { kind, message } = cause;
  return { status: 'failed' as const, findings: [], error: { kind, message: message.slice(0, 500) } };
}

function toTokenUsage({ inputTokens = 0, outputTokens = 0 }: ModelUsage) {
  return { prompt: inputTokens, completion: outputTokens, total: inputTokens + outputTokens };
}
