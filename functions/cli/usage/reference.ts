import type { Command } from 'commander';

/** Single documents, and what the records and codes mean. */
export function referenceCommands(program: Command): void {
  program
    .command('document-checks')
    .description(
      'make the data set of single documents: is it what the applicant says it is, and is it complete?',
    )
    .requiredOption('--out <folder>', 'where the data set is written')
    .option('--seed <text>', 'decides everything', '1')
    .action(async (options) => (await import('../document-checks.ts')).documentChecks(options));

  program
    .command('taxonomy')
    .description('list the defect types with code, group, role and provisions')
    .option('--json', 'print the whole taxonomy as JSON')
    .action(async (options) => (await import('../taxonomy.ts')).taxonomy(options));

  program
    .command('schema')
    .description(
      'print the JSON Schema of a record (case, label, screening, score, result …), or `openapi`: the vendor contract',
    )
    .argument('[name]', 'absent: list the names')
    .action(async (name) => (await import('../schema.ts')).schema(name));
}
