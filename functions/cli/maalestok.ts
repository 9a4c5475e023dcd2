#!/usr/bin/env -S node --max-semi-space-size=16
import { Command } from 'commander';
import { exitCodeOf, renderError } from './exit.ts';

const program = new Command('maalestok')
  .description('Measures AI models that screen Danish building applications.')
  .showHelpAfterError('(see --help)')
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })
  .exitOverride();

const language = ['--language <da|en>', 'language of the report and of what is printed', 'da'] as const;
const allowPrivate = [
  '--allow-private',
  'call endpoints in private networks and on this machine too',
] as const;
const apiKey = [
  '--api-key <reference>',
  'the key that the endpoint expects: env:NAME, never the key itself',
] as const;
const authHeader = ['--auth-header <name>', 'the header that carries the key (absent: x-api-key)'] as const;
const bearer = ['--bearer <reference>', 'the bearer token that the endpoint expects: env:NAME'] as const;

program
  .command('run')
  .description('run the models of a suite, score them and write the report; resumes where it was stopped')
  .requiredOption('--suite <file>', 'suite (YAML): which data, which models, which protocol')
  .option('--out <folder>', 'where runs are kept', 'runs')
  .option('--limit <n>', 'only the first n cases')
  .option('--fresh', 'start anew beside an earlier run of the same plan')
  .option('--retry-failed', 'ask questions that failed or timed out once more; what was answered stays')
  .option(...allowPrivate)
  .option('--max-cost <DKK>', 'stop before a call that could take the run over this; run again to go on')
  .option('--cache <folder>', 'use answers of earlier runs to the very same questions, and keep new ones')
  .option(...language)
  .action(async (options) => (await import('./run.ts')).run(options));

program
  .command('estimate')
  .description('what a run would use, take and cost, before anything is sent')
  .requiredOption('--suite <file>', 'suite (YAML): which data, which models, which protocol')
  .option('--out <folder>', 'where earlier runs are kept: what their calls used and took counts', 'runs')
  .option('--limit <n>', 'only the first n cases')
  .option('--max-cost <DKK>', 'say whether the run stays within it')
  .option('--json', 'print JSON instead of a table')
  .option(...language)
  .action(async (options) => (await import('./estimate.ts')).estimate(options));

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
  .command('practice')
  .description('score your own answers to the practice split (synthetic), from a file or from your endpoint')
  .option('--screenings <file>', 'answers of your model, one JSON object a line')
  .option('--endpoint <url>', 'your endpoint, by the vendor contract')
  .option('--id <id>', 'which model of the file, or what to call the endpoint (absent: it is asked)')
  .option('--model-version <version>', 'which version the endpoint says that it is (absent: it is asked)')
  .option(...apiKey)
  .option(...authHeader)
  .option(...bearer)
  .option(...allowPrivate)
  .option('--out <folder>', 'where runs are kept', 'runs')
  .option(...language)
  .action(async (options) => (await import('./practice.ts')).practice(options));

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
  .option(...language)
  .action(async (options) => (await import('./vendor-mock.ts')).vendorMock(options));

vendor
  .command('check')
  .description('check whether an endpoint meets the vendor contract; sends built-in synthetic cases only')
  .argument('<url>', 'where questions are posted')
  .option(...apiKey)
  .option(...authHeader)
  .option(...bearer)
  .option(...allowPrivate)
  .option('--timeout-s <n>', 'seconds for each question, with all its waits', '120')
  .option('--slow-s <n>', 'remark on answers that take longer than so many seconds', '30')
  .option('--json', 'print all outcomes as JSON instead of a table')
  .option(...language)
  .action(async (url, options) => (await import('./vendor-check.ts')).vendorCheck(url, options));

program
  .command('export')
  .description("write a suite's models, or a run's answers, as a configuration of promptfoo's")
  .requiredOption('--out <file>', 'the configuration to write (YAML)')
  .option('--format <promptfoo>', 'for which tool', 'promptfoo')
  .option('--suite <file>', 'the suite whose models are to be asked')
  .option('--run <folder>', 'the run whose stored answers are to be shown')
  .option('--no-scores', 'without our scorer: the only way for other splits than practice')
  .action(async (options) => (await import('./export.ts')).exportTo(options));

program
  .command('import')
  .description('turn the results of `promptfoo eval -o results.json` into a file of screenings')
  .argument('<results>', "promptfoo's results, JSON or JSONL")
  .option('--out <file>', 'the file of screenings to write (JSONL); absent: standard output')
  .option('--model-version <text>', 'version of the models that do not say theirs', 'promptfoo')
  .action(async (file, options) => (await import('./import.ts')).importResults(file, options));

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
  .command('synthesise')
  .description('make a data set of synthetic applications whose defects are known, from a seed')
  .requiredOption('--cases <n>', 'how many cases, 10 or more')
  .option('--seed <text>', 'decides every case', '1')
  .option('--out <folder>', 'where the data set is written', 'synthesised')
  .action(async (options) => (await import('./synthesise.ts')).synthesise(options));

program
  .command('variants')
  .description('make a data set of changed cases: does the same case get the same answer?')
  .requiredOption('--dataset <folder>', 'the data set whose cases are changed')
  .requiredOption('--out <folder>', 'where the new data set is written')
  .option('--split <name>', 'the split whose cases are changed', 'test')
  .option('--cases <n>', 'how many cases, drawn with their families (absent: all)')
  .option(
    '--transform <ids>',
    'what is changed, ids with commas between (absent: all); "none" for attacks alone',
  )
  .option('--attacks <n>', 'planted instructions a case, each in a variant of its own', '4')
  .option('--seed <text>', 'decides the draw and every change', '1')
  .action(async (options) => (await import('./variants.ts')).variants(options));

program
  .command('document-checks')
  .description(
    'make the data set of single documents: is it what the applicant says it is, and is it complete?',
  )
  .requiredOption('--out <folder>', 'where the data set is written')
  .option('--seed <text>', 'decides everything', '1')
  .action(async (options) => (await import('./document-checks.ts')).documentChecks(options));

program
  .command('taxonomy')
  .description('list the defect types with code, group, role and provisions')
  .option('--json', 'print the whole taxonomy as JSON')
  .action(async (options) => (await import('./taxonomy.ts')).taxonomy(options));

program
  .command('schema')
  .description(
    'print the JSON Schema of a record (case, label, screening, score, result …), or `openapi`: the vendor contract',
  )
  .argument('[name]', 'absent: list the names')
  .action(async (name) => (await import('./schema.ts')).schema(name));

try {
  await program.parseAsync();
} catch (error) {
  const text = renderError(error);
  if (text !== '') process.stderr.write(`${text}\n`);
  process.exitCode = exitCodeOf(error);
}
