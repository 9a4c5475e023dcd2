import { InputError } from '../../../datasets/errors.ts';
import type { Secrets } from '../../../evals/ports.ts';
import { SecretReferenceSchema } from '../../../evals/suite-model.ts';

export interface ResolvedConfig {
  config: Record<string, unknown>;
  /** The secrets in it: never to be said. */
  secrets: string[];
}

/** Names of members that hold secrets, and how long a value may be there that is none: `none` for a local server. */
const secretName = /(?:key|token|secret|password|authorization)$/iu;
const longestDummy = 7;

/**
 * A provider's config with each reference to a secret, however deep, replaced by the secret.
 * @throws {InputError} where there is no such secret, or one is written out
 */
export async function resolveConfig(
  config: Readonly<Record<string, unknown>>,
  secrets: Secrets,
): Promise<ResolvedConfig> {
  const found: string[] = [];
  const resolve = async (value: unknown): Promise<unknown> => {
    if (typeof value === 'string') {
      if (!SecretReferenceSchema.safeParse(value).success) return value;
      const secret = await secrets.resolve(value);
      found.push(secret);
      return secret;
    }
    if (Array.isArray(value)) return Promise.all(value.map(resolve));
    return value !== null && typeof value === 'object' ? resolveIn(value, resolve) : value;
  };
  return { config: await resolveIn(config, resolve), secrets: found };
}

async function resolveIn(
  record: object,
  resolve: (value: unknown) => Promise<unknown>,
): Promise<Record<string, unknown>> {
  const entries = Object.entries(record).map(async ([key, value]) => {
    refuseWritten(key, value);
    return [key, await resolve(value)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function refuseWritten(key: string, value: unknown): void {
  if (!secretName.test(key) || typeof value !== 'string' || value.length <= longestDummy) return;
  if (SecretReferenceSchema.safeParse(value).success) return;
  throw new InputError({
    field: `config.${key}`,
    is: 'a secret written out',
    expected: 'env:NAME, secretsmanager:NAME or secretsmanager:NAME#key',
    mend: 'Put the secret in the environment or in AWS Secrets Manager, and name it.',
  });
}
