import { z } from 'zod';
import type { ModelAnswer } from '../ports.ts';
import { answerDepth, exceedsDepth } from '../screening/exceeds-depth.ts';
import { invalidAnswer } from '../screening/no-answer.ts';
import type { ReadAnswer } from '../screening/read-answer-text.ts';
import { FindingSchema, ScreeningSchema } from '../screening/screening.ts';

/** What the prompts ask for. Its findings carry no ids: they are numbered here. */
const PromptAnswerSchema = z.object({
  status: z.enum(['answered', 'abstained']).default('answered'),
  outcome: ScreeningSchema.shape.outcome,
  findings: z.array(FindingSchema.omit({ findingId: true })).max(500),
});

/**
 * A model's answer to one of our prompts as an answer of the run. Members that are null, and evidence that names no
 * place, are left out, and the answer then counts as repaired; anything else that breaks the form makes it invalid.
 */
export function readPromptAnswer({ answer, repaired }: ReadAnswer): ModelAnswer {
  if (exceedsDepth(answer, answerDepth)) {
    return invalidAnswer('too-deep', `lists or objects more than ${answerDepth} deep`);
  }
  const tidied = tidy(answer);
  const checked = PromptAnswerSchema.safeParse(tidied);
  if (!checked.success) {
    const { path, message } = checked.error.issues[0]!;
    return invalidAnswer('schema', `${path.join('.')}: ${message}`);
  }
  const { status, outcome, findings } = checked.data;
  return {
    status,
    findings:
      status === 'abstained' ? [] : findings.map((finding, at) => ({ findingId: `f${at + 1}`, ...finding })),
    ...(outcome === undefined || status === 'abstained' ? {} : { outcome }),
    ...(repaired || JSON.stringify(tidied) !== JSON.stringify(answer) ? { repaired: true } : {}),
  };
}

/** Less nulls, and less evidence without a place. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .filter(([, member]) => member !== null)
    .map(([name, member]) => [name, name === 'evidence' ? placed(tidy(member)) : tidy(member)]);
  return Object.fromEntries(kept);
}

function placed(evidence: unknown): unknown {
  if (!Array.isArray(evidence)) return evidence;
  return evidence.filter(
    (each) => each !== null && (typeof each !== 'object' || 'documentId' in each || 'field' in each),
  );
}
