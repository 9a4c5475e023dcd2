import { relative, resolve, sep } from 'node:path';
import type { Protocol } from '../../evals/artifacts.ts';
import type { Policy } from '../../evals/matching/policy.ts';
import type { PromptId } from '../../evals/prompts/prompt-id.ts';
import { derivedMetrics } from './derived-metrics.ts';
import type { CasesConfig } from './open-cases.ts';

/** One model of the configuration: a column of promptfoo's. */
export interface ExportedModel {
  id: string;
  /** Beside what the cases' config holds; see `open-model.ts`. */
  config: Record<string, unknown>;
  /** That its adapter asks with; absent where none is sent. */
  prompt?: PromptId | undefined;
}

export interface ConfigToCompose {
  description: string;
  /** The configuration's own. */
  folder: string;
  cases: Omit<CasesConfig, 'shown'>;
  models: readonly ExportedModel[];
  protocol: Protocol;
  policy: Policy;
  /** Absent: the labels stay away, and nothing is scored. */
  scored: boolean;
}

const promptFunctions: Record<PromptId, string> = {
  'screening-da-1': 'screeningDa1',
  'screening-da-1-catalogue': 'screeningDa1Catalogue',
};

/** What stands for a prompt where none is sent. */
const noPrompt = 'sag';

/** A configuration of promptfoo's over the code of this clone. Cases and labels stay where they are. */
export function composeConfig(input: ConfigToCompose): object {
  const { description, folder, models, protocol, policy, scored } = input;
  const { repeats, shown } = protocol;
  const cases = { ...input.cases, shown };
  const code = (name: string) =>
    `file://${relative(folder, resolve(import.meta.dirname, name))
      .split(sep)
      .join('/')}`;
  const prompts = new Set(models.map(({ prompt }) => prompt));
  return {
    description,
    prompts: [...prompts].map((id) =>
      id === undefined
        ? { id: noPrompt, label: noPrompt, raw: 'Sag {{caseId}}' }
        : { id: `${code('prompt.ts')}:${promptFunctions[id]}`, label: id, config: cases },
    ),
    providers: models.map(({ id, config, prompt }) => ({
      id: code('provider.ts'),
      label: id,
      prompts: [prompt ?? noPrompt],
      config: { ...cases, ...config },
    })),
    tests: [{ path: `${code('tests.ts')}:cases`, config: input.cases }],
    ...(scored
      ? {
          defaultTest: {
            assert: [
              {
                type: 'javascript',
                value: `${code('assertions.ts')}:scoreAnswer`,
                config: { ...input.cases, policy },
              },
            ],
          },
          derivedMetrics,
        }
      : {}),
    evaluateOptions: { cache: false, maxConcurrency: 4, ...(repeats > 1 ? { repeat: repeats } : {}) },
    sharing: false,
  };
}
