import type { Case, CaseDocument } from '../../datasets/case.ts';
import { anchor } from '../render/anchor.ts';
import { codeName, type ReportContext } from '../report-context.ts';
import type { CaseMaterial } from './case-material.ts';
import { findQuote, foldText, type SearchText } from './find-quote.ts';
import type { Mark } from './mark-text.ts';
import { pairFindings } from './pair-findings.ts';

type Place = CaseMaterial['label']['defects'][number]['evidence'][number] & { quote?: string | undefined };

/** Somebody who points to a page or a field as a whole, and where that stands. */
export interface Pointer {
  by: string;
  /** The id of the defect or finding on the page. */
  from: string;
  of: Mark['of'];
}

/** Where the label and the models point to in a case. */
export interface EvidencePlaces {
  marksOn(documentId: string, page: number): readonly Mark[];
  pointersTo(documentId: string, page: number): readonly Pointer[];
  pointersToField(name: string): readonly Pointer[];
  /** The id of the place that the owner's evidence of this index points to; undefined where the case has none such. */
  targetOf(ownerId: string, index: number): string | undefined;
}

/** A case with its places: what its page is written from. */
export interface PlacedCase extends CaseMaterial {
  places: EvidencePlaces;
}

/** The places of one finding that are marked and listed; a model may name a hundred. */
export const placesShown = 20;
/** The findings of one answer that are listed and whose places are marked; a model may report five hundred. */
export const findingsShown = 100;
/** Marks on one page of a document; quotes beyond point to the page as a whole. */
const marksShown = 200;

/**
 * Every place that a defect or a finding names: a quote marks its words where they stand on the named page, or else on
 * the first page of the document that has them; a page or a field without a quote that stands there is pointed to as a whole.
 */
export function placeEvidence(context: ReportContext, material: CaseMaterial): EvidencePlaces {
  const marks = new Map<string, Mark[]>();
  const pointers = new Map<string, Pointer[]>();
  const targets = new Map<string, string>();
  const pages = searchTexts(material.case);
  const point = (key: string, pointer: Pointer) => {
    const there = pointers.get(key) ?? [];
    if (there.some(({ from }) => from === pointer.from)) return;
    pointers.set(key, [...there, pointer]);
  };
  for (const { owner, by, of, places } of ownersOf(context, material)) {
    for (const [index, place] of places.entries()) {
      if ('field' in place) {
        targets.set(`${owner} ${index}`, anchor.field(material.case.caseId, place.field));
        point(`field ${place.field}`, { by, from: owner, of });
        continue;
      }
      const found = locate(material.case, place, pages);
      if (found === undefined) continue;
      const key = `${place.documentId} ${found.page}`;
      const there = marks.get(key) ?? [];
      if (found.range === null || there.length >= marksShown) {
        if (place.page !== undefined || found.only) point(key, { by, from: owner, of });
        targets.set(`${owner} ${index}`, found.anchorId);
        continue;
      }
      const id = `${owner}/sted/${index + 1}`;
      marks.set(key, [...there, { id, by, of, ...found.range }]);
      targets.set(`${owner} ${index}`, id);
    }
  }
  return {
    marksOn: (documentId, page) => marks.get(`${documentId} ${page}`) ?? [],
    pointersTo: (documentId, page) => pointers.get(`${documentId} ${page}`) ?? [],
    pointersToField: (name) => pointers.get(`field ${name}`) ?? [],
    targetOf: (owner, index) => targets.get(`${owner} ${index}`),
  };
}

interface Owner {
  owner: string;
  by: string;
  of: Mark['of'];
  places: readonly Place[];
}

function ownersOf(context: ReportContext, { case: { caseId }, label, answers }: CaseMaterial): Owner[] {
  const gold = label.defects.map(
    ({ defectId, code, evidence }): Owner => ({
      owner: anchor.defect(caseId, defectId),
      by: `${context.words.cases.label}: ${codeName(context, code)}`,
      of: 'label',
      places: evidence,
    }),
  );
  const found = answers.flatMap((answer) =>
    pairFindings(answer)
      .slice(0, findingsShown)
      .map(
        ({ anchorId, finding }): Owner => ({
          owner: anchorId,
          by: `${answer.modelId}: ${finding.code === undefined ? finding.findingId : codeName(context, finding.code)}`,
          of: 'model',
          places: finding.evidence.slice(0, placesShown),
        }),
      ),
  );
  return [...gold, ...found];
}

/** Every page of a case, folded once for all quotes. */
function searchTexts({ documents }: Case): Map<CaseDocument['pages'][number], SearchText> {
  return new Map(documents.flatMap(({ pages }) => pages.map((page) => [page, foldText(page.text)] as const)));
}

/** The page that a place means, with the quote's range on it where its words stand there. */
function locate(
  { caseId, documents }: Case,
  place: { documentId: string; page?: number | undefined; quote?: string | undefined },
  texts: ReadonlyMap<CaseDocument['pages'][number], SearchText>,
) {
  const document = documents.find(({ documentId }) => documentId === place.documentId);
  if (document === undefined) return undefined;
  const named = document.pages.filter(({ page }) => page === place.page);
  for (const page of [...named, ...document.pages]) {
    const range = place.quote === undefined ? null : findQuote(texts.get(page)!, place.quote);
    const pageId = anchor.page(caseId, document.documentId, page.page);
    if (range !== null) return { page: page.page, range, only: false, anchorId: pageId };
  }
  const page = named[0] ?? document.pages[0];
  const only = document.pages.length === 1;
  const anchorId =
    named.length > 0 || only
      ? anchor.page(caseId, document.documentId, page?.page ?? 1)
      : anchor.document(caseId, document.documentId);
  return { page: page?.page ?? 1, range: null, only, anchorId };
}
