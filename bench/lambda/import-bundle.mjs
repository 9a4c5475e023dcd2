// Imports a bundle in a clean process and says how long that took; without one, nothing.
import { pathToFileURL } from 'node:url';

const [file] = process.argv.slice(2);
const begun = performance.now();
if (file !== undefined) await import(pathToFileURL(file).href);
process.stdout.write(String(performance.now() - begun));
process.exit(0);
