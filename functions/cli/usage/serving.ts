import type { Command } from 'commander';

/** The API on one machine. */
export function servingCommands(program: Command): void {
  const serve = program
    .command('serve')
    .description(
      'the API of runs and submissions on one machine, with SQLite and files; on this machine only unless told',
    )
    .option('--data <folder>', 'where registry, data sets, submissions and runs are kept', 'maalestok-data')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <n>', 'port to listen on; 0 takes any that is free', '4700')
    .option('--public-url <url>', 'where others reach it, behind a proxy')
    .option('--max-run-cost <dkk>', 'what any run may cost, in DKK (absent: no bound)')
    .option('--issuer <url>', "whose tokens are accepted (absent: this machine's own)")
    .option('--audience <id>', 'the client that tokens must be for')
    .option('--jwks <url>', "the issuer's keys (absent: its /.well-known/jwks.json)")
    .action(async (options) => (await import('../serve.ts')).serve(options));

  serve
    .command('token')
    .description("print a token that this machine's server accepts")
    .requiredOption('--as <party>', 'operator, municipality:ID or vendor:ID')
    .option('--hours <n>', 'how long it is valid', '8')
    .option('--subject <name>', 'who uses it, for the audit log (absent: your user name here)')
    .action(async (options) => (await import('../serve.ts')).serveToken(options));
}
