import { type HttpModel, HttpModelSchema } from '../../evals/suite-model.ts';
import { createHttpModel, type HttpModelOptions } from '../../functions/adapters/http/create-http-model.ts';
import { type HttpLimits, httpLimits } from '../../functions/adapters/http/http-limits.ts';
import { createMemoryStore } from '../../functions/adapters/memory-store.ts';
import { createSecrets } from '../../functions/adapters/secrets.ts';

/** What the tests' references to secrets stand for. */
export const testSecrets = {
  KEY: 'key-2f6c1d0b9a',
  CLIENT: 'client-7e',
  CLIENT_SECRET: 'secret/+:%-9d8c7b6a',
} as const;

export type HttpModelChanges = Omit<Partial<HttpModelOptions>, 'limits'> & {
  entry?: Partial<HttpModel>;
  limits?: Partial<HttpLimits>;
};

/** A model behind an endpoint of this machine. */
export function httpModel(url: string, { entry, limits, ...options }: HttpModelChanges = {}) {
  return createHttpModel(
    HttpModelSchema.parse({ adapter: 'http', id: 'vendor', version: '1', url, ...entry }),
    {
      secrets: createSecrets(testSecrets),
      allowPrivate: true,
      datasetStore: createMemoryStore(),
      beside: {},
      field: 'models[0]',
      limits: { ...httpLimits, pollMs: 5, ...limits },
      ...options,
    },
  );
}

/** OAuth2 with the secrets above. */
export function oauthAt(origin: string): NonNullable<HttpModel['auth']> {
  return {
    type: 'oauth2',
    tokenUrl: `${origin}/token`,
    clientId: 'env:CLIENT',
    clientSecret: 'env:CLIENT_SECRET',
    scope: 'screen',
  };
}
