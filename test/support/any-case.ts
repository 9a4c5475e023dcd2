import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { type Case, CaseSchema } from '../../datasets/case.ts';
import { smallCase } from './small-dataset.ts';

/** All shipped cases: real layouts, numbers and names. */
export const shippedCases: readonly Case[] = ['practice', 'test'].flatMap((split) =>
  readFileSync(resolve(import.meta.dirname, `../../datasets/byggesag-da/${split}.cases.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => CaseSchema.parse(JSON.parse(line))),
);

/** Pieces that texts of cases are made of: measures, dates, paragraphs, plans, names, layout, odd signs. */
const piece = fc.oneof(
  fc.constantFrom(
    'Huset er 8,50 m højt',
    '1.250 m²',
    '1.250,5 m2',
    '§ 177, nr. 2',
    '14. august 2024',
    '18.11.2024',
    'kl. 10.30',
    'matr.nr. 66i',
    'lokalplan 1.234',
    'Nordbys havn, Nordbyvej 4',
    'NORDBY KOMMUNE',
    'kapitel 2,3,4',
    'A2.1',
    'kornmune',
    'm',
    'æøå ÆØÅ',
    '\n',
    '\n\n',
    '   ',
    '12.5 m',
    '🏠',
  ),
  fc.string({ maxLength: 12 }),
);
export const textArbitrary = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(' '));

const documentArbitrary = fc.record({
  title: textArbitrary,
  pages: fc.array(fc.record({ text: textArbitrary, ocr: fc.boolean() }), { maxLength: 3 }),
});

/** Any case: shipped ones, and small ones of odd texts, without documents or pages too. */
export const anyCase: fc.Arbitrary<Case> = fc.oneof(
  fc.constantFrom(...shippedCases),
  fc
    .record({
      documents: fc.array(documentArbitrary, { maxLength: 4 }),
      note: textArbitrary,
      rule: textArbitrary,
      remarks: fc.option(textArbitrary, { nil: undefined }),
    })
    .map(({ documents, note, rule, remarks }) =>
      smallCase('sag-1', {
        fields: {
          areal_m2: 12.5,
          lokalplan_nr: '1.234',
          note,
          list: [note],
          ja: true,
          ...(remarks === undefined ? {} : { bemaerkninger: remarks }),
        },
        documents: documents.map(({ title, pages }, at) => ({
          documentId: `d${at + 1}`,
          type: 'form',
          title,
          pages: pages.map((page, pageAt) => ({ page: pageAt + 1, ...page })),
        })),
        localRules: [{ plan: '1.234', paragraph: '7.125', topic: 'Nordby', text: rule }],
      }),
    ),
);
