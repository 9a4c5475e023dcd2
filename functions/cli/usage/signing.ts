import type { Command } from 'commander';
import { signedBy } from './flags.ts';

/** Whether a result is as it was signed, and whose key signs here. */
export function signingCommands(program: Command): void {
  program
    .command('verify')
    .description(
      'say whether a result or report is as it was signed, and with whose key; exit 1 where it is altered or unsigned',
    )
    .argument('<path>', 'result.json, a file of a report, the folder of a report, or of a run')
    .option('--key <file>', 'the public key that it must be signed with (PEM or Base64)')
    .option('--json', 'print JSON')
    .action(async (path, options) => (await import('../verify.ts')).verify(path, options));

  program
    .command('key')
    .description('print the public key that results are signed with here; makes one on first use')
    .option(...signedBy)
    .option('--json', 'print JSON: with name, fingerprint and where the private key lies')
    .action(async (options) => (await import('../key.ts')).key(options));
}
