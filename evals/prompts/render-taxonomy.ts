import type { Taxonomy } from '../../datasets/taxonomy/taxonomy.ts';

/** The defect types by group: code, name and definition. Never the provisions behind them: those are asked for. */
export function renderTaxonomy({ groups, defects }: Taxonomy): string {
  return groups
    .map((group) => ({ group, own: defects.filter((defect) => defect.group === group.id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ group, own }) => [`## ${group.nameDa}`, ...own.map(renderDefect)].join('\n'))
    .join('\n\n');
}

function renderDefect({ code, nameDa, definitionDa, discretionary }: Taxonomy['defects'][number]): string {
  const name = nameDa === code ? '' : ` ${nameDa.replace(/\.$/u, '')}.`;
  return `- ${code}:${name} ${definitionDa}${discretionary ? ' (skøn)' : ''}`;
}
