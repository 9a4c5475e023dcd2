import { injections } from './injections/all.ts';

const places = {
  number: 'a number in the world',
  relation: 'between documents',
  word: 'a word or an entry',
  absence: 'something is not there',
} as const;

/** All ways to bring a defect in, by code, as the table of the documentation. */
export function renderInjections(): string {
  const rows = [...injections].sort((a, b) => compare(a.code, b.code) || compare(a.id, b.id));
  return [
    '| code | way | where it lies | trigger | case types |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ code, id, where, trigger, caseTypes }) =>
        `| \`${code}\` | ${id} | ${places[where]} | ${trigger} | ${caseTypes.length} |`,
    ),
    '',
  ].join('\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
