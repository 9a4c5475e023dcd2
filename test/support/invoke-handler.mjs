// Runs a handler's bundle in this process, as Lambda would: FILE EVENT MILLISECONDS. What it answers goes to descriptor 3.
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [file, event, milliseconds] = process.argv.slice(2);
const end = performance.now() + Number(milliseconds);
const context = { getRemainingTimeInMillis: () => Math.max(0, end - performance.now()) };
const tell = (reply) => writeSync(3, JSON.stringify(reply));
try {
  const { handler } = await import(pathToFileURL(file).href);
  tell({ answer: (await handler(JSON.parse(event), context)) ?? null });
} catch (error) {
  tell({ errorType: error.name, errorMessage: error.message });
}
// Lambda freezes what is left.
process.exit(0);
