import { builtInTaxonomy } from '../../datasets/taxonomy/built-in-taxonomy.ts';

/** `maalestok taxonomy`: a line a defect type (code, group, role, severity, provisions, name), or all as JSON. */
export async function taxonomy(options: { json?: boolean }): Promise<void> {
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify(builtInTaxonomy(), null, 2)}\n`);
    return;
  }
  for (const type of builtInTaxonomy().defects) {
    const columns = [type.code, type.group, type.role, type.severity, type.citations.join(' '), type.nameDa];
    process.stdout.write(`${columns.join('\t')}\n`);
  }
}
