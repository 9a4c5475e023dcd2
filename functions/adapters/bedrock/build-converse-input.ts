import type { ConverseCommandInput, ToolConfiguration } from '@aws-sdk/client-bedrock-runtime';
import type { Instructions } from '../../../evals/prompts/build-prompt.ts';
import type { BedrockModel } from '../../../evals/suite-model.ts';
import type { AttachedFiles } from './attach-files.ts';

/** The tool that the model must use: its input is the screening. */
export const screeningTool = 'screening';

/** One request: the same settings, instructions and case give the same request. */
export function buildConverseInput(
  entry: BedrockModel,
  instructions: Instructions,
  caseText: string,
  { blocks }: Pick<AttachedFiles, 'blocks'>,
): ConverseCommandInput {
  const { modelId, maxTokens, temperature, promptCache, answer } = entry;
  return {
    modelId,
    // Tools come before the system text in what is cached: one mark after it covers both.
    system: [
      { text: instructions.system },
      ...(promptCache ? [{ cachePoint: { type: 'default' as const } }] : []),
    ],
    messages: [{ role: 'user', content: [{ text: caseText }, ...blocks] }],
    inferenceConfig: { maxTokens, ...(temperature === null ? {} : { temperature }) },
    ...(answer === 'tool' ? { toolConfig: forcedTool(instructions) } : {}),
  };
}

function forcedTool({ schema }: Instructions): ToolConfiguration {
  const description = 'Afleverer screeningen af sagen til sagsbehandleren.';
  return {
    tools: [{ toolSpec: { name: screeningTool, description, inputSchema: { json: schema } } }],
    toolChoice: { tool: { name: screeningTool } },
  };
}
