import { InputError } from '../../datasets/errors.ts';
import { buildPrompt } from '../../evals/prompts/build-prompt.ts';
import type { PromptId } from '../../evals/prompts/prompt-id.ts';
import { escapeTemplates } from './escape-templates.ts';
import { openCases } from './open-cases.ts';

/** What promptfoo hands to a prompt function. */
export interface PromptFunctionContext {
  vars: Readonly<Record<string, unknown>>;
  /** See `CasesConfigSchema`. */
  config?: unknown;
}

/** The prompt without the catalogue of provisions, as a chat. */
export function screeningDa1(context: PromptFunctionContext): Promise<string> {
  return composeChat('screening-da-1', context);
}

/** The prompt with the catalogue of provisions, as a chat. */
export function screeningDa1Catalogue(context: PromptFunctionContext): Promise<string> {
  return composeChat('screening-da-1-catalogue', context);
}

/** promptfoo keeps what it is handed, and hands it to whatever provider the configuration names. */
function transferMissing(dataset: string): InputError {
  return new InputError({
    field: 'config.transfer',
    is: `nothing, and the data set "${dataset}" is not synthetic`,
    expected: 'recipient, region and agreement',
    mend: "Say in the prompt's config who receives the cases, where, and by which data-processing agreement.",
  });
}

async function composeChat(id: PromptId, { vars, config }: PromptFunctionContext): Promise<string> {
  const open = await openCases(config);
  const { taxonomy, catalogue, card } = open.dataset;
  if (!card.synthetic && open.config.transfer === undefined) throw transferMissing(card.id);
  const { shown } = open.config;
  const { system, user } = buildPrompt(id, open.get(vars.caseId), { taxonomy, catalogue, shown });
  return JSON.stringify([
    { role: 'system', content: escapeTemplates(system) },
    { role: 'user', content: escapeTemplates(user) },
  ]);
}
