import { excerpt, InputError } from '../../../datasets/errors.ts';

/** What promptfoo's providers may need, and package.json replaces by an empty package. */
export const optionalPackages = [
  '@anthropic-ai/claude-agent-sdk',
  '@aws-sdk/client-bedrock-agent-runtime',
  '@aws-sdk/client-sagemaker-runtime',
  '@azure/ai-projects',
  '@azure/identity',
  '@azure/msal-node',
  '@azure/openai-assistants',
  '@azure/storage-blob',
  '@fal-ai/client',
  '@googleapis/sheets',
  '@huggingface/transformers',
  '@ibm-cloud/watsonx-ai',
  '@langfuse/client',
  '@modelcontextprotocol/sdk',
  '@openai/agents',
  '@openai/codex-sdk',
  '@openai/codex-security',
  '@opencode-ai/sdk',
  '@playwright/browser-chromium',
  '@slack/web-api',
  'google-auth-library',
  'ibm-cloud-sdk-core',
  'jks-js',
  'natural',
  'node-sql-parser',
  'pdf-parse',
  'pem',
  'playwright',
  'playwright-extra',
  'puppeteer-extra-plugin-stealth',
  'sharp',
] as const;

/**
 * The package that a provider says it lacks. Only one of those known here: the words of an error may be a stranger's,
 * and nobody shall be told to install what a stranger names.
 */
export function optionalPackageIn(message: string): string | undefined {
  if (!/\binstall\b|\brequired\b|cannot find/iu.test(message)) return undefined;
  const words = new Set(message.match(/@?[a-z][\w./-]*/gu)?.map((word) => word.replace(/\.$/u, '')));
  return optionalPackages.find((name) => words.has(name));
}

/** @param cause kept for a debugger; never printed */
export function needsPackage(name: string, cause?: unknown): InputError {
  return new InputError(
    {
      field: 'provider',
      is: `a provider that needs the package ${excerpt(name)}`,
      expected: 'the package installed',
      mend: `Remove the line "${excerpt(name)}" from the overrides in package.json where it is there, then \`npm install --save-dev ${excerpt(name)}\`.`,
    },
    { cause },
  );
}
