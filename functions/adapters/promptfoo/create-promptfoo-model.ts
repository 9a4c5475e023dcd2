import type { Case } from '../../../datasets/case.ts';
import { canonicalHash } from '../../../evals/canonical-hash.ts';
import type { Model, Secrets } from '../../../evals/ports.ts';
import { buildInstructions, buildPrompt, type PromptContext } from '../../../evals/prompts/build-prompt.ts';
import type { PromptfooModel } from '../../../evals/suite-model.ts';
import { askProvider } from './ask-provider.ts';
import { createRedactor } from './create-redactor.ts';
import { withinReach } from './guard-fetch.ts';
import { hashCode } from './hash-code.ts';
import { loadPromptfoo } from './load-promptfoo.ts';
import { loadProvider } from './load-provider.ts';
import { refuseTargets } from './refuse-targets.ts';
import { resolveConfig } from './resolve-config.ts';

export interface PromptfooModelContext extends PromptContext {
  secrets: Secrets;
  /** Endpoints in private networks may be called. */
  allowPrivate: boolean;
  /** The suite's: `file://` providers lie there. */
  folder: string;
}

export interface MadePromptfooModel {
  model: Model;
  /**
   * Of all that decides an answer and is known here: provider, config less its secrets, prompt, files that they name.
   * What such a file imports is not known.
   */
  fingerprint: string;
  inputText(caseShown: Case): string;
}

/**
 * A provider of promptfoo's as a model: one attempt a question, nothing cached.
 * @throws {InputError} where promptfoo is not installed, or the provider or a secret is wrong
 */
export async function createPromptfooModel(
  entry: PromptfooModel,
  context: PromptfooModelContext,
): Promise<MadePromptfooModel> {
  const { id, version } = entry;
  const { allowPrivate, folder } = context;
  const { config, secrets } = await resolveConfig(entry.config, context.secrets);
  refuseTargets({ provider: entry.provider, config }, allowPrivate);
  const redactor = createRedactor(secrets, process.env);
  const api = await loadPromptfoo();
  const provider = await withinReach({ allowPrivate }, () =>
    loadProvider({ api, provider: entry.provider, config, folder }),
  );
  const messagesOf = (caseShown: Case): string => {
    const { system, user } = buildPrompt(entry.prompt, caseShown, context);
    return JSON.stringify([
      { role: 'system', content: system },
      { role: 'user', content: user },
    ]);
  };
  return {
    model: {
      id,
      version,
      screen: (caseShown, { signal }) =>
        askProvider({
          provider,
          redactor,
          allowPrivate,
          caseId: caseShown.caseId,
          messages: messagesOf(caseShown),
          signal,
        }),
      async close() {
        await provider.cleanup?.();
      },
    },
    fingerprint: canonicalHash({
      provider: entry.provider,
      config: entry.config,
      code: await hashCode(entry.provider, entry.config, folder),
      prompt: buildInstructions(entry.prompt, context).sha256,
    }),
    inputText: messagesOf,
  };
}
