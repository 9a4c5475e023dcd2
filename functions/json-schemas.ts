import { z } from 'zod';
import { CardSchema } from '../datasets/card.ts';
import { CaseSchema } from '../datasets/case.ts';
import { ChangeSchema } from '../datasets/change.ts';
import { JudgedSchema } from '../datasets/judged.ts';
import { AnnotationSchema, LabelSchema } from '../datasets/label.ts';
import { CatalogueSchema } from '../datasets/rules/catalogue.ts';
import { TaxonomySchema } from '../datasets/taxonomy/taxonomy.ts';
import {
  CallSchema,
  OperationSchema,
  ResultSchema,
  RunRecordSchema,
  ShardSchema,
} from '../evals/artifacts.ts';
import { CheckInCaseSchema, CheckInSchema } from '../evals/check-in/check-in.ts';
import { ComparisonSchema } from '../evals/comparison.ts';
import { EstimateSchema } from '../evals/prices/estimate.ts';
import { BoardListSchema, BoardSchema, ModelHistorySchema } from '../evals/publishing/board.ts';
import { ConsentFileSchema } from '../evals/publishing/consent.ts';
import { ModelCountsSchema, PublicationSchema } from '../evals/publishing/publication.ts';
import { CaseScoreSchema } from '../evals/scores/case-score.ts';
import { ScreeningSchema } from '../evals/screening/screening.ts';
import { SignatureSchema } from '../evals/signing/signature.ts';
import { VerificationSchema } from '../evals/signing/verification.ts';
import { SuiteSchema } from '../evals/suite.ts';
import { ClusterSchema } from '../reports/check-in/cluster.ts';

const schemas = {
  annotation: AnnotationSchema,
  board: BoardSchema,
  boards: BoardListSchema,
  call: CallSchema,
  card: CardSchema,
  case: CaseSchema,
  catalogue: CatalogueSchema,
  change: ChangeSchema,
  'check-in': CheckInSchema,
  'check-in-case': CheckInCaseSchema,
  cluster: ClusterSchema,
  comparison: ComparisonSchema,
  consent: ConsentFileSchema,
  counts: ModelCountsSchema,
  estimate: EstimateSchema,
  judged: JudgedSchema,
  label: LabelSchema,
  model: ModelHistorySchema,
  operation: OperationSchema,
  publication: PublicationSchema,
  result: ResultSchema,
  run: RunRecordSchema,
  score: CaseScoreSchema,
  screening: ScreeningSchema,
  shard: ShardSchema,
  signature: SignatureSchema,
  suite: SuiteSchema,
  taxonomy: TaxonomySchema,
  verification: VerificationSchema,
} as const;

export type JsonSchemaName = keyof typeof schemas;

export const jsonSchemaNames = Object.keys(schemas) as JsonSchemaName[];

/** The JSON Schema (draft 2020-12) of what is handed in, made from the same zod schema that checks it. */
export function renderJsonSchema(name: JsonSchemaName): string {
  const schema = z.toJSONSchema(schemas[name], { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ ...schema, title: `maalestok.${name}.v1` }, null, 2)}\n`;
}
