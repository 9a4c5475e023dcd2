import { type Fault, shortMs } from './fault.ts';
import { answer, drip, dripHeaders, hang, raw, reply, times } from './replies.ts';

const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

/** Connections that break, stall or speak something else. */
export const connectionFaults: Fault[] = [
  {
    name: 'resets the connection before it answers',
    replies: times(3, raw('', 'cut')),
    status: 'failed',
    kind: 'network',
    attempts: 3,
  },
  { name: 'resets the connection once', replies: [raw('', 'cut')], status: 'answered', attempts: 2 },
  {
    name: 'closes the connection before it answers',
    replies: times(3, raw('')),
    status: 'failed',
    kind: 'network',
    attempts: 3,
  },
  {
    name: 'resets the connection in the middle of its answer',
    replies: times(3, raw(`${head}content-length: 500\r\n\r\n{"caseId":`, 'cut')),
    status: 'failed',
    kind: 'network',
    attempts: 3,
  },
  {
    name: 'says that its answer is longer than it is',
    replies: times(3, raw(`${head}content-length: 500\r\n\r\n{"caseId":"c1","findings":[]}`)),
    status: 'failed',
    kind: 'network',
    attempts: 3,
  },
  {
    name: 'says that its answer is shorter than it is',
    replies: [raw(`${head}content-length: 10\r\n\r\n{"caseId":"c1","findings":[]}`)],
    status: 'invalid',
    kind: 'not-json',
  },
  {
    name: 'sends chunks that are none',
    replies: times(3, raw(`${head}transfer-encoding: chunked\r\n\r\nzz\r\n{"caseId"\r\n`)),
    status: 'failed',
    kind: 'protocol',
    attempts: 3,
  },
  {
    name: 'speaks no HTTP',
    replies: times(3, raw('220 mail.example ESMTP\r\n')),
    status: 'failed',
    kind: 'protocol',
    attempts: 3,
  },
  {
    name: 'changes the protocol unasked',
    replies: times(3, raw('HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n')),
    status: 'failed',
    kind: 'network',
    attempts: 3,
  },
  {
    name: 'sends headers without end',
    replies: [raw(`${head}${'x-filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(2000)}`, 'stay')],
    status: 'failed',
    kind: 'too-large',
  },
  { name: 'never answers', replies: [hang], status: 'timedOut', kind: 'timeout', timeoutMs: shortMs },
  {
    name: 'begins its headers and stops',
    replies: [raw('HTTP/1.1 200 OK\r\ncontent-', 'stay')],
    status: 'timedOut',
    kind: 'timeout',
    timeoutMs: shortMs,
  },
  {
    name: 'lets its headers drip until the time is over',
    replies: [dripHeaders],
    status: 'timedOut',
    kind: 'timeout',
    timeoutMs: shortMs,
  },
  {
    name: 'lets its answer drip until the time is over',
    replies: [drip],
    status: 'timedOut',
    kind: 'timeout',
    timeoutMs: shortMs,
  },
  {
    name: 'lets its answer drip for longer than an answer may take',
    replies: [drip],
    status: 'failed',
    kind: 'too-slow',
    limits: { bodyMs: 100 },
  },
  {
    name: 'begins its answer and stops until the time is over',
    replies: [raw(`${head}content-length: 500\r\n\r\n{"caseId":`, 'stay')],
    status: 'timedOut',
    kind: 'timeout',
    timeoutMs: shortMs,
  },
  {
    name: 'says that it sends 50 MB',
    replies: [reply(200, { 'content-length': '50000000' }, '{')],
    status: 'failed',
    kind: 'too-large',
  },
  {
    name: 'sends 50 MB without saying so',
    replies: [
      ({ response }) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const block = Buffer.alloc(1_000_000, ' ');
        for (let sent = 0; sent < 50; sent += 1) response.write(block);
        response.end();
      },
    ],
    status: 'failed',
    kind: 'too-large',
  },
  {
    name: 'tells early hints before its answer',
    replies: [
      (told) => {
        told.socket.write('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n');
        answer({})(told);
      },
    ],
    status: 'answered',
  },
];
