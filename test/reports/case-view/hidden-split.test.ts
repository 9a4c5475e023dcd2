import { expect, test } from 'vitest';
import { renderCaseList } from '../../../reports/case-view/render-case-list.ts';
import { renderCasePages } from '../../../reports/case-view/render-case-page.ts';
import { reportContextOf } from '../../../reports/comparison/render-report.ts';
import { fullReportInput } from '../../support/full-report-input.ts';
import { manyMaterials } from '../../support/many-materials.ts';

test.each(['da', 'en'] as const)(
  'labels of the hidden split are said to be no vendor’s (%s)',
  async (language) => {
    const open = reportContextOf(await fullReportInput(language));
    const dataset = { ...open.result.dataset, split: 'sealed' as const };
    const sealed = { ...open, result: { ...open.result, dataset } };
    const terms = { codes: [], caseTypes: [], municipalities: [] };
    const [material] = await manyMaterials(1);
    const bodies = (context: typeof open) => [
      ...renderCasePages(context, material!, { place: 1, total: 1 }).map(({ body }) => body),
      renderCaseList(context, 1, terms),
    ];
    const said = open.words.caseView.sealed;
    expect(bodies(sealed).map((body) => body.includes(said))).toEqual(bodies(sealed).map(() => true));
    expect(bodies(open).map((body) => body.includes(said))).toEqual(bodies(open).map(() => false));
  },
);
