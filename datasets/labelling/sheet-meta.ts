import { z } from 'zod';
import { SplitNameSchema } from '../card.ts';
import { IdSchema } from '../case.ts';
import { JudgedFindingSchema } from '../judged.ts';
import type { SheetToWrite } from '../tables/write-xlsx.ts';

export const SheetKindSchema = z.enum(['annotation', 'correction', 'adjudication', 'pool']);
export type SheetKind = z.infer<typeof SheetKindSchema>;

/** What a workbook for caseworkers was made from: it stands on a hidden sheet, and import checks against it. */
export const SheetMetaSchema = z.strictObject({
  schema: z.literal('maalestok.sheet.v1'),
  kind: SheetKindSchema,
  language: z.enum(['da', 'en']),
  dataset: z.strictObject({
    id: IdSchema,
    version: z.string(),
    /** Of the cases. */
    contentHash: z.string(),
    /** Of the labels as they were; absent where the sheets do not build on them. */
    labelsHash: z.string().optional(),
    /** Of caseworkers' own labels, where first labels are made out of them. */
    annotationsHash: z.string().optional(),
    split: SplitNameSchema,
  }),
  annotator: IdSchema.optional(),
  /** Own earlier labels stood in the sheets. */
  prefilled: z.boolean(),
  /** Where findings come from, by the digits that end a run's name; its words could name a model. */
  runs: z.array(z.string()).optional(),
  cases: z.array(z.strictObject({ sheet: z.string(), caseId: IdSchema })),
  /** Rows of the sheet of decisions, by their number there. */
  rows: z
    .array(
      z.strictObject({
        id: z.string(),
        caseId: IdSchema,
        defectId: IdSchema.optional(),
        code: z.string().optional(),
        /** Of pooling: what the row is about, the one that is shown first. */
        findings: z.array(JudgedFindingSchema).max(20).optional(),
      }),
    )
    .optional(),
});
export type SheetMeta = z.infer<typeof SheetMetaSchema>;

export const metaSheet = '_maalestok';

const pieceLength = 30_000;

/** In ASCII, so that nothing in it is changed on the way; in pieces, since a cell is bounded. */
export function toMetaSheet(meta: SheetMeta): SheetToWrite {
  const text = JSON.stringify(meta).replace(/[^\x20-\x7e]/gu, (mark) =>
    mark.split('').map(escapeUnit).join(''),
  );
  const pieces = text.match(new RegExp(`.{1,${pieceLength}}`, 'gsu')) ?? [];
  return { name: metaSheet, rows: pieces.map((piece) => [`|${piece}`]), hidden: true };
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
