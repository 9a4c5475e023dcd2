import { IdSchema } from '../../datasets/case.ts';
import { checkValue } from '../../datasets/parse-line.ts';
import { HttpModelSchema, type SuiteModel } from '../../evals/suite-model.ts';
import { createSecrets } from '../adapters/secrets.ts';
import { authHeaders } from '../vendor/check/auth-headers.ts';
import { createTransport } from '../vendor/check/create-transport.ts';
import { probeModel } from '../vendor/check/probe-model.ts';
import { type AuthOptions, readAuth } from './read-auth.ts';
import { readUrl } from './read-vendor-options.ts';

export interface EndpointOptions extends AuthOptions {
  id?: string;
  modelVersion?: string;
  allowPrivate?: boolean;
}

/** The endpoint as a suite would name it; what the flags do not say, the endpoint is asked. @throws {InputError} */
export async function findEndpointModel(
  endpoint: string,
  options: EndpointOptions,
  timeoutMs: number,
): Promise<SuiteModel> {
  const url = readUrl('--endpoint', endpoint);
  const auth = readAuth(options);
  const allowPrivate = options.allowPrivate ?? false;
  const { headers, secrets } = await authHeaders(auth, { secrets: createSecrets(), allowPrivate });
  const transport = createTransport({ allowPrivate });
  try {
    const settings = { url, transport, auth: headers, secrets, timeoutMs, slowMs: timeoutMs };
    const told = await probeModel(settings);
    const model = {
      adapter: 'http',
      id: options.id ?? IdSchema.safeParse(told.id).data ?? 'endpoint',
      version: options.modelVersion ?? (told.version || 'unknown'),
      url: url.href,
      ...(auth === undefined ? {} : { auth }),
    };
    return checkValue(model, HttpModelSchema, {});
  } finally {
    await transport.close();
  }
}
