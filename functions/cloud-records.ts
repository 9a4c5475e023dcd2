import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InputError } from '../datasets/errors.ts';
import type { Registry } from '../evals/ports.ts';
import { createDynamoRegistry } from './adapters/registry/create-dynamo-registry.ts';
import { type EnvName, env } from './cloud-names.ts';

/** So often is a call to AWS made that fails in passing. */
export const maxAttempts = 6;

/** @throws {InputError} where the function was deployed without it */
export function readEnv(name: EnvName, environment: NodeJS.ProcessEnv = process.env): string {
  const value = environment[name];
  if (value !== undefined && value !== '') return value;
  throw new InputError({
    field: name,
    is: 'not set',
    expected: 'a value in the environment of the function',
  });
}

/** In DKK, the most that any run may cost; null where the function was deployed without such a bound. @throws {InputError} */
export function readMaxRunCost(environment: NodeJS.ProcessEnv = process.env): number | null {
  const value = environment[env.maxRunCostDkk] ?? '';
  if (value === '') return null;
  const bound = Number(value);
  if (Number.isFinite(bound) && bound >= 0) return bound;
  throw new InputError({
    field: env.maxRunCostDkk,
    is: `"${value.slice(0, 20)}"`,
    expected: 'an amount in DKK',
  });
}

/** Where what a run leaves behind lies; ends with "/". */
export function runPlace(runRecordId: string): string {
  return `runs/${runRecordId}/`;
}

/** Records in the installation's table. */
export function openRegistry(environment: NodeJS.ProcessEnv = process.env): Registry {
  const client = new DynamoDBClient({ maxAttempts });
  return createDynamoRegistry({ client, table: readEnv(env.registryTable, environment) });
}
