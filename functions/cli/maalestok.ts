#!/usr/bin/env -S node --max-semi-space-size=16
import { enableCompileCache } from 'node:module';
import { Command } from 'commander';
import { exitCodeOf, renderError } from './exit.ts';

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
const tokenUrl = ['--oauth2-token-url <url>', 'where a token is given for client credentials'] as const;
const clientId = ['--oauth2-client-id <reference>', 'id of the client: env:NAME'] as const;
const clientSecret = ['--oauth2-client-secret <reference>', 'its secret: env:NAME'] as const;
const scope = ['--oauth2-scope <scope>', 'the scope to ask for'] as const;

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
  .option(...language)
  .action(async (folders, options) => (await import('./score-runs.ts')).scoreRuns(folders, options));

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
  .option(...tokenUrl)
  .option(...clientId)
  .option(...clientSecret)
  .option(...scope)
  .option(...allowPrivate)
  .option('--timeout-s <n>', 'seconds for each question; another number than 600 is another protocol', '600')
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
  .option('--oauth2-client-id <reference>', 'expect a token, given at /token to this client: env:NAME')
  .option(...clientSecret)
  .option(...language)
  .action(async (options) => (await import('./vendor-mock.ts')).vendorMock(options));

vendor
  .command('check')
  .description('check whether an endpoint meets the vendor contract; sends built-in synthetic cases only')
  .argument('<url>', 'where questions are posted')
  .option(...apiKey)
  .option(...authHeader)
  .option(...bearer)
  .option(...tokenUrl)
  .option(...clientId)
  .option(...clientSecret)
  .option(...scope)
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
  .option(...allowPrivate)
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

const dataset = program
  .command('dataset')
  .description('check a data set: card, cases, labels, annotations, hashes')
  .argument('<folder>', 'the folder with card.json')
  .option('--write', 'write counts and hashes into card.json')
  .action(async (folder, options) => (await import('./dataset.ts')).dataset(folder, options));

dataset
  .command('validate')
  .description("all checks: also evidence, citations on the case's date, near duplicates across splits")
  .argument('<folder>', 'the folder with card.json')
  .action(async (folder) => (await import('./dataset/validate.ts')).validateDataset(folder));

dataset
  .command('card')
  .description('write CARD.md for people and croissant.json (Croissant 1.0) for programs beside card.json')
  .argument('<folder>', 'the folder with card.json')
  .option('--print', 'print the page instead of writing both files')
  .option('--language <da|en>', 'language of the page', 'da')
  .action(async (folder, options) => (await import('./dataset/card.ts')).datasetCard(folder, options));

dataset
  .command('split')
  .description('deal all cases anew to splits, by case type and defect group, families together')
  .argument('<folder>', 'the folder with card.json')
  .requiredOption('--shares <list>', 'shares of the splits, like practice=20,validation=20,test=60')
  .requiredOption('--out <folder>', 'where the new version is written')
  .option('--seed <text>', 'decides the draw', '1')
  .option('--new-version <text>', 'its version (absent: the next)')
  .action(async (folder, options) => (await import('./dataset/split.ts')).splitDataset(folder, options));

dataset
  .command('diff')
  .description('what differs between two versions: cases, labels, counts by code')
  .argument('<before>', 'the folder of one version')
  .argument('<after>', 'the folder of the other')
  .option('--json', 'print JSON')
  .action(async (a, b, options) => (await import('./dataset/diff.ts')).diffVersions(a, b, options));

dataset
  .command('pack')
  .description('one archive (ZIP) of a data set that holds, the same bytes each time')
  .argument('<folder>', 'the folder with card.json')
  .requiredOption('--out <file>', 'the archive to write')
  .option('--without-labels', 'for vendors: no labels, and nothing that comes from them')
  .option('--language <da|en>', 'language of its page', 'da')
  .action(async (folder, { withoutLabels, ...options }) =>
    (await import('./dataset/pack.ts')).packDataset(folder, { ...options, labels: withoutLabels !== true }),
  );

program
  .command('intake')
  .description(
    "turn a municipality's own CSV, XLSX, JSONL or folder of PDFs into a data set; says what it cannot",
  )
  .argument('<input>', 'the table, or the folder')
  .requiredOption('--mapping <file>', 'which column is what (YAML; see docs/intake.md)')
  .requiredOption('--out <folder>', "the data set's folder: a new one, or the same to add to it")
  .option('--json', 'print the whole report as JSON')
  .action(async (input, options) => (await import('./intake.ts')).intake(input, options));

program
  .command('gate')
  .description('find personal data in a data set, a run, a folder or a file; exit 1 where a finding is open')
  .argument(
    '<path>',
    'a data set, a run, any folder, or a file (JSONL, text, PDF, XLSX, DOCX, SVG, a picture)',
  )
  .option('--json', 'print all findings as JSON')
  .option('--write', 'write into card.json which splits have no open finding')
  .option('--sign-off <who>', 'sign off the open findings of a data set: who answers for it (needs --why)')
  .option('--why <text>', 'why the findings may stay')
  .option('--kind <kinds...>', 'sign off only these kinds')
  .option('--made-up <who>', 'say of a synthetic data set that all it names was made up (needs --why)')
  .action(async (path, options) => (await import('./gate.ts')).gate(path, options));

program
  .command('pseudonymise')
  .description('copy a data set with aliases for people, places and numbers, and dates moved within the law')
  .argument('<path>', 'the folder with card.json')
  .requiredOption('--key <file>', 'the key; made on first use, outside the data and every repository')
  .requiredOption('--out <folder>', 'where the copy is written')
  .option('--table', 'write who is behind each alias into a file beside the key')
  .option('--same-across-cases', 'the same alias for the same value in all cases, not only within one')
  .action(async (path, options) => (await import('./pseudonymise.ts')).pseudonymise(path, options));

program
  .command('synthesise')
  .description('make a data set of synthetic applications whose defects are known, from a seed')
  .requiredOption('--cases <n>', 'how many cases, 10 or more')
  .option('--seed <text>', 'decides every case', '1')
  .option('--out <folder>', 'where the data set is written', 'synthesised')
  .option(
    '--join <folder>',
    'a data set whose hand-written cases stand among them, as they are, under its own card',
  )
  .option('--drawings <none|pdf>', 'pdf: write each drawing as a file as well', 'none')
  .action(async (options) => (await import('./synthesise.ts')).synthesise(options));

program
  .command('variants')
  .description('make a data set of changed cases: does the same case get the same answer?')
  .requiredOption('--dataset <folder>', 'the data set whose cases are changed')
  .requiredOption('--out <folder>', 'where the new data set is written')
  .option('--split <name>', 'the split whose cases are changed', 'test')
  .option('--provenance <hand|synthetic|people>', 'only cases whose label says that it was made so')
  .option('--cases <n>', 'how many cases, drawn with their families (absent: all)')
  .option(
    '--transform <ids>',
    'what is changed, ids with commas between (absent: all); "none" for attacks alone',
  )
  .option('--attacks <n>', 'planted instructions a case, each in a variant of its own', '4')
  .option('--seed <text>', 'decides the draw and every change', '1')
  .action(async (options) => (await import('./variants.ts')).variants(options));

const labels = program
  .command('labels')
  .description('labels by people: sheets out, sheets in, differences, adjudication, pooling');
const ofDataset = ['--dataset <folder>', 'the folder with card.json'] as const;
const ofSplit = ['--split <name>', 'the split', 'test'] as const;
const sheetLanguage = ['--language <da|en>', 'language of the sheets', 'da'] as const;

labels
  .command('export')
  .description('sheets for caseworkers, a case a sheet, without any label unless --prefill')
  .requiredOption(...ofDataset)
  .option(...ofSplit)
  .option('--format <xlsx>', 'kind of file', 'xlsx')
  .option('--cases <n|ids>', 'the first n cases, or ids with commas between (absent: all)')
  .option('--annotator <id>', 'the pseudonym of the caseworker who is to fill them in')
  .option(
    '--prefill',
    "with the labels as they are, to be corrected; with --annotator, that caseworker's own",
  )
  .requiredOption('--out <file>', 'the workbook to write; over 100 cases: several, numbered')
  .option(...sheetLanguage)
  .action(async (options) => (await import('./labels/export.ts')).exportLabels(options));

for (const name of ['import', 'pool-import']) {
  labels
    .command(name)
    .description(
      name === 'import'
        ? 'take filled-in sheets in; tells all that is wrong in them, and takes all or nothing'
        : 'the same as import, for sheets of pooled findings',
    )
    .argument('<file...>', 'workbooks of `labels export`, `adjudicate` or `pool`')
    .requiredOption(...ofDataset)
    .requiredOption('--annotator <id>', 'the pseudonym of who filled them in, or of who decided')
    .option('--skip-untouched', 'leave out sheets in which nobody wrote anything')
    .option('--same-cases', 'take sheets of another version of the data set whose cases are the same')
    .option('--take-single', 'first labels: take the label of cases that one caseworker alone labelled')
    .option('--leave-out-unread', 'first labels: leave cases that nobody labelled out of the new version')
    .option('--out <folder>', 'where the new version of the data set is written, if labels change')
    .option('--in-place', 'make the new version where the old one is; the old card and labels stay beside')
    .option('--new-version <text>', 'version of the data set (absent: the next)')
    .option('--new-label-version <text>', 'version of the labels (absent: the next)')
    .option('--date <date>', 'date of the change log, like 2024-09-12 (absent: today)')
    .action(async (files, options) => (await import('./labels/import.ts')).importLabels(files, options));
}

labels
  .command('compare')
  .description('where caseworkers differ, case by case, for the meeting')
  .requiredOption(...ofDataset)
  .option(...ofSplit)
  .option('--names', 'say at the end which letter is whose')
  .option('--json', 'print JSON')
  .option(...sheetLanguage)
  .action(async (options) => (await import('./labels/compare.ts')).compareLabels(options));

labels
  .command('adjudicate')
  .description(
    'a sheet of the differences alone, to be settled and imported; makes first labels where there are none',
  )
  .requiredOption(...ofDataset)
  .option(...ofSplit)
  .requiredOption('--out <file>', 'the workbook to write')
  .option(...sheetLanguage)
  .action(async (options) => (await import('./labels/adjudicate.ts')).adjudicateLabels(options));

labels
  .command('pool')
  .description('what models found and the labels do not have, to be judged without knowing whose it is')
  .argument('<run...>', "runs' folders")
  .requiredOption(...ofDataset)
  .requiredOption('--out <file>', 'the workbook to write')
  .option('--seed <text>', 'decides the order', '1')
  .option('--without <ids>', 'models to leave out, ids with commas between')
  .option('--again', 'ask about findings that were judged before, too')
  .option(...sheetLanguage)
  .action(async (folders, options) => (await import('./labels/pool.ts')).poolFindings(folders, options));

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
