// Runs a handler's bundle in this process, as a warm function of Lambda: FILE. An event a line comes in; what it answers goes to descriptor 3.
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { handler } = await import(pathToFileURL(process.argv[2]).href);
const tell = (reply) => {
  let rest = Buffer.from(`${JSON.stringify(reply)}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(3, rest));
    } catch (error) {
      // Whoever reads is slower than the pipe is wide.
      if (error.code !== 'EAGAIN') throw error;
    }
  }
};
for await (const line of createInterface({ input: process.stdin })) {
  try {
    tell({ answer: (await handler(JSON.parse(line), { getRemainingTimeInMillis: () => 29_000 })) ?? null });
  } catch (error) {
    tell({ errorType: error.name, errorMessage: error.message });
  }
}
process.exit(0);
