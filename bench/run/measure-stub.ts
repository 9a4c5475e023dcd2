import { parseArgs } from 'node:util';
import { Agent, request } from 'undici';
import { spawnStubServer } from './spawn-stub-server.ts';

/** How many requests a second the stub serves: what it does not serve, no benchmark against it can show. */
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '30000' },
    connections: { type: 'string', default: '64' },
    'request-bytes': { type: 'string', default: '6000' },
    'answer-bytes': { type: 'string', default: '1500' },
    'delay-ms': { type: 'string', default: '0' },
  },
});
const [requests, connections] = [Number(values.requests), Number(values.connections)];
const answerBytes = Number(values['answer-bytes']);
const server = await spawnStubServer({ delayMs: Number(values['delay-ms']), answerBytes });
const dispatcher = new Agent({ connections, pipelining: 1 });
const filler = 'x'.repeat(Math.max(0, Number(values['request-bytes']) - 60));
let next = 0;
let wrong = 0;

async function askInTurn(): Promise<void> {
  while (next < requests) {
    next += 1;
    const caseId = `case-${String(next).padStart(8, '0')}`;
    const body = `{"case":{"caseId":"${caseId}","text":"${filler}"}}`;
    const answer = await request(server.url, { method: 'POST', body, dispatcher });
    const text = await answer.body.text();
    if (Buffer.byteLength(text) !== answerBytes || !text.startsWith(`{"caseId":"${caseId}"`)) wrong += 1;
  }
}

const started = performance.now();
await Promise.all(Array.from({ length: connections }, askInTurn));
const seconds = (performance.now() - started) / 1000;
await dispatcher.close();
const { served, cpuSeconds } = await server.stop();
process.stdout.write(
  `${requests} requests, ${connections} at once: ${seconds.toFixed(2)} s, ${Math.round(requests / seconds)} a second; ${wrong} wrong. ` +
    `The stub: ${Math.round(served / cpuSeconds)} a second of CPU time\n`,
);
