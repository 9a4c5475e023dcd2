// Prints the page on standard input as PDF to standard output, as a function does that starts for the first time.
import { readFileSync, writeSync } from 'node:fs';
import { openPrinter } from '../../functions/print/open-printer.ts';

const printer = await openPrinter();
const pdf = await printer.print(readFileSync(0, 'utf8'));
await printer[Symbol.asyncDispose]();
for (let at = 0; at < pdf.length; ) at += writeSync(1, pdf, at);
