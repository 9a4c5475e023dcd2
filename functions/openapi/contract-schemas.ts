import { z } from 'zod';
import { CaseSchema, DocumentSchema, FileSchema, LocalRuleSchema } from '../../datasets/case.ts';
import { CitationInputSchema } from '../../datasets/rules/citation.ts';
import { FindingEvidenceSchema, FindingSchema } from '../../evals/screening/screening.ts';
import {
  ProblemSchema,
  SentFileSchema,
  VendorAnswerSchema,
  VendorRequestSchema,
} from '../../evals/screening/vendor-contract.ts';

type JsonSchema = Record<string, unknown>;

const sent = {
  Request: VendorRequestSchema,
  Case: CaseSchema,
  Document: DocumentSchema,
  File: FileSchema,
  SentFile: SentFileSchema,
  LocalRule: LocalRuleSchema,
};

const answered = {
  Answer: VendorAnswerSchema,
  Finding: FindingSchema,
  Evidence: FindingEvidenceSchema,
  Citation: CitationInputSchema,
  Problem: ProblemSchema,
};

/** JSON Schemas by name, from the zod schemas that check what is sent and answered. */
export function contractSchemas(): Record<string, JsonSchema> {
  return { ...exportSchemas(sent, 'output'), ...exportSchemas(answered, 'input') };
}

/** What we send is whole (`output`); of an answer, what has a default may be left out (`input`). */
function exportSchemas(
  schemas: Record<string, z.ZodType>,
  io: 'input' | 'output',
): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const exported = z.toJSONSchema(registry, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
    // Either side lets through what it does not know, so that a field more is no new version.
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  const named = Object.entries(exported.schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]);
  return Object.fromEntries(named);
}
