import { expect, test } from 'vitest';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import type { CitationInput } from '../../../datasets/rules/citation.ts';
import { formatCitationId } from '../../../datasets/rules/citation-id.ts';
import { readCitations } from '../../../datasets/rules/read-citation.ts';

const catalogue = builtInCatalogue();
const read = (input: CitationInput, defaultLaw?: string): string[] =>
  readCitations(input, catalogue, { defaultLaw }).map(({ citation }) => formatCitationId(citation));

test.each<[CitationInput, string[]]>([
  ['br18/49/2/3/a', ['br18/49/2/3/a']],
  ['br18/kap5', ['br18/kap5']],
  ['br18', ['br18']],
  ['BR18', ['br18']],
  ['Byggeloven', ['byggeloven']],
  ['lokalplan nr. 211', ['lokalplan:211']],
  ['lokalplan:1.23/6.2', ['lokalplan:1.23/6.2']],
  ['?/10/1', ['?/10/1']],
  ['lejeloven/5/1', ['lejeloven/5/1']],
  ['BR18 § 49, stk. 2 og 3', ['br18/49/2', 'br18/49/3']],
  ['se tegning 3', []],
  ['og/eller', []],
  ['24/12345', []],
  ['?', []],
  [{ law: 'br18', paragraph: '49', stk: 2 }, ['br18/49/2']],
  [{ law: 'BR18', paragraph: '§ 49', stk: 2 }, ['br18/49/2']],
  [{ law: 'byggelovens', paragraph: '16 C' }, ['byggeloven/16c']],
  [{ law: 'lokalplan nr. 1.23', paragraph: '6.2' }, ['lokalplan:1.23/6.2']],
  [{ law: 'Miljøbeskyttelsesloven', paragraph: '28' }, ['miljoebeskyttelsesloven/28']],
  [{ law: 'Ukendt Lov', paragraph: '5' }, ['Ukendt Lov/5']],
  [{ law: 'br18', chapter: 'kap. 5' }, ['br18/kap5']],
  [{ law: 'br18', chapter: '5', paragraph: '82' }, ['br18/82']],
  [{ law: 'br18', paragraph: '5', nr: 1, litra: 'B)' }, ['br18/5//1/b']],
])('%j → %j', (input, ids) => {
  expect(read(input)).toEqual(ids);
});

test('a § without a law belongs to the default law', () => {
  expect(read('§ 49, stk. 2', 'br18')).toEqual(['br18/49/2']);
  expect(read('§ 49, jf. byggelovens § 16', 'br18')).toEqual(['br18/49', 'byggeloven/16']);
  expect(read({ law: null, paragraph: '49' }, 'br18')).toEqual(['br18/49']);
  expect(read('?/49', 'br18')).toEqual(['br18/49']);
});
