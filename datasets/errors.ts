/** Where a user's input is wrong, as far as it is known. Lines count from 1. */
export interface InputPlace {
  file?: string | undefined;
  line?: number | undefined;
  field?: string | undefined;
}

export interface InputProblem extends InputPlace {
  /** What is there, short; never a case's text in full. */
  is: string;
  expected: string;
  /** How to mend it, one sentence. */
  mend?: string | undefined;
}

/** The user's file or flag is wrong. Printed without a stack; exit 2. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problem: InputProblem;

  constructor(problem: InputProblem, options?: { cause?: unknown }) {
    super(renderInputProblem(problem), options);
    this.problem = problem;
  }
}

/** A stored artefact of ours is missing or malformed. The key says which. */
export class ArtifactError extends Error {
  override readonly name = 'ArtifactError';
}

/** The model's service is busy: back off and ask again. */
export class ModelThrottledError extends Error {
  override readonly name = 'ModelThrottledError';
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options?: { cause?: unknown; retryAfterMs?: number }) {
    super(message, options);
    this.retryAfterMs = options?.retryAfterMs;
  }
}

/**
 * The model's service failed on this case: for good, or `retryable` (a lost connection, a 500), where asking again
 * may help. In the end it becomes a failed screening.
 */
export class ModelCallError extends Error {
  override readonly name = 'ModelCallError';
  readonly kind: string;
  readonly retryable: boolean;

  constructor(kind: string, message: string, options?: { cause?: unknown; retryable?: boolean }) {
    super(message, options);
    this.kind = kind;
    this.retryable = options?.retryable ?? false;
  }
}

/** Cuts untrusted text for a message: one line, at most `limit` characters. */
export function excerpt(text: string, limit = 60): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit)}…` : line;
}

/** `card.json, line 3, field splits`; empty where nothing is known. */
export function renderPlace({ file, line, field }: InputPlace): string {
  const parts = [
    file,
    line === undefined ? undefined : `line ${line}`,
    field === undefined ? undefined : renderField(field),
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function renderInputProblem(problem: InputProblem): string {
  const place = renderPlace(problem);
  const where = place === '' ? '' : `${place}: `;
  const mend = problem.mend === undefined ? '' : `\n  ${problem.mend}`;
  return `${where}${problem.is}, expected ${problem.expected}${mend}`;
}

function renderField(field: string): string {
  return field.startsWith('--') ? `flag ${field}` : `field ${field}`;
}
