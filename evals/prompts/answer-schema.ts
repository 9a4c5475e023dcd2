import { screeningLimits } from '../screening/screening.ts';

/** A JSON Schema, as tools and structured outputs take it. */
export type JsonSchema = { [key: string]: JsonSchemaPart };
type JsonSchemaPart = string | number | boolean | JsonSchemaPart[] | JsonSchema;

/** What a model is asked to answer. Few words of JSON Schema: not every model's tools know more. */
export function answerSchema({ codes }: { codes: boolean }): JsonSchema {
  const code = { type: 'string', description: 'Koden fra listen; udelades, hvis ingen passer.' };
  return {
    type: 'object',
    properties: {
      status: { type: 'string', enum: ['answered', 'abstained'] },
      outcome: { type: 'string', enum: ['complete', 'deficient', 'noPermitNeeded'] },
      findings: {
        type: 'array',
        maxItems: screeningLimits.findings,
        description: 'Tom, hvis ansøgningen ingen mangler har.',
        items: {
          type: 'object',
          properties: {
            text: { type: 'string' },
            ...(codes ? { code } : {}),
            citations: { type: 'array', items: { type: 'string' }, maxItems: screeningLimits.citations },
            evidence: { type: 'array', items: evidence, maxItems: screeningLimits.evidence },
            confidence: { type: 'number', minimum: 0, maximum: 1 },
            needsJudgement: { type: 'boolean' },
          },
          required: ['text', 'citations', 'evidence', 'confidence', 'needsJudgement'],
        },
      },
    },
    required: ['status', 'outcome', 'findings'],
  };
}

const evidence: JsonSchema = {
  type: 'object',
  description: 'Enten documentId (og page) eller field.',
  properties: {
    documentId: { type: 'string' },
    page: { type: 'integer', minimum: 1 },
    field: { type: 'string' },
    quote: { type: 'string' },
  },
};
