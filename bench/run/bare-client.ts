import { Agent } from 'undici';
import { makeCase } from './make-dataset.ts';

/**
 * A process that does nothing but post cases it made before and read the answers, by the same HTTP library: what no
 * client can be faster than here. Prints milliseconds from the first request to the last answer.
 */
const [url, cases, bytes, concurrency] = process.argv.slice(2);
const { origin } = new URL(url!);
const bodies = Array.from({ length: Number(cases) }, (_, index) =>
  JSON.stringify({ case: makeCase(index, Number(bytes)) }),
);
const agent = new Agent({ headersTimeout: 0 });
let next = 0;

async function ask(): Promise<void> {
  while (next < bodies.length) {
    const body = bodies[next++]!;
    const headers = { 'content-type': 'application/json' };
    const reply = await agent.request({ origin, path: '/', method: 'POST', headers, body });
    JSON.parse(await reply.body.text());
  }
}

const started = performance.now();
await Promise.all(Array.from({ length: Number(concurrency) }, ask));
console.log(performance.now() - started);
await agent.close();
