import type { Card, SplitName } from '../card.ts';
import { displayCitation } from '../rules/display-citation.ts';
import { readCitations } from '../rules/read-citation.ts';
import type { SheetCell, SheetToWrite } from '../tables/write-xlsx.ts';
import type { DefectType } from '../taxonomy/taxonomy.ts';
import { describeCode } from './defect-cells.ts';
import type { SheetContext } from './sheet-context.ts';
import type { SheetKind } from './sheet-meta.ts';
import { wrapText } from './wrap-text.ts';

export interface FrontSheetInput {
  kind: SheetKind;
  card: Card;
  split: SplitName;
  annotator?: string | undefined;
  /** Which file of how many. From 1. */
  part: { number: number; of: number };
}

/** How the sheets are filled in, what each type of defect covers, and which data they are of. */
export function buildFrontSheet(input: FrontSheetInput, context: SheetContext): SheetToWrite {
  const { card, split, kind, annotator, part } = input;
  const { words, language, taxonomy } = context;
  const title = language === 'da' ? card.titleDa : card.titleEn;
  const head: SheetCell[][] = [
    [{ value: words.titles[kind], style: 'title' }],
    [words.version(title, card.id, card.version, card.labelVersion, split)],
    ...(card.synthetic ? [[words.synthetic]] : []),
    ...(annotator === undefined ? [] : [[words.annotator(annotator)]]),
    ...(part.of === 1 ? [] : [[words.part(part.number, part.of)]]),
    [],
    ...words.how[kind].flatMap((line, at) => wrapText(`${at + 1}. ${line}`, 150).map((text) => [text])),
    [],
    [{ value: words.codesTitle, style: 'heading' }],
    words.codeColumns.map((value): SheetCell => ({ value, style: 'header' })),
  ];
  const codes = taxonomy.defects.map((type) => codeRow(type, context));
  return {
    name: words.guide,
    rows: [...head, ...codes],
    widths: [50, 24, 70, 50, 40, 14, 14, 10],
    frozenRows: 1,
    filter: {
      row: head.length - 1,
      bottom: head.length + codes.length - 1,
      columns: words.codeColumns.length,
    },
  };
}

function codeRow(type: DefectType, context: SheetContext): SheetCell[] {
  const { words, language, taxonomy, catalogue } = context;
  const group = taxonomy.groups.find(({ id }) => id === type.group);
  const citations = type.citations.flatMap((citation) => readCitations(citation, catalogue));
  return [
    describeCode(type.code, context),
    (language === 'da' ? group?.nameDa : group?.nameEn) ?? type.group,
    type.definitionDa,
    type.evidenceDa ?? '',
    citations.map(({ citation }) => displayCitation(citation, catalogue)).join('\n'),
    words.roles[type.role],
    words.severities[type.severity],
    type.discretionary ? words.yes : words.no,
  ].map((value): SheetCell => ({ value, style: 'text' }));
}
