import { expect, it } from 'vitest';
import { builtInTaxonomy } from '../../datasets/taxonomy/built-in-taxonomy.ts';
import { compareFile, docsPath } from './compare-file.ts';
import { renderTaxonomy } from './render-taxonomy.ts';

it('the page of the taxonomy lists every defect type as the taxonomy has it', async () => {
  const page = renderTaxonomy(builtInTaxonomy());
  for (const { code, nameDa } of builtInTaxonomy().defects) {
    expect(page).toContain(`### \`${code}\``);
    expect(page).toContain(nameDa);
  }
  await compareFile(docsPath('vendors/taxonomy.md'), page);
});
