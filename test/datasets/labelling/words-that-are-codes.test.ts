import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CardSchema } from '../../../datasets/card.ts';
import { parseCaseLine } from '../../../datasets/case-line.ts';
import { buildLabelWorkbook } from '../../../datasets/labelling/label-workbook.ts';
import { openWorkbook } from '../../../datasets/labelling/open-workbook.ts';
import { readCaseSheet } from '../../../datasets/labelling/read-case-sheet.ts';
import { createSheetContext } from '../../../datasets/labelling/sheet-context.ts';
import { SheetProblems } from '../../../datasets/labelling/sheet-problems.ts';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { writeXlsx } from '../../../datasets/tables/write-xlsx.ts';
import { builtInTaxonomy } from '../../../datasets/taxonomy/built-in-taxonomy.ts';
import { readSheets, writeSheets } from '../../support/label-sheets.ts';
import { smallCase } from '../../support/small-dataset.ts';

describe('a case that says a word which is a code', () => {
  it.each([['x1 21,4 m fra vejmidte'], ['x1'], ['x1: fire meter'], ['=x1\nx1 igen']])(
    'is taken back as it was exported: %j',
    async (said) => {
      const caseShown = smallCase('c1', {
        fields: { area_m2: said },
        localRules: [{ plan: '7', paragraph: '1', topic: 'x1', text: said }],
        documents: [{ documentId: 'a', type: 'form', title: 'Form', pages: [{ page: 1, text: said }] }],
      });
      const bytes = await writeSheets([{ caseShown }], 'annotation');
      const { readings, problems } = await readSheets(bytes, [{ caseShown }], false);
      expect({ readings, problems }).toEqual({ readings: ['untouched'], problems: [] });
    },
  );

  it('is so in the shipped cases', async () => {
    const folder = new URL('../../../datasets/byggesag-da/', import.meta.url);
    const card = CardSchema.parse(JSON.parse(await readFile(new URL('card.json', folder), 'utf8')));
    const lines = (await readFile(new URL('validation.cases.jsonl', folder), 'utf8')).trimEnd().split('\n');
    const cases = lines.map((line) => ({ caseShown: parseCaseLine(line, {}) }));
    const catalogue = builtInCatalogue();
    const context = createSheetContext({ taxonomy: builtInTaxonomy(), catalogue }, 'da');
    const part = { number: 1, of: 1 };
    const input = { card, split: 'validation', contentHash: 'c', part, kind: 'annotation', cases } as const;
    const problems = new SheetProblems();
    const workbook = await openWorkbook(
      await writeXlsx(buildLabelWorkbook(input, context)),
      'a.xlsx',
      problems,
    );
    const read = cases.map(({ caseShown }) => {
      const { sheet } = workbook!.meta.cases.find(({ caseId }) => caseId === caseShown.caseId)!;
      const source = { sheet: workbook!.sheets.get(sheet)!, file: 'a.xlsx', caseShown, correction: false };
      return readCaseSheet(source, context, problems);
    });
    expect(problems.list).toEqual([]);
    expect(read).toEqual(cases.map(() => 'untouched'));
  });
});
