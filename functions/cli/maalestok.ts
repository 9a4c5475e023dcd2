#!/usr/bin/env node
import { Command } from 'commander';
import { exitCodeOf, renderError } from './exit.ts';

const program = new Command('maalestok')
  .description('Measures AI models that screen Danish building applications.')
  .showHelpAfterError('(see --help)')
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })
  .exitOverride();

const language = ['--language <da|en>', 'language of the report and of what is printed', 'da'] as const;

program
  .command('run')
  .description('run the models of a suite, score them and write the report; resumes where it was stopped')
  .requiredOption('--suite <file>', 'suite (YAML): which data, which models, which protocol')
  .option('--out <folder>', 'where runs are kept', 'runs')
  .option('--limit <n>', 'only the first n cases')
  .option('--fresh', 'start anew beside an earlier run of the same plan')
  .option('--allow-private', 'call endpoints in private networks and on this machine too')
  .option('--max-cost <DKK>', 'stop before a call that could take the run over this; run again to go on')
  .option('--cache <folder>', 'use answers of earlier runs to the very same questions, and keep new ones')
  .option(...language)
  .action(async (options) => (await import('./run.ts')).run(options));

program
  .command('score')
  .description('score a run again from its stored answers, without asking any model')
  .argument('<run>', "a run's folder")
  .option(
    '--policy <strict|standard|lenient>',
    "matching policy of the headline from now on (absent: the run's)",
  )
  .option(...language)
  .action(async (folder, options) => (await import('./score.ts')).score(folder, options));

program
  .command('report')
  .description('write the report of a scored run')
  .argument('<run>', "a run's folder")
  .option(...language)
  .action(async (folder, options) => (await import('./report.ts')).report(folder, options));

program
  .command('compare')
  .description(
    'lay all models of several runs side by side, tested in pairs; refuses runs that do not compare',
  )
  .argument('<run...>', "two or more runs' folders")
  .option(
    '--measure <f1|precision|recall|critical-recall|false-alarm>',
    'what to compare by (false alarms: lower is better)',
    'f1',
  )
  .option('--json', 'print the comparison as JSON instead of a table')
  .option(...language)
  .action(async (folders, options) => (await import('./compare.ts')).compare(folders, options));

program
  .command('score-file')
  .description('score a file of screenings against files of cases and labels')
  .requiredOption('--cases <file>', 'cases, one JSON object a line')
  .requiredOption('--labels <file>', 'labels, one JSON object a line')
  .requiredOption('--screenings <file>', 'answers of one or more models, one JSON object a line')
  .option('--annotations <file>', "caseworkers' own labels, one JSON object a line: people as the yardstick")
  .option('--policy <strict|standard|lenient>', 'matching policy of the headline', 'standard')
  .option(
    '--practice-labels <file>',
    'labels of other cases: puts the constant list that they teach on the board',
  )
  .option('--taxonomy <file>', 'a taxonomy of your own (JSON)')
  .option('--catalogue <file>', 'a rule catalogue of your own (JSON)')
  .option('--json', 'print the result as JSON instead of a table')
  .option(...language)
  .action(async (options) => (await import('./score-file.ts')).scoreFile(options));

program
  .command('cite')
  .description('read the citations in a text')
  .argument('[text]', 'the text')
  .option('--jsonl <file>', 'read lines {"id","text"} and print lines {"id","citations"}')
  .option('--json', 'print JSON')
  .action(async (text, options) => {
    const { cite } = await import('./cite.ts');
    await cite({ ...options, ...(text === undefined ? {} : { text }), out: process.stdout });
  });

program
  .command('dataset')
  .description('check a data set: card, cases, labels, annotations, hashes')
  .argument('<folder>', 'the folder with card.json')
  .option('--write', 'write counts and hashes into card.json')
  .action(async (folder, options) => (await import('./dataset.ts')).dataset(folder, options));

program
  .command('taxonomy')
  .description('list the defect types with code, group, role and provisions')
  .option('--json', 'print the whole taxonomy as JSON')
  .action(async (options) => (await import('./taxonomy.ts')).taxonomy(options));

program
  .command('schema')
  .description('print the JSON Schema of a record: case, label, screening, score, result …')
  .argument('[name]', 'absent: list the names')
  .action(async (name) => (await import('./schema.ts')).schema(name));

try {
  await program.parseAsync();
} catch (error) {
  const text = renderError(error);
  if (text !== '') process.stderr.write(`${text}\n`);
  process.exitCode = exitCodeOf(error);
}
