import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiEventAnswer } from '../../functions/handlers/api-event.ts';

export interface Gateway {
  url: string;
  close(): Promise<void>;
}

/** Calls a function for each request, as an HTTP API with payload format 2.0 does. */
export async function startHttpApiGateway(
  handler: (event: unknown) => Promise<ApiEventAnswer>,
): Promise<Gateway> {
  const server = createServer(async (from, to) => {
    try {
      const { statusCode, headers, body, isBase64Encoded } = await handler(await eventOf(from));
      to.writeHead(statusCode, headers);
      to.end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
    } catch (error) {
      to.writeHead(500, { 'content-type': 'application/json' });
      to.end(JSON.stringify({ message: 'Internal Server Error', told: String(error) }));
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The event of a request, as `test/functions/handlers/events` has them. */
async function eventOf(request: IncomingMessage): Promise<object> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(',')]),
  );
  const text = /json|text/u.test(headers['content-type'] ?? '');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query.join('?'),
    headers,
    ...(body.length === 0 ? {} : { body: body.toString(text ? 'utf8' : 'base64') }),
    requestContext: {
      accountId: '123456789012',
      apiId: 'api123',
      domainName: 'api123.execute-api.eu-central-1.amazonaws.com',
      domainPrefix: 'api123',
      http: {
        method: request.method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: '192.0.2.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: '29/Nov/2026:08:00:00 +0000',
      timeEpoch: 1795939200000,
    },
    isBase64Encoded: body.length > 0 && !text,
  };
}
