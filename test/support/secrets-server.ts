import { z } from 'zod';
import { startWireServer, type WireServer } from './wire-server.ts';

const RequestSchema = z.looseObject({ SecretId: z.string() });

/** A Secrets Manager that has these texts by their names. */
export function startSecretsServer(secrets: Readonly<Record<string, string>>): Promise<WireServer> {
  return startWireServer(({ headers, body }) => {
    if (headers['x-amz-target'] !== 'secretsmanager.GetSecretValue')
      return { status: 400, body: { __type: 'InvalidAction' } };
    const { SecretId: name } = RequestSchema.parse(JSON.parse(body));
    const text = secrets[name];
    if (text === undefined) return { status: 400, body: { __type: 'ResourceNotFoundException' } };
    return { body: { Name: name, SecretString: text } };
  });
}
