import type { OutgoingHttpHeaders } from 'node:http';
import type { Reply } from './faulty-server.ts';

/** Status, headers and body as they are. */
export function reply(status: number, headers: OutgoingHttpHeaders = {}, body: string | Buffer = ''): Reply {
  return ({ response }) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

/** The usual answer, changed; `undefined` takes a field away. */
export function answer(changes: Record<string, unknown>, headers: OutgoingHttpHeaders = {}): Reply {
  return (told) => {
    const body = JSON.stringify({ caseId: told.caseId, findings: [], ...changes });
    reply(200, { 'content-type': 'application/json', ...headers }, body)(told);
  };
}

/** The body that a text makes of the case's id. */
export function body(make: (caseId: string) => string | Buffer, headers: OutgoingHttpHeaders = {}): Reply {
  return (told) => reply(200, { 'content-type': 'application/json', ...headers }, make(told.caseId))(told);
}

/** Bytes on the bare socket; then it is closed, cut, or left open. */
export function raw(bytes: string, then: 'end' | 'cut' | 'stay' = 'end'): Reply {
  return ({ socket }) => {
    socket.write(bytes, () => {
      if (then === 'end') socket.end();
      if (then === 'cut') socket.resetAndDestroy();
    });
  };
}

/** A problem by RFC 9457. */
export function problem(status: number, title: string, headers: OutgoingHttpHeaders = {}): Reply {
  return reply(status, { 'content-type': 'application/problem+json', ...headers }, JSON.stringify({ title }));
}

export function redirect(status: number, location: string | ((origin: string) => string)): Reply {
  return (told) =>
    reply(status, { location: typeof location === 'string' ? location : location(told.origin) })(told);
}

/** 202 and where to ask. */
export function accepted(location: string, headers: OutgoingHttpHeaders = { 'retry-after': '0' }): Reply {
  return reply(202, { location, ...headers });
}

export const hang: Reply = () => undefined;

/** A byte now and then, without end. */
export const drip: Reply = ({ response, socket }) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  socket.on('close', () => clearInterval(timer));
};

/** A header now and then, without end. */
export const dripHeaders: Reply = ({ socket }) => {
  socket.write('HTTP/1.1 200 OK\r\n');
  const timer = setInterval(() => socket.write('x-a: b\r\n'), 20);
  socket.on('close', () => clearInterval(timer));
};

export function times(count: number, each: Reply): Reply[] {
  return Array.from({ length: count }, () => each);
}
