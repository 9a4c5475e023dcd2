import type { Fault } from './fault.ts';
import { type Reply, replyProblem, withText } from './reply.ts';

const page = '<!doctype html><title>Login</title><p>Log ind for at fortsætte.</p>';
const byteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf);

/** Faults in how an answer is sent. */
export const replyFaults = {
  slow: {
    da: 'svarer først efter lang tid (--slow-ms)',
    en: 'answers only after a long time (--slow-ms)',
    slow: true,
  },
  hang: { da: 'svarer aldrig', en: 'never answers', reply: (reply) => ({ ...reply, manner: 'hang' }) },
  drip: {
    da: 'sender en byte ad gangen',
    en: 'sends a byte at a time',
    reply: (reply) => ({ ...reply, manner: 'drip' }),
  },
  truncated: {
    da: 'afbryder midt i svaret',
    en: 'breaks off in the middle of the answer',
    reply: (reply) => ({ ...reply, manner: 'truncated' }),
  },
  reset: {
    da: 'lukker forbindelsen uden svar',
    en: 'closes the connection without an answer',
    reply: (reply) => ({ ...reply, manner: 'reset' }),
  },
  'error-500': {
    da: 'fejler med 500',
    en: 'fails with 500',
    reply: () => replyProblem(500, 'Internal error', 'The mock fails on demand.'),
  },
  throttle: {
    da: 'har travlt: 429 med Retry-After',
    en: 'is busy: 429 with Retry-After',
    reply: () => busy('1'),
  },
  'bad-retry-after': {
    da: 'har travlt: 429 med en Retry-After, der ikke kan læses',
    en: 'is busy: 429 with a Retry-After that cannot be read',
    reply: () => busy('soon'),
  },
  redirect: {
    da: 'henviser til en adresse, der ikke findes',
    en: 'redirects to an address that does not exist',
    reply: () => redirectTo('/elsewhere'),
  },
  'foreign-redirect': {
    da: 'henviser til en anden maskine',
    en: 'redirects to another machine',
    reply: () => redirectTo('https://elsewhere.invalid/screen'),
  },
  html: {
    da: 'svarer 200 med en HTML-side',
    en: 'answers 200 with an HTML page',
    reply: (reply) => withText(reply, page, 'text/html; charset=utf-8'),
  },
  'wrong-content-type': {
    da: 'kalder JSON text/plain',
    en: 'calls JSON text/plain',
    reply: (reply) => withType(reply, 'text/plain; charset=utf-8'),
  },
  'wrong-charset': {
    da: 'kalder UTF-8 for iso-8859-1',
    en: 'calls UTF-8 iso-8859-1',
    reply: (reply) => withType(reply, 'application/json; charset=iso-8859-1'),
  },
  'bad-utf8': {
    da: 'sender Latin-1 og kalder det UTF-8',
    en: 'sends Latin-1 and calls it UTF-8',
    reply: (reply) => ({ ...reply, body: Buffer.from(Buffer.from(reply.body).toString('utf8'), 'latin1') }),
  },
  bom: {
    da: 'sætter et byte order mark foran',
    en: 'puts a byte order mark in front',
    reply: (reply) => ({ ...reply, body: Buffer.concat([byteOrderMark, reply.body]) }),
  },
  'fenced-json': {
    da: 'sætter JSON i en Markdown-blok med ord foran',
    en: 'puts JSON in a Markdown block with words before it',
    reply: (reply) =>
      withText(reply, `Her er svaret:\n\`\`\`json\n${Buffer.from(reply.body).toString('utf8')}\n\`\`\``),
  },
  huge: {
    da: 'sender et svar på 10 MB',
    en: 'sends an answer of 10 MB',
    reply: (reply) => withText(reply, JSON.stringify({ padding: 'x'.repeat(10_000_000) })),
  },
} as const satisfies Record<string, Fault>;

function busy(retryAfter: string): Reply {
  const reply = replyProblem(429, 'Too many requests', 'The mock is busy on demand.');
  return { ...reply, headers: { ...reply.headers, 'retry-after': retryAfter } };
}

function redirectTo(location: string): Reply {
  return { status: 307, headers: { location }, body: new Uint8Array() };
}

function withType(reply: Reply, contentType: string): Reply {
  return { ...reply, headers: { ...reply.headers, 'content-type': contentType } };
}
