import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as the server saw it. */
export interface Seen {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Told extends Seen {
  response: ServerResponse;
  socket: Socket;
  /** Of the case that was posted last. */
  caseId: string;
  origin: string;
}

/** What the server does with one request. */
export type Reply = (told: Told) => void;

export interface FaultyServer {
  origin: string;
  port: number;
  seen: Seen[];
  /** What to do with the next requests, in turn; the others are answered well. */
  queue(...replies: Reply[]): void;
  /** Connections that are open now. */
  connections(): number;
  /** Resolves when none is open. */
  untilIdle(): Promise<void>;
  close(): Promise<void>;
}

/** A token at `/token`, an answer anywhere else. */
export const answerWell: Reply = ({ response, caseId, path }) => {
  const token = { access_token: 'usual', token_type: 'Bearer', expires_in: 3600 };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(path === '/token' ? token : { caseId, findings: [] }));
};

/**
 * A real server on this machine that does what it is told to, request by request.
 * @param at the port; 0: any that is free
 */
export async function startFaultyServer(at = 0): Promise<FaultyServer> {
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  let queued: Reply[] = [];
  let idle: (() => void)[] = [];
  let caseId = '';
  const server = createServer({ maxHeaderSize: 65_536 }, async (request, response) => {
    const parts: Buffer[] = [];
    try {
      for await (const part of request) parts.push(part as Buffer);
    } catch {
      return;
    }
    const body = Buffer.concat(parts).toString();
    const { method = '', url: path = '', headers, socket } = request;
    seen.push({ method, path, headers, body });
    if (body.startsWith('{')) caseId = JSON.parse(body).case.caseId;
    const reply = queued.shift() ?? answerWell;
    reply({ method, path, headers, body, response, socket, caseId, origin });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) for (const tell of idle.splice(0)) tell();
    });
  });
  await new Promise<void>((done) => server.listen(at, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    port,
    seen,
    queue(...replies) {
      queued = replies;
    },
    connections: () => sockets.size,
    untilIdle: () => new Promise((done) => (sockets.size === 0 ? done() : idle.push(done))),
    async close() {
      idle = [];
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
