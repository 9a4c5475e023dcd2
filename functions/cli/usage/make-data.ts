import type { Command } from 'commander';

/** Where data come from: a municipality’s own, made ones, changed ones; and what protects people in them. */
export function makeDataCommands(program: Command): void {
  program
    .command('intake')
    .description(
      "turn a municipality's own CSV, XLSX, JSONL or folder of PDFs into a data set; says what it cannot; exit 1 where a row is rejected",
    )
    .argument('<input>', 'the table, or the folder')
    .requiredOption('--mapping <file>', 'which column is what (YAML; see docs/intake.md)')
    .requiredOption('--out <folder>', "the data set's folder: a new one, or the same to add to it")
    .option('--files <folder>', 'where the files of the cases lie (absent: beside the table)')
    .option('--json', 'print the whole report as JSON')
    .action(async (input, options) => (await import('../intake.ts')).intake(input, options));

  program
    .command('gate')
    .description(
      'find personal data in a data set, a run, a folder or a file; exit 1 where a finding is open',
    )
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
    .action(async (path, options) => (await import('../gate.ts')).gate(path, options));

  program
    .command('pseudonymise')
    .description(
      'copy a data set with aliases for people, places and numbers, and dates moved within the law',
    )
    .argument('<path>', 'the folder with card.json')
    .requiredOption('--key <file>', 'the key; made on first use, outside the data and every repository')
    .requiredOption('--out <folder>', 'where the copy is written')
    .option('--table', 'write who is behind each alias into a file beside the key')
    .option('--same-across-cases', 'the same alias for the same value in all cases, not only within one')
    .action(async (path, options) => (await import('../pseudonymise.ts')).pseudonymise(path, options));

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
    .action(async (options) => (await import('../synthesise.ts')).synthesise(options));

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
    .action(async (options) => (await import('../variants.ts')).variants(options));
}
