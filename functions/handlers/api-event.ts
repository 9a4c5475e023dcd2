import { gzipSync } from 'node:zlib';
import { z } from 'zod';

/** What of an event of an HTTP API (payload format 2.0) is used. Cookies are nobody's way in. */
export const ApiEventSchema = z.object({
  version: z.literal('2.0'),
  rawPath: z.string(),
  rawQueryString: z.string().default(''),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    domainName: z.string(),
    http: z.object({ method: z.string(), sourceIp: z.string() }),
  }),
});
export type ApiEvent = z.infer<typeof ApiEventSchema>;

/** What an HTTP API is answered. */
export interface ApiEventAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
  isBase64Encoded: boolean;
}

/** A function's answer may have 6 MB. */
const mostBytes = 6_000_000;
/** Beyond it an answer is packed, where whoever asks takes that. */
const packedBytes = 500_000;

export function toRequest(event: ApiEvent): Request {
  const { domainName, http } = event.requestContext;
  const url = new URL(`https://${domainName}/`);
  url.pathname = event.rawPath;
  url.search = event.rawQueryString;
  const headers = new Headers(event.headers);
  if (event.body === undefined) return new Request(url, { method: http.method, headers });
  const body = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
  // Counted anew: the gateway may have taken the body apart.
  headers.set('content-length', String(body.length));
  return new Request(url, { method: http.method, headers, body });
}

/** @throws {RangeError} where it is too large for a function to answer */
export async function toAnswer(response: Response, event: ApiEvent): Promise<ApiEventAnswer> {
  const headers = Object.fromEntries(response.headers);
  const bytes = Buffer.from(await response.arrayBuffer());
  const packs = /\bgzip\b/u.test(event.headers['accept-encoding'] ?? '');
  if (bytes.length > packedBytes && packs) {
    const body = gzipSync(bytes).toString('base64');
    return {
      statusCode: response.status,
      headers: { ...headers, 'content-encoding': 'gzip' },
      body,
      isBase64Encoded: true,
    };
  }
  if (bytes.length > mostBytes)
    throw new RangeError(`An answer of ${bytes.length} bytes is more than a function may give`);
  return { statusCode: response.status, headers, body: bytes.toString('utf8'), isBase64Encoded: false };
}
