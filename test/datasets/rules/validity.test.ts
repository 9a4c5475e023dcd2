import { describe, expect, test } from 'vitest';
import type { LocalRule } from '../../../datasets/case.ts';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { parseCitationId } from '../../../datasets/rules/citation-id.ts';
import { checkValidity, type Verdict } from '../../../datasets/rules/validity.ts';

const catalogue = builtInCatalogue();
const localRules: LocalRule[] = [
  { plan: '1.23', paragraph: '7.4', topic: 'tag', text: '' },
  { plan: 'byplanvedtaegt 16', paragraph: '§ 5', topic: 'højde', text: '' },
];

function check(id: string, date = '2024-11-01') {
  return checkValidity(parseCitationId(id)!, { catalogue, date, localRules });
}

describe('on 1 November 2024', () => {
  const rows: [id: string, verdict: Verdict, why: string][] = [
    ['br18/49', 'valid', 'a §'],
    ['br18/10/1/2', 'valid', 'a number'],
    ['br18/82/2/2', 'valid', 'items in stk. 2'],
    ['br18/82//2', 'valid', 'the only stk. with items'],
    ['br18/177//1', 'valid', 'a § with one stk.'],
    ['br18/177/1/1', 'valid', 'the same with stk. 1'],
    ['br18/6i/2', 'valid', 'a lettered §'],
    ['br18/5/1/16/g', 'valid', 'the last listed letter'],
    ['br18', 'valid', 'the law'],
    ['br18/kap5', 'valid', 'a chapter'],
    ['br18/552', 'valid', 'likely in force'],
    ['planloven/19/1', 'valid', 'another law'],
    ['byggeloven/16c/3', 'valid', 'a partly known law'],
    ['lokalplan:1.23/7.4', 'valid', "the case's plan"],
    ['lokalplan:1.23/7', 'valid', 'above a listed number'],
    ['lokalplan:1.23/7.4.2', 'valid', 'below a listed number'],
    ['lokalplan/7.4', 'valid', 'plan without number'],
    ['lokalplan:byplanvedtaegt 16/5', 'valid', 'an old plan'],

    ['br18/129', 'outdated', 'repealed'],
    ['br18/24/2', 'outdated', 'repealed on 1 January 2022'],
    ['br18/30', 'outdated', 'likely repealed'],
    ['br15/2.2.3/1', 'outdated', 'superseded'],
    ['br10/kap6', 'outdated', 'superseded'],
    ['br-s98', 'outdated', 'superseded'],
    ['planloven/58/1/4', 'outdated', 'was in an older version'],
    ['planloven/22', 'outdated', 'repealed, no date'],
    ['planloven/kap3', 'outdated', 'a repealed chapter'],

    ['br18/82/1/2', 'nonexistent', 'the items stand in stk. 2'],
    ['br18/812', 'nonexistent', 'above the last'],
    ['br18/566', 'nonexistent', 'one above the last'],
    ['br18/6j', 'nonexistent', 'letters end at i'],
    ['br18/49a', 'nonexistent', 'no letters'],
    ['br18/1/2', 'nonexistent', 'one stk.'],
    ['br18/10/1/99', 'nonexistent', 'too high a number'],
    ['br18/5/1/16/h', 'nonexistent', 'one letter too far'],
    ['br18/5.1.1', 'nonexistent', 'no dotted numbers'],
    ['br18/kap38', 'nonexistent', 'no such chapter'],
    ['planloven/71', 'nonexistent', 'above the last'],
    ['planloven/19/5', 'nonexistent', 'four stk.'],
    ['planloven/5v', 'nonexistent', 'letters end at u'],
    ['naturbeskyttelsesloven/20a', 'nonexistent', 'read in full there'],
    ['byggeloven/99', 'nonexistent', 'above what can be'],
    ['byggeloven/12k', 'nonexistent', 'no letters known at 12'],

    ['br18/552/9', 'unverifiable', 'structure of 2018'],
    ['br18/455/6', 'unverifiable', 'counts are a minimum'],
    ['br18/494/4', 'unverifiable', 'version not pinned'],
    ['br18/526b', 'unverifiable', 'letters of that chapter not all known'],
    ['br18/10/1/2/a', 'unverifiable', 'letters not listed'],
    ['byggeloven/16k', 'unverifiable', 'letters at 16 not all known'],
    ['byggeloven/6b', 'unverifiable', 'likely, not seen'],
    ['byggeloven/16/30', 'unverifiable', 'counts are a minimum'],
    ['museumsloven/5', 'unverifiable', 'a partly known law'],
    ['skovloven/9', 'unverifiable', 'a law known by name'],
    ['planloven/66', 'unverifiable', 'left out of the consolidation'],
    ['lokalplan:1.23/9.1', 'unverifiable', 'excerpts only'],
    ['lokalplan:4.56/7.4', 'unverifiable', 'another plan'],

    ['lejeloven/5', 'unknownLaw', 'not in the catalogue'],
    ['BR23/4', 'unknownLaw', 'no such regulation'],
    ['?/5', 'unknownLaw', 'no law named'],
    ['?', 'unparsable', 'nothing at all'],
  ];
  test.each(rows)('%s is %s: %s', (id, verdict) => expect(check(id).verdict).toBe(verdict));
});

describe('on another day', () => {
  test.each<[string, string, Verdict]>([
    ['br18/24/2', '2021-12-31', 'valid'],
    ['br18/24/2', '2022-01-01', 'outdated'],
    ['br18/24/3', '2021-12-31', 'unverifiable'],
    ['br18/129/1/2', '2018-01-01', 'valid'],
    ['br18/129', '2019-06-01', 'unverifiable'],
    ['br18/129', '2021-06-29', 'outdated'],
    ['br18/6a', '2018-06-01', 'unverifiable'],
    ['br18/6a', '2020-01-01', 'valid'],
    ['br18/297/2/8', '2024-11-01', 'valid'],
    ['br18/297/13', '2026-01-01', 'valid'],
    ['br18/297/1/5', '2026-01-01', 'outdated'],
    ['br18/28/6', '2024-11-01', 'valid'],
    ['br18/28/2', '2018-01-01', 'nonexistent'],
    ['br18/82/1/2', '2019-01-01', 'nonexistent'],
    ['br15/2.2.3', '2017-06-01', 'unverifiable'],
    ['br15/2.2.3', '2018-01-01', 'outdated'],
    ['br18/49', '2017-06-01', 'unverifiable'],
    ['planloven/19/5', '2023-01-01', 'unverifiable'],
  ])('%s on %s is %s', (id, date, verdict) => expect(check(id, date).verdict).toBe(verdict));
});

describe('hints', () => {
  test.each([
    ['br18/82/1/2', 'Numrene i § 82 står i stk. 2'],
    ['br18/812', 'BR18 går til § 565'],
    ['br18/6j', '§ 6 findes med a, b, c, d, e, f, g, h, i'],
    ['br18/49a', '§ 49 har ingen bogstaver'],
    ['br18/1/2', '§ 1 har 1 stk.'],
    ['planloven/19/2/1', '§ 19 har ingen numre'],
    ['planloven/20/1/4', '§ 20, stk. 1, har 3 numre'],
    ['br15/2.2.3', 'BR15 er afløst af BR18'],
    ['br18/129', 'Bestemmelsen er ophævet'],
    ['planloven/58/1/4', 'Stod i en tidligere udgave'],
  ])('%s: %s', (id, da) => expect(check(id).hint?.da).toBe(da));

  test('a valid citation has none', () => expect(check('br18/49')).toEqual({ verdict: 'valid' }));
});
