import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** The text of a secret in AWS Secrets Manager; undefined for one of bytes. @throws what the service says */
export async function fetchSecret(id: string): Promise<string | undefined> {
  const client = new SecretsManagerClient();
  try {
    return (await client.send(new GetSecretValueCommand({ SecretId: id }))).SecretString;
  } finally {
    client.destroy();
  }
}
