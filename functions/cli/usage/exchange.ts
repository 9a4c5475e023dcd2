import type { Command } from 'commander';
import { allowPrivate } from './flags.ts';

/** To and from promptfoo, and citations out of a text. */
export function exchangeCommands(program: Command): void {
  program
    .command('export')
    .description("write a suite's models, or a run's answers, as a configuration of promptfoo's")
    .requiredOption('--out <file>', 'the configuration to write (YAML)')
    .option('--format <promptfoo>', 'for which tool', 'promptfoo')
    .option('--suite <file>', 'the suite whose models are to be asked')
    .option('--run <folder>', 'the run whose stored answers are to be shown')
    .option('--no-scores', 'without our scorer: the only way for other splits than practice')
    .option(...allowPrivate)
    .action(async (options) => (await import('../export.ts')).exportTo(options));

  program
    .command('import')
    .description('turn the results of `promptfoo eval -o results.json` into a file of screenings')
    .argument('<results>', "promptfoo's results, JSON or JSONL")
    .option('--out <file>', 'the file of screenings to write (JSONL); absent: standard output')
    .option('--model-version <text>', 'version of the models that do not say theirs', 'promptfoo')
    .action(async (file, options) => (await import('../import.ts')).importResults(file, options));

  program
    .command('cite')
    .description('read the citations in a text')
    .argument('[text]', 'the text')
    .option('--jsonl <file>', 'read lines {"id","text"} and print lines {"id","citations"}')
    .option('--json', 'print JSON')
    .action(async (text, options) => {
      const { cite } = await import('../cite.ts');
      await cite({ ...options, ...(text === undefined ? {} : { text }), out: process.stdout });
    });
}
