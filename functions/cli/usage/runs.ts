import type { Command } from 'commander';
import { allowPrivate, cache, language, pdf, retryFailed, signedBy } from './flags.ts';

/** Asking, scoring, reporting and comparing. */
export function runCommands(program: Command): void {
  program
    .command('run')
    .description('run the models of a suite, score them and write the report; resumes where it was stopped')
    .requiredOption('--suite <file>', 'suite (YAML): which data, which models, which protocol')
    .option('--out <folder>', 'where runs are kept', 'runs')
    .option('--limit <n>', 'only the first n cases')
    .option(
      '--fresh',
      'start anew beside a finished run of the same plan; goes on with one that is not finished',
    )
    .option(...retryFailed)
    .option(...allowPrivate)
    .option('--max-cost <DKK>', 'stop before a call that could take the run over this; run again to go on')
    .option(...cache)
    .option(...signedBy)
    .option(...language)
    .action(async (options) => (await import('../run.ts')).run(options));

  program
    .command('estimate')
    .description('what a run would use, take and cost, before anything is sent')
    .requiredOption('--suite <file>', 'suite (YAML): which data, which models, which protocol')
    .option('--out <folder>', 'where earlier runs are kept: what their calls used and took counts', 'runs')
    .option('--limit <n>', 'only the first n cases')
    .option('--max-cost <DKK>', 'say whether the run stays within it')
    .option('--json', 'print JSON instead of a table')
    .option(...language)
    .action(async (options) => (await import('../estimate.ts')).estimate(options));

  program
    .command('score')
    .description('score runs again from their stored answers, without asking any model')
    .argument('<run...>', "runs' folders, or a folder that holds runs")
    .option(
      '--dataset <folder>',
      'with the labels of this version of the data set from now on; its cases must be the same',
    )
    .option(
      '--policy <strict|standard|lenient>',
      "matching policy of the headline from now on (absent: the run's)",
    )
    .option(...signedBy)
    .option(...language)
    .action(async (folders, options) => (await import('../score-runs.ts')).scoreRuns(folders, options));

  program
    .command('report')
    .description('write the report of a scored run')
    .argument('<run>', "a run's folder")
    .option(...pdf)
    .option(...signedBy)
    .option(...language)
    .action(async (folder, options) => (await import('../report.ts')).report(folder, options));

  program
    .command('view')
    .description('look at runs in a browser, their cases and drawings too; on this machine only')
    .argument('[folder]', "a run's folder, or a folder that holds runs", 'runs')
    .option('--port <n>', 'port to listen on; 0 takes any that is free', '4600')
    .option(...language)
    .action(async (folder, options) => (await import('../view.ts')).view(folder, options));

  program
    .command('check-in')
    .description(
      "a cluster's monthly check-in: runs its models on its data sets, and reports what changed since the last one",
    )
    .requiredOption('--cluster <file>', 'cluster (YAML): members, data sets, models, gates, decisions')
    .requiredOption('--month <yyyy-mm>', 'the month of the check-in, like 2026-10')
    .option('--out <folder>', 'where check-ins are kept; earlier months are found there', 'check-ins')
    .option(...pdf)
    .option(...retryFailed)
    .option(...allowPrivate)
    .option('--max-cost <DKK>', 'stop before a call that could take the month over this; run again to go on')
    .option(...cache)
    .option(...signedBy)
    .option(...language)
    .action(async (options) => (await import('../check-in.ts')).checkIn(options));

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
    .action(async (folders, options) => (await import('../compare.ts')).compare(folders, options));

  program
    .command('score-file')
    .description('score a file of screenings against files of cases and labels')
    .requiredOption('--cases <file>', 'cases, one JSON object a line')
    .requiredOption('--labels <file>', 'labels, one JSON object a line')
    .requiredOption('--screenings <file>', 'answers of one or more models, one JSON object a line')
    .option(
      '--annotations <file>',
      "caseworkers' own labels, one JSON object a line: people as the yardstick",
    )
    .option('--policy <strict|standard|lenient>', 'matching policy of the headline', 'standard')
    .option(
      '--practice-labels <file>',
      'labels of other cases: puts the constant list that they teach on the board',
    )
    .option('--taxonomy <file>', 'a taxonomy of your own (JSON)')
    .option('--catalogue <file>', 'a rule catalogue of your own (JSON)')
    .option('--json', 'print the result as JSON instead of a table')
    .option(...language)
    .action(async (options) => (await import('../score-file.ts')).scoreFile(options));
}
