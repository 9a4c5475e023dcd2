import { VendorAnswerSchema } from '../../../evals/screening/vendor-contract.ts';
import { quote, type Wording } from './check.ts';
import type { Json } from './exchange.ts';

/** A field of an answer that breaks the contract. */
export interface AnswerIssue {
  /** `findings[0].confidence` */
  field: string;
  is: Wording;
}

/** The parts of an answer that have a check of their own; `shape` is all the rest. */
export type AnswerPart =
  | 'caseId'
  | 'status'
  | 'outcome'
  | 'findings'
  | 'findingId'
  | 'citations'
  | 'evidence'
  | 'confidence'
  | 'shape';

/** The first issue of each part. */
export function findAnswerIssues(answer: Json): Map<AnswerPart, AnswerIssue> {
  const found = new Map<AnswerPart, AnswerIssue>();
  const checked = VendorAnswerSchema.safeParse(answer);
  for (const { path } of checked.error?.issues ?? []) {
    const part = partOf(path);
    if (!found.has(part)) found.set(part, { field: renderField(path), is: describe(valueAt(answer, path)) });
  }
  const twice = found.has('findings') ? undefined : findDuplicate(answer.findings as Json[]);
  if (twice !== undefined && !found.has('findingId')) found.set('findingId', twice);
  return found;
}

function partOf([head, , member]: readonly PropertyKey[]): AnswerPart {
  if (head === 'caseId' || head === 'status' || head === 'outcome') return head;
  if (head !== 'findings') return 'shape';
  if (member === undefined) return 'findings';
  if (member === 'findingId' || member === 'citations' || member === 'evidence' || member === 'confidence') {
    return member;
  }
  return 'shape';
}

function findDuplicate(findings: readonly Json[]): AnswerIssue | undefined {
  const seen = new Set<unknown>();
  for (const [index, { findingId }] of findings.entries()) {
    if (seen.has(findingId)) {
      const id = quote(String(findingId));
      return { field: `findings[${index}].findingId`, is: { da: `${id} igen`, en: `${id} again` } };
    }
    seen.add(findingId);
  }
  return undefined;
}

export function renderField(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${quote(String(key)).slice(1, -1)}`))
    .join('')
    .replace(/^\./u, '');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path)
    at = typeof at === 'object' && at !== null ? (at as Json)[key as string] : undefined;
  return at;
}

function describe(value: unknown): Wording {
  if (value === undefined) return { da: 'intet', en: 'nothing' };
  if (Array.isArray(value)) return { da: `en liste med ${value.length}`, en: `a list of ${value.length}` };
  if (typeof value === 'object' && value !== null) return { da: 'et objekt', en: 'an object' };
  const text = typeof value === 'string' ? quote(value) : String(value);
  return { da: text, en: text };
}
