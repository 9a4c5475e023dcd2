import { z } from 'zod';
import { InputError } from '../../datasets/errors.ts';
import { describeIssue, firstIssue } from '../../datasets/parse-line.ts';

/** What goes wrong, by its kind: the `type` is `urn:maalestok:problem:KIND`. */
export const problemKinds = {
  malformed: { status: 400, title: 'The request cannot be read' },
  unauthenticated: { status: 401, title: 'Who asks is not known' },
  forbidden: { status: 403, title: 'This is not allowed' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'This cannot be done here' },
  conflict: { status: 409, title: 'The state does not allow it' },
  'in-progress': { status: 409, title: 'The same request is being worked on' },
  'too-large': { status: 413, title: 'The body is too large' },
  'media-type': { status: 415, title: 'The body is of the wrong kind' },
  invalid: { status: 422, title: 'A value is wrong' },
  'key-reused': { status: 422, title: 'The idempotency key belongs to another request' },
  quota: { status: 429, title: 'The quota is used up' },
  'rate-limit': { status: 429, title: 'Too many requests' },
  failed: { status: 500, title: 'We failed' },
  unavailable: { status: 503, title: 'Too much at once' },
} as const;
export type ProblemKind = keyof typeof problemKinds;

/** What of the request is wrong, and how to mend it. */
export const FaultSchema = z.strictObject({
  field: z.string().optional(),
  /** Of an uploaded file, from 1. */
  line: z.int().optional(),
  is: z.string(),
  expected: z.string(),
  mend: z.string().optional(),
});
export type Fault = z.infer<typeof FaultSchema>;

/** An error as RFC 9457 has it, with what is wrong in which field. */
export const PlatformProblemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string(),
  /** Names the request in our log and audit. */
  instance: z.string(),
  errors: z.array(FaultSchema).optional(),
});
export type PlatformProblem = z.infer<typeof PlatformProblemSchema>;

export interface ApiProblemOptions {
  faults?: readonly Fault[];
  headers?: Record<string, string>;
  /** For our log, and told to nobody. */
  cause?: unknown;
}

/** Ends a request with a problem. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly kind: ProblemKind;
  readonly faults: readonly Fault[];
  readonly headers: Record<string, string>;

  constructor(
    kind: ProblemKind,
    detail: string,
    { faults = [], headers = {}, cause }: ApiProblemOptions = {},
  ) {
    super(detail, { cause });
    this.kind = kind;
    this.faults = faults;
    this.headers = headers;
  }
}

/** At most so many faults are told at once. */
const mostFaults = 20;

/** @throws {ApiProblem} `invalid`, with every field that breaks the schema */
export function checkRequest<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
  at: string,
): z.output<Schema> {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const faults = checked.error.issues.slice(0, mostFaults).map((issue) => {
    const { field, is, expected, mend } = describeIssue(value, firstIssue([issue]));
    return {
      ...(field === undefined ? {} : { field }),
      is,
      expected,
      ...(mend === undefined ? {} : { mend }),
    };
  });
  throw new ApiProblem('invalid', `The ${at} does not meet its schema.`, { faults });
}

/** A user's error as what is told of it; the place of a file of ours is not. */
export function faultOf({ problem: { field, line, is, expected, mend } }: InputError): Fault {
  return {
    ...(field === undefined ? {} : { field }),
    ...(line === undefined ? {} : { line }),
    is,
    expected,
    ...(mend === undefined ? {} : { mend }),
  };
}

export function toProblem(error: unknown, requestId: string): PlatformProblem {
  const say = (kind: ProblemKind, detail: string, faults: readonly Fault[] = []): PlatformProblem => ({
    type: `urn:maalestok:problem:${kind}`,
    ...problemKinds[kind],
    detail,
    instance: `urn:maalestok:request:${requestId}`,
    ...(faults.length === 0 ? {} : { errors: [...faults] }),
  });
  if (error instanceof ApiProblem) return say(error.kind, error.message, error.faults);
  if (error instanceof InputError)
    return say('invalid', 'What the request names is wrong.', [faultOf(error)]);
  return say('failed', 'The request was not done, by our fault. It can be sent again with the same key.');
}
