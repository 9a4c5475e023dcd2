import { excerpt, InputError } from '../../../datasets/errors.ts';
import { needsPackage, optionalPackageIn } from './optional-packages.ts';
import type { PromptfooApi, PromptfooProvider } from './promptfoo-api.ts';

export interface ProviderToLoad {
  api: PromptfooApi;
  provider: string;
  /** Secrets resolved. */
  config: Readonly<Record<string, unknown>>;
  /** Where a `file://` provider lies. */
  folder: string;
}

/**
 * Loads a provider with its own retries off: the run engine's are enough.
 * @throws {InputError} where promptfoo knows no such provider, or its code or its config is wrong
 */
export async function loadProvider({
  api,
  provider,
  config,
  folder,
}: ProviderToLoad): Promise<PromptfooProvider> {
  refuseCloud(provider);
  const load = (settings: Record<string, unknown>) =>
    api.loadApiProvider(provider, { basePath: folder, options: { config: settings } });
  try {
    return await load({ ...defaultsOf(provider), ...config }).catch((cause) => {
      // Some providers refuse what they do not know; these retry nothing by this setting.
      if (/unrecognized key.*maxRetries/isu.test(String(cause))) return load({ ...config });
      throw cause;
    });
  } catch (cause) {
    throw cannotLoad(provider, cause);
  }
}

/** No retries; and over plain HTTP, which takes any status for an answer, an error for an error. */
function defaultsOf(provider: string): Record<string, unknown> {
  return { maxRetries: 0, ...(/^https?\b/iu.test(provider) ? { validateStatus: 'status < 400' } : {}) };
}

/** The providers that promptfoo itself runs, and those that are kept in its cloud. */
function refuseCloud(provider: string): void {
  if (!/^promptfoo:/iu.test(provider)) return;
  throw new InputError({
    field: 'provider',
    is: `"${excerpt(provider)}", which promptfoo's own service answers`,
    expected: 'a provider that is called directly',
    mend: 'Name the provider behind it: openai:chat:…, azure:chat:…, ollama:chat:…, https://…, file://….',
  });
}

function cannotLoad(provider: string, cause: unknown): InputError {
  const is = `"${excerpt(provider)}", which cannot be loaded`;
  const missing = missingPackageOf(cause);
  if (missing !== undefined) return needsPackage(missing, cause);
  const { code } = cause as NodeJS.ErrnoException;
  const mend = provider.startsWith('file://')
    ? `Check the path, relative to the suite, and that the file runs (${code ?? nameOf(cause)}).`
    : 'Check the form of the id (openai:chat:gpt-5, ollama:chat:llama3, https://…, file://model.ts), and `config`.';
  return new InputError(
    { field: 'provider', is, expected: 'a provider of promptfoo 0.123', mend },
    { cause },
  );
}

/** The npm package that an error at loading says is missing. */
function missingPackageOf(cause: unknown): string | undefined {
  const message = cause instanceof Error ? cause.message : String(cause);
  return (
    /Cannot find (?:package|module) '(@?[a-z][\w./-]*)'/u.exec(message)?.[1] ?? optionalPackageIn(message)
  );
}

function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : 'an error';
}
