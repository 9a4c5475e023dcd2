import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Reply } from './reply.ts';

const dripEveryMs = 200;

/** Sends a reply in its manner: whole, or as badly as a fault wants it. */
export function sendReply(reply: Reply, outgoing: ServerResponse): Response {
  const { status, headers, body, manner } = reply;
  if (manner === undefined) {
    return new Response(status === 204 ? null : new Uint8Array(body), { status, headers });
  }
  if (manner === 'reset') outgoing.destroy();
  if (manner === 'drip' || manner === 'truncated') {
    outgoing.writeHead(status, { ...headers, 'content-length': body.length });
  }
  if (manner === 'drip') drip(body, outgoing);
  if (manner === 'truncated') {
    const half = body.subarray(0, Math.floor(body.length / 2));
    outgoing.write(half, () => outgoing.destroy());
  }
  return RESPONSE_ALREADY_SENT;
}

function drip(body: Uint8Array, outgoing: ServerResponse): void {
  let at = 0;
  const timer = setInterval(() => {
    if (at >= body.length) outgoing.end();
    else outgoing.write(body.subarray(at, at + 1));
    at += 1;
  }, dripEveryMs);
  outgoing.on('close', () => clearInterval(timer));
}
