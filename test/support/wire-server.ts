import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  createServer as createHttp2Server,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface WireRequest {
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface WireReply {
  status?: number;
  headers?: Record<string, string>;
  body?: string | object;
  /** Sends this many bytes of the body and breaks off. */
  breakAt?: number;
}

/** What a server does with a request: null, and it never answers. */
export type WireHandler = (request: WireRequest, index: number) => WireReply | null;

export interface WireServer {
  url: string;
  requests: WireRequest[];
  close(): Promise<void>;
}

/** A server on 127.0.0.1 that records what it is asked. `http2`: without TLS, as the Bedrock client speaks to `http:`. */
export async function startWireServer(handler: WireHandler, { http2 = false } = {}): Promise<WireServer> {
  const requests: WireRequest[] = [];
  const sockets = new Set<{ destroy(): void }>();
  const listener = async (
    request: IncomingMessage | Http2ServerRequest,
    response: ServerResponse | Http2ServerResponse,
  ): Promise<void> => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return; // The client went away.
    }
    const taken = {
      path: decodeURIComponent(request.url ?? ''),
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    const reply = handler(taken, requests.push(taken) - 1);
    if (reply === null) return;
    const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? {});
    response.statusCode = reply.status ?? 200;
    const type = { 'content-type': 'application/json' };
    for (const [name, value] of Object.entries({ ...type, ...reply.headers }))
      response.setHeader(name, value);
    if (reply.breakAt === undefined) response.end(body);
    else {
      response.setHeader('content-length', String(Buffer.byteLength(body)));
      (response as ServerResponse).write(body.slice(0, reply.breakAt), () => request.socket.destroy());
    }
  };
  const server = http2 ? createHttp2Server(listener) : createServer(listener);
  const keep = (socket: { destroy(): void; once(event: 'close', then: () => void): void }) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  };
  server.on('connection', keep).on('session', keep);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
