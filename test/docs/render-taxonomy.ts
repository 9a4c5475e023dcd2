import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import { displayCitation } from '../../datasets/rules/display-citation.ts';
import { readCitations } from '../../datasets/rules/read-citation.ts';
import type { DefectType, Taxonomy } from '../../datasets/taxonomy/taxonomy.ts';

/** `docs/vendors/taxonomy.md`: every defect type, by group, in the order of the taxonomy. */
export function renderTaxonomy(taxonomy: Taxonomy): string {
  const head = `# ${taxonomy.titleDa} · ${taxonomy.titleEn}

Taxonomy \`${taxonomy.id}\`, version ${taxonomy.version}: ${taxonomy.defects.length} defect types (mangler) in ${taxonomy.groups.length} groups. Made from the taxonomy file by
\`UPDATE=1 npx vitest run test/docs\`; do not edit by hand. The same list, with case types, document types
and fields, as JSON: \`maalestok taxonomy --json\`. How codes count is on [the vendor page](README.md#codes).

- **Severity**: \`critical\`, \`major\` or \`minor\`. Recall is shown for each; the weight in F1 is the same.
- **Role**: a \`required\` defect must be found. An \`advisory\` one may be pointed out: found or missed, it counts neither way.
- **Skøn**: *yes* where a person at the municipality must judge. It must still be found; mark the finding \`needsJudgement\`.
- **Hjemmel**: the primary provisions, in the form a caseworker writes. A label may accept others as well.
  Where the provision depends on the circumstances, *Hjemmel efter forholdet* says which.
  "lokalplan" stands for the case's own plan and the paragraph that it breaks.

A label can differ from the table in role, severity and provisions where the case calls for it.
`;
  return head + taxonomy.groups.map((group) => renderGroup(group, taxonomy.defects)).join('');
}

function renderGroup(
  { id, nameDa, nameEn }: Taxonomy['groups'][number],
  defects: readonly DefectType[],
): string {
  const members = defects.filter(({ group }) => group === id);
  return `\n## ${nameDa} · ${nameEn} (\`${id}\`)\n${members.map(renderDefect).join('')}`;
}

function renderDefect(type: DefectType): string {
  const { code, group, nameDa, nameEn, severity, role, discretionary, citations, definitionDa } = type;
  return `
### \`${code}\`

**${escapeText(nameDa)}** · ${escapeText(nameEn)}

| Group | Role | Severity | Skøn | Hjemmel |
| --- | --- | --- | --- | --- |
| ${group} | ${role} | ${severity} | ${discretionary ? 'yes' : 'no'} | ${citations.map(displayInput).join('; ')} |

${escapeText(definitionDa)}
${renderVariants(type)}`;
}

function renderVariants({ variants = [] }: DefectType): string {
  if (variants.length === 0) return '';
  const forms = variants.map(
    ({ whenDa, citations }) => `- ${escapeText(whenDa)}: ${citations.map(displayInput).join('; ')}`,
  );
  return `\nHjemmel efter forholdet:\n\n${forms.join('\n')}\n`;
}

function displayInput(input: string): string {
  const catalogue = builtInCatalogue();
  const read = readCitations(input, catalogue).map(({ citation }) => displayCitation(citation, catalogue));
  return read.join('; ') || input;
}

/** Text that Markdown shows as it is. */
function escapeText(text: string): string {
  return text.replace(/[\\`*_<>|[\]]/gu, '\\$&');
}
