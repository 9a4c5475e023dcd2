import type { Secrets } from '../../../evals/ports.ts';
import { SecretReferenceSchema } from '../../../evals/suite-model.ts';

export interface ResolvedConfig {
  config: Record<string, unknown>;
  /** The secrets in it: never to be said. */
  secrets: string[];
}

/**
 * A provider's config with each reference to a secret, however deep, replaced by the secret.
 * @throws {InputError} where there is no such secret
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
  const entries = Object.entries(record).map(async ([key, value]) => [key, await resolve(value)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
