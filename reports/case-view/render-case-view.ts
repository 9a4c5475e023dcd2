import { maskMunicipality } from '../municipalities.ts';
import type { ReportContext } from '../report-context.ts';
import type { CaseMaterial } from './case-material.ts';
import { type CaseRow, type CaseTerms, toCaseRow } from './case-row.ts';
import { pieceName, renderCaseList, renderListPiece, rowsInPiece } from './render-case-list.ts';
import { type CasePage, renderCasePages } from './render-case-page.ts';

/**
 * All pages of the case view, one at a time: a page a case and its long documents, the list in pieces, and last the
 * list itself, so that a list never leads to what is not there.
 */
export async function* renderCaseView(
  context: ReportContext,
  cases: AsyncIterable<CaseMaterial>,
): AsyncGenerator<CasePage> {
  const terms: CaseTerms = { codes: [], caseTypes: [], municipalities: [] };
  const total = context.result.dataset.cases;
  let rows: CaseRow[] = [];
  let place = 0;
  let pieces = 0;
  let before: string | undefined;
  for await (const { material, after } of withNext(cases)) {
    place += 1;
    const neighbours = {
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      place,
      total,
    };
    const { municipalities, words } = context;
    const sorted = sortAnswers(context, maskMunicipality(municipalities, material, words.slices.fewCases));
    yield* renderCasePages(context, sorted, neighbours);
    rows.push(toCaseRow(sorted, terms));
    before = material.case.caseId;
    if (rows.length < rowsInPiece && after !== undefined) continue;
    pieces += 1;
    yield { name: pieceName(pieces), body: renderListPiece(rows) };
    rows = [];
  }
  yield { name: 'index.html', body: renderCaseList(context, place, terms) };
}

/** Each material with the id of the case behind it. */
async function* withNext(
  cases: AsyncIterable<CaseMaterial>,
): AsyncGenerator<{ material: CaseMaterial; after?: string }> {
  let held: CaseMaterial | undefined;
  for await (const material of cases) {
    if (held !== undefined) yield { material: held, after: material.case.caseId };
    held = material;
  }
  if (held !== undefined) yield { material: held };
}

/** Answers in the order in which the report shows the models. */
function sortAnswers({ result }: ReportContext, material: CaseMaterial): CaseMaterial {
  const place = (id: string) => result.models.findIndex(({ model }) => model.id === id);
  return { ...material, answers: material.answers.toSorted((a, b) => place(a.modelId) - place(b.modelId)) };
}
