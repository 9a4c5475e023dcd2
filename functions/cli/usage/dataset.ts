import type { Command } from 'commander';

/** What is done to a data set that is there. */
export function datasetCommands(program: Command): void {
  const folder = ['<folder>', 'the folder with card.json'] as const;
  const dataset = program
    .command('dataset')
    .description('check a data set: card, cases, labels, annotations, hashes')
    .argument(...folder)
    .option('--write', 'write counts and hashes into card.json')
    .action(async (folder, options) => (await import('../dataset.ts')).dataset(folder, options));

  dataset
    .command('validate')
    .description("all checks: also evidence, citations on the case's date, near duplicates across splits")
    .argument(...folder)
    .action(async (folder) => (await import('../dataset/validate.ts')).validateDataset(folder));

  dataset
    .command('card')
    .description('write CARD.md for people and croissant.json (Croissant 1.0) for programs beside card.json')
    .argument(...folder)
    .option('--print', 'print the page instead of writing both files')
    .option('--language <da|en>', 'language of the page', 'da')
    .action(async (folder, options) => (await import('../dataset/card.ts')).datasetCard(folder, options));

  dataset
    .command('split')
    .description('deal all cases anew to splits, by case type and defect group, families together')
    .argument(...folder)
    .requiredOption('--shares <list>', 'shares of the splits, like practice=20,validation=20,test=60')
    .requiredOption('--out <folder>', 'where the new version is written')
    .option('--seed <text>', 'decides the draw', '1')
    .option('--new-version <text>', 'its version (absent: the next)')
    .action(async (folder, options) => (await import('../dataset/split.ts')).splitDataset(folder, options));

  dataset
    .command('diff')
    .description('what differs between two versions: cases, labels, counts by code')
    .argument('<before>', 'the folder of one version')
    .argument('<after>', 'the folder of the other')
    .option('--json', 'print JSON')
    .action(async (a, b, options) => (await import('../dataset/diff.ts')).diffVersions(a, b, options));

  dataset
    .command('pack')
    .description('one archive (ZIP) of a data set that holds, the same bytes each time')
    .argument(...folder)
    .requiredOption('--out <file>', 'the archive to write')
    .option('--without-labels', 'for vendors: no labels, and nothing that comes from them')
    .option('--sealed', 'with --without-labels: the cases of the sealed split too')
    .option('--language <da|en>', 'language of its page', 'da')
    .action(async (folder, { withoutLabels, ...options }) =>
      (await import('../dataset/pack.ts')).packDataset(folder, {
        ...options,
        labels: withoutLabels !== true,
      }),
    );
}
