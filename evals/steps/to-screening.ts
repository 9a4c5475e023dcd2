import { toWellFormed } from '../../datasets/well-formed.ts';
import type { Model } from '../ports.ts';
import { invalidAnswer } from '../screening/no-answer.ts';
import { type Screening, ScreeningSchema } from '../screening/screening.ts';

/** Checks an answer against the contract; one that breaks it is `invalid` and scores as empty. */
export function toScreening(
  { id, version }: Pick<Model, 'id' | 'version'>,
  caseId: string,
  repeat: number,
  answer: unknown,
): Screening {
  const head = { schema: 'maalestok.screening.v1', model: { id, version }, caseId, repeat } as const;
  if (!isRecord(answer))
    return { ...head, ...invalidAnswer('schema', 'the answer is no object, expected one with findings') };
  if (answer.findings === undefined)
    return { ...head, ...invalidAnswer('schema', 'findings: nothing, expected a list') };
  const { usage: _, ...given } = toWellFormed(answer);
  const checked = ScreeningSchema.safeParse({ status: 'answered', ...given, ...head });
  if (checked.success) {
    const duplicate = firstDuplicate(checked.data.findings.map((finding) => finding.findingId));
    if (duplicate === undefined) return checked.data;
    return {
      ...head,
      ...invalidAnswer('schema', `findings: "${duplicate}" is there twice, expected each findingId once`),
    };
  }
  const issue = checked.error.issues[0]!;
  return { ...head, ...invalidAnswer('schema', `${issue.path.join('.')}: ${issue.message}`) };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstDuplicate(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.has(id) || !seen.add(id));
}
