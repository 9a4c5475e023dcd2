import type { Command } from 'commander';
import { addCredentials, allowPrivate, clientSecret, language, signedBy } from './flags.ts';

/** For vendors: answers scored, an example server, a check. */
export function vendorCommands(program: Command): void {
  addCredentials(
    program
      .command('practice')
      .description(
        'score your own answers to the practice split (synthetic), from a file or from your endpoint',
      )
      .option('--screenings <file>', 'answers of your model, one JSON object a line')
      .option('--endpoint <url>', 'your endpoint, by the vendor contract')
      .option('--id <id>', 'which model of the file, or what to call the endpoint (absent: it is asked)')
      .option(
        '--model-version <version>',
        'which version the endpoint says that it is (absent: it is asked)',
      ),
  )
    .option(...allowPrivate)
    .option(
      '--timeout-s <n>',
      'seconds for each question; another number than 600 is another protocol',
      '600',
    )
    .option('--out <folder>', 'where runs are kept', 'runs')
    .option(...signedBy)
    .option(...language)
    .action(async (options) => (await import('../practice.ts')).practice(options));

  const vendor = program
    .command('vendor')
    .description('for vendors: an example server, and a check of your own');

  vendor
    .command('mock')
    .description('run an example server of the vendor contract on this machine; faults on demand')
    .option('--port <n>', 'port on 127.0.0.1; 0: any that is free', '8787')
    .option('--fault <name...>', 'what it is to get wrong (see --list-faults)')
    .option('--list-faults', 'list the faults that it can be asked for')
    .option('--delay-ms <n>', 'wait before each answer', '0')
    .option('--slow-ms <n>', 'wait before each answer under the fault slow', '60000')
    .option('--async', 'answer with 202 and a place to fetch the answer')
    .option('--api-key <reference>', 'expect this key in x-api-key: env:NAME')
    .option('--oauth2-client-id <reference>', 'expect a token, given at /token to this client: env:NAME')
    .option(...clientSecret)
    .option(...language)
    .action(async (options) => (await import('../vendor-mock.ts')).vendorMock(options));

  addCredentials(
    vendor
      .command('check')
      .description('check whether an endpoint meets the vendor contract; sends built-in synthetic cases only')
      .argument('<url>', 'where questions are posted'),
  )
    .option(...allowPrivate)
    .option('--timeout-s <n>', 'seconds for each question, with all its waits', '120')
    .option('--slow-s <n>', 'remark on answers that take longer than so many seconds', '30')
    .option('--json', 'print all outcomes as JSON instead of a table')
    .option(...language)
    .action(async (url, options) => (await import('../vendor-check.ts')).vendorCheck(url, options));
}
