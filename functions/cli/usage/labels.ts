import type { Command } from 'commander';

/** Labels by people. */
export function labelsCommands(program: Command): void {
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
    .action(async (options) => (await import('../labels/export.ts')).exportLabels(options));

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
      .action(async (files, options) => (await import('../labels/import.ts')).importLabels(files, options));
  }

  labels
    .command('compare')
    .description('where caseworkers differ, case by case, for the meeting')
    .requiredOption(...ofDataset)
    .option(...ofSplit)
    .option('--names', 'say at the end which letter is whose')
    .option('--json', 'print JSON')
    .option(...sheetLanguage)
    .action(async (options) => (await import('../labels/compare.ts')).compareLabels(options));

  labels
    .command('adjudicate')
    .description(
      'a sheet of the differences alone, to be settled and imported; makes first labels where there are none',
    )
    .requiredOption(...ofDataset)
    .option(...ofSplit)
    .option('--cases <n|ids>', 'the first n cases, or ids with commas between (absent: all)')
    .requiredOption('--out <file>', 'the workbook to write')
    .option(...sheetLanguage)
    .action(async (options) => (await import('../labels/adjudicate.ts')).adjudicateLabels(options));

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
    .action(async (folders, options) => (await import('../labels/pool.ts')).poolFindings(folders, options));
}
