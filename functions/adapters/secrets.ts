import { InputError } from '../../datasets/errors.ts';
import type { Secrets } from '../../evals/ports.ts';

/** Secrets of the environment and of AWS Secrets Manager, each asked for once. */
export function createSecrets(environment: NodeJS.ProcessEnv = process.env): Secrets {
  const found = new Map<string, Promise<string>>();
  return {
    resolve(reference) {
      let secret = found.get(reference);
      if (secret === undefined) {
        secret = readSecret(reference, environment);
        found.set(reference, secret);
      }
      return secret;
    },
  };
}

async function readSecret(reference: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const [source, name] = splitAt(reference, ':');
  if (source === 'env' && name !== undefined) {
    const value = environment[name];
    if (value !== undefined && value !== '') return value;
    throw new InputError({
      field: reference,
      is: 'a variable that is not set',
      expected: 'the secret in the environment',
      mend: `Set ${name} in the shell that runs Målestok; never write the secret into the suite.`,
    });
  }
  if (source === 'secretsmanager' && name !== undefined) return readManagedSecret(reference, name);
  throw new InputError({
    is: 'a secret written out, or a reference that is none',
    expected: 'env:NAME, secretsmanager:NAME or secretsmanager:NAME#key',
    mend: 'Put the secret in the environment or in AWS Secrets Manager, and name it.',
  });
}

async function readManagedSecret(reference: string, name: string): Promise<string> {
  const [secretId, key] = splitAt(name, '#');
  const { fetchSecret } = await import('./fetch-secret.ts');
  let text: string | undefined;
  try {
    text = await fetchSecret(secretId);
  } catch (error) {
    // Its name says what is wrong. It is no cause: it holds the whole exchange with the service.
    const is = `no secret that can be read (${error instanceof Error ? error.name : 'an error'})`;
    throw new InputError({ field: reference, is, expected: 'a secret in AWS Secrets Manager' });
  }
  const value = key === undefined ? text : memberOf(text, key);
  if (value !== undefined && value !== '') return value;
  throw new InputError({
    field: reference,
    is: key === undefined ? 'a secret without text' : `no text under "${key}"`,
    expected: 'a secret in AWS Secrets Manager',
  });
}

function memberOf(text: string | undefined, key: string): string | undefined {
  try {
    const value: unknown = (JSON.parse(text ?? '') as Record<string, unknown>)[key];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function splitAt(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
