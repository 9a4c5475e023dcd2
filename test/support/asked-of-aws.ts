/** A request to a service of AWS, as IAM sees it. */
export interface AskedOfAws {
  /** Whose key signed it. */
  by: string;
  /** `s3:GetObject` */
  action: string;
  /** Bucket and key, table, or key. */
  resource: string;
  /** Of a table, the partition that it is about. */
  partition?: string | undefined;
}

/** Who signed a request: a key's id. */
export function signerOf(authorization: string | undefined): string {
  return /Credential=([^/]+)\//u.exec(authorization ?? '')?.[1] ?? 'nobody';
}

/** What a call of S3 by path (`GET /bucket/key?…`) takes of permissions. @throws {Error} on a call that is not known */
export function actionOfS3(call: string): Pick<AskedOfAws, 'action' | 'resource'> {
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
