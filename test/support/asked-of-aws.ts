import { z } from 'zod';
import { account } from '../infra/support/resolve-values.ts';
import type { WireRequest } from './wire-server.ts';

/** A request to a service of AWS, as IAM sees it. */
export interface AskedOfAws {
  /** Whose key signed it. */
  by: string;
  /** `s3:GetObject` */
  action: string;
  /** Bucket and key, table, or key; of other services an ARN. */
  resource: string;
  /** Of a table, the partition that it is about. */
  partition?: string | undefined;
}

type Asked = Pick<AskedOfAws, 'action' | 'resource'>;

/** Who signed a request, by its header or by its address: a key's id. */
export function signerOf(authorization: string | undefined): string {
  return /Credential=([^/]+)\//u.exec(authorization ?? '')?.[1] ?? 'nobody';
}

/** What a call of S3 by path (`GET /bucket/key?…`) takes of permissions. @throws {Error} on a call that is not known */
export function actionOfS3(call: string): Asked {
  const [, method, path = '', query = ''] = /^(\w+) \/([^?]*)\??(.*)$/u.exec(call) ?? [];
  const resource = path.replace(/\/$/u, '');
  if (method === 'GET' && query.includes('list-type=2')) return { action: 's3:ListBucket', resource };
  if (method === 'DELETE' && query.includes('uploadId='))
    return { action: 's3:AbortMultipartUpload', resource };
  const actions = {
    GET: 's3:GetObject',
    PUT: 's3:PutObject',
    POST: 's3:PutObject',
    DELETE: 's3:DeleteObject',
  };
  const action = Object.entries(actions).find(([name]) => name === method)?.[1];
  if (action === undefined || !resource.includes('/'))
    throw new Error(`Cannot tell what this takes: ${call}`);
  return { action, resource };
}

const MachineSchema = z.union([
  z.looseObject({ stateMachineArn: z.string() }).transform((body) => body.stateMachineArn),
  z.looseObject({ executionArn: z.string() }).transform((body) => body.executionArn),
]);
const SecretSchema = z.looseObject({ SecretId: z.string() });

const targetOf = (headers: WireRequest['headers']) => String(headers['x-amz-target']).replace(/^.*\./u, '');

/** By the service that a request is signed for, what it takes. */
const services: Record<string, (request: WireRequest, region: string) => Asked> = {
  states: ({ headers, body }) => ({
    action: `states:${targetOf(headers)}`,
    resource: MachineSchema.parse(JSON.parse(body)),
  }),
  lambda({ path }, region) {
    const name = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/u.exec(path)?.[1];
    if (name === undefined) throw new Error(`Cannot tell what this takes: ${path}`);
    const arn = `arn:aws:lambda:${region}:${account}:function:${name}`;
    return { action: 'lambda:InvokeFunction', resource: name.startsWith('arn:') ? name : arn };
  },
  secretsmanager({ headers, body }, region) {
    const { SecretId } = SecretSchema.parse(JSON.parse(body));
    const action = `secretsmanager:${targetOf(headers)}`;
    // Secrets Manager puts a hyphen and six characters of its own behind each name.
    const arn = `arn:aws:secretsmanager:${region}:${account}:secret:${SecretId}-a1B2c3`;
    return { action, resource: SecretId.startsWith('arn:') ? SecretId : arn };
  },
  bedrock({ path }, region) {
    const model = /^\/model\/(.+)\/converse$/u.exec(path)?.[1];
    if (model === undefined) throw new Error(`Cannot tell what this takes: ${path}`);
    const profile = `arn:aws:bedrock:${region}:${account}:inference-profile/${model}`;
    const own = `arn:aws:bedrock:${region}::foundation-model/${model}`;
    const named = /^(?:eu|us|us-gov|apac|jp|au|global)\./u.test(model) ? profile : own;
    return { action: 'bedrock:InvokeModel', resource: model.startsWith('arn:') ? model : named };
  },
};

/** A request to Step Functions, Lambda, Secrets Manager or Bedrock, as IAM sees it. @throws {Error} on one that is not known */
export function askedOverWire(request: WireRequest): AskedOfAws {
  const authorization = String(request.headers.authorization);
  const [, region = '', service = ''] =
    /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//u.exec(authorization) ?? [];
  const read = services[service];
  if (read === undefined) throw new Error(`Cannot tell what this takes: ${request.path} of "${service}"`);
  return { by: signerOf(authorization), ...read(request, region) };
}
