import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A model in a process of its own that answers each case by the vendor contract, `delayMs` after the request has come,
 * with about `answerBytes` bytes. Tells its port and then, on any message, what it has seen, over the process channel.
 */
const [delayMs, answerBytes] = [Number(process.argv[2]), Number(process.argv[3])];
const filler = 'Afstanden til skel fremgår ikke af situationsplanen. ';
const findings = Array.from({ length: Math.max(1, Math.round(answerBytes / 500)) }, (_, at) => ({
  findingId: `f${at + 1}`,
  text: filler.repeat(6),
  code: 'situationsplan',
  citations: ['BR18 § 10, stk. 1, nr. 2'],
  evidence: [{ documentId: 'situationsplan', page: 1 }],
}));
const tail = `,"status":"answered","findings":${JSON.stringify(findings)}}`;

const seen = { requests: 0, answerBytes: 0, mostInFlight: 0, serviceMs: 0 };
let inFlight = 0;

/** Requests that wait for their time, in the order in which they came: the delay is the same for all. */
const waiting: { dueMs: number; reply: () => void }[] = [];

function answerDue(): void {
  while (waiting.length > 0 && waiting[0]!.dueMs <= performance.now()) waiting.shift()!.reply();
  if (waiting.length === 0) return;
  // A timer is up to a millisecond late: the last one is waited for in turns of the event loop.
  const leftMs = waiting[0]!.dueMs - performance.now();
  if (leftMs > 1.5) setTimeout(answerDue, Math.floor(leftMs - 1));
  else setImmediate(answerDue);
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const came = performance.now();
  inFlight += 1;
  seen.requests += 1;
  seen.mostInFlight = Math.max(seen.mostInFlight, inFlight);
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (text: string) => {
    body += text;
  });
  request.on('end', () => {
    const caseId = /"caseId":"([^"]{1,128})"/u.exec(body)?.[1] ?? '';
    const text = `{"caseId":${JSON.stringify(caseId)}${tail}`;
    const reply = () => {
      inFlight -= 1;
      seen.answerBytes += Buffer.byteLength(text);
      seen.serviceMs += performance.now() - came;
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
    };
    waiting.push({ dueMs: came + delayMs, reply });
    if (waiting.length === 1) answerDue();
  });
}

const server = createServer({ keepAliveTimeout: 60_000 }, answer);
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', () => process.send?.(seen));
process.on('disconnect', () => process.exit());
