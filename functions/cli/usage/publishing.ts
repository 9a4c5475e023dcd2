import type { Command } from 'commander';
import { language, signedBy } from './flags.ts';

/** What of results everybody may see. */
export function publishingCommands(program: Command): void {
  program
    .command('publish')
    .description(
      'put what of a signed run everybody may see into a folder, with the consents; refuses practice runs and open findings of the gate',
    )
    .argument('[run]', "a run's folder; left out with --withdraw")
    .requiredOption('--to <folder>', 'where publications are kept: what leaderboards are built from')
    .option('--consent <file>', 'consents of the vendors (YAML)')
    .option('--withdraw <model>', 'take a model out of every publication there')
    .option('--date <date>', 'day of the publication or withdrawal (absent: today)')
    .option('--key <file>', 'the public key that the run must be signed with (PEM or Base64)')
    .option(...signedBy)
    .action(async (run, options) => (await import('../publish.ts')).publish(run, options));

  program
    .command('leaderboard')
    .description('a static site over published results')
    .command('build')
    .description('build the site, in Danish and under en/ in English: one board a comparability key')
    .argument('<folder>', 'where `maalestok publish` keeps publications')
    .requiredOption('--out <site>', 'the folder of the site; all of it is replaced')
    .option('--base-url <url>', 'where the site will lie: adds the Atom feeds, whose ids are absolute')
    .option('--key <file>', 'the public key that all publications must be signed with (PEM or Base64)')
    .option(...language)
    .action(async (folder, options) => (await import('../leaderboard.ts')).buildLeaderboard(folder, options));
}
