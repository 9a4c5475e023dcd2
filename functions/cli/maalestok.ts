#!/usr/bin/env -S node --max-semi-space-size=16
import { enableCompileCache } from 'node:module';
import { Command } from 'commander';
import { exitCodeOf, renderError } from './exit.ts';
import { datasetCommands } from './usage/dataset.ts';
import { exchangeCommands } from './usage/exchange.ts';
import { labelsCommands } from './usage/labels.ts';
import { makeDataCommands } from './usage/make-data.ts';
import { publishingCommands } from './usage/publishing.ts';
import { referenceCommands } from './usage/reference.ts';
import { runCommands } from './usage/runs.ts';
import { servingCommands } from './usage/serving.ts';
import { signingCommands } from './usage/signing.ts';
import { vendorCommands } from './usage/vendor.ts';

// Whoever reads what is printed may stop reading: a run goes on, and its report is written.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// What a command loads was compiled before: it begins in a third of the time.
enableCompileCache();

const program = new Command('maalestok')
  .description('Measures AI models that screen Danish building applications.')
  .version('0.1.0')
  .showHelpAfterError('(see --help)')
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })
  .exitOverride();

// The order in which --help lists them. What a command needs is loaded when it is called.
for (const add of [
  runCommands,
  signingCommands,
  publishingCommands,
  servingCommands,
  vendorCommands,
  exchangeCommands,
  datasetCommands,
  makeDataCommands,
  labelsCommands,
  referenceCommands,
])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  const text = renderError(error);
  if (text !== '') process.stderr.write(`${text}\n`);
  process.exitCode = exitCodeOf(error);
}
