import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { createStubAnswers } from './stub-answer.ts';

/**
 * A vendor's endpoint for benchmarks, in a process of its own: answers by the vendor contract after `--delay-ms`, always
 * with `--answer-bytes` bytes. It reads no more of a request than its case id. Prints its address; ends with its
 * standard input, and then prints how many requests it served and the CPU time that they took.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'delay-ms': { type: 'string', default: '0' },
    'answer-bytes': { type: 'string', default: '1500' },
  },
});
const delayMs = Number(values['delay-ms']);
const answerOf = createStubAnswers(Number(values['answer-bytes']));
let served = 0;
const caseIdKey = Buffer.from('"caseId":"');

const server = createServer((request, response) => {
  readCaseId(request).then(
    (caseId) => {
      served += 1;
      const body = answerOf(caseId);
      const answer = () => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
        response.end(body);
      };
      if (delayMs === 0) answer();
      else setTimeout(answer, delayMs);
    },
    () => response.destroy(),
  );
});
server.keepAliveTimeout = 60_000;
server.listen(Number(values.port), '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.stdin.resume().on('end', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpuSeconds = (userCPUTime + systemCPUTime) / 1_000_000;
  process.stdout.write(`${JSON.stringify({ served, cpuSeconds })}\n`, () => process.exit(0));
});

/** Takes in the whole body, as a vendor would; an id needs no unescaping. */
async function readCaseId(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  const start = body.indexOf(caseIdKey);
  if (start === -1) return 'unknown';
  const from = start + caseIdKey.length;
  return body.toString('utf8', from, body.indexOf('"', from));
}
