import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { InputError } from '../../../datasets/errors.ts';
import { checkValue } from '../../../datasets/parse-line.ts';
import {
  contractVersion,
  type VendorRequest,
  VendorRequestSchema,
} from '../../../evals/screening/vendor-contract.ts';
import type { TokenDesk } from './create-token-desk.ts';
import type { Rule } from './fault.ts';
import { type Reply, replyProblem } from './reply.ts';

/** A request as it came. */
export interface Incoming {
  headers: Headers;
  text: string;
}

/** Fields that a later version may add are let through. */
const TolerantRequestSchema = z.object(VendorRequestSchema.shape);

/** Stands for a case where a fault lets a request through that has none. */
const noCase = {
  schema: 'maalestok.case.v1',
  caseId: 'unknown',
  task: 'application',
  caseType: 'unknown',
  municipality: 'unknown',
  applicationDate: '2024-09-01',
  zone: '',
  fields: {},
  documents: [],
  files: [],
  localRules: [],
} as const;

/** The question in a request, or the refusal that names the field at fault. */
export function readQuestion(
  { headers, text }: Incoming,
  keeps: (rule: Rule) => boolean,
): VendorRequest | Reply {
  if (keeps('contentType') && !/^application\/json\s*(?:;|$)/iu.test(headers.get('content-type') ?? '')) {
    const detail = 'content-type: expected application/json';
    return replyProblem(415, 'Unsupported media type', detail, 'content-type');
  }
  const value = parse(text);
  if (value === undefined && keeps('json')) {
    return replyProblem(400, 'Bad request', 'The body is no JSON.', 'body');
  }
  const contract = (value as { contract?: unknown } | undefined | null)?.contract;
  if (keeps('contract') && typeof contract === 'string' && contract !== contractVersion) {
    return replyProblem(400, 'Unknown contract', `contract: expected "${contractVersion}"`, 'contract');
  }
  try {
    const known = keeps('contract') ? value : { ...(value as object), contract: contractVersion };
    return checkKey(checkValue(known, TolerantRequestSchema, {}), headers);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (value === undefined ? !keeps('json') : !keeps('shape')) return anyQuestion();
    return replyProblem(400, 'Bad request', error.message, error.problem.field ?? 'body');
  }
}

export function isReply(value: VendorRequest | Reply): value is Reply {
  return 'body' in value;
}

/** The refusal of a request that does not carry the key or a token; undefined where it does. */
export function refuseStranger(
  headers: Headers,
  { apiKey, desk }: { apiKey: string | undefined; desk: TokenDesk | undefined },
): Reply | undefined {
  if (desk !== undefined && !desk.knows(headers)) {
    return replyProblem(
      401,
      'Unauthorized',
      'authorization: expected a token of this service',
      'authorization',
    );
  }
  if (apiKey === undefined || isSame(headers.get('x-api-key') ?? '', apiKey)) return undefined;
  return replyProblem(401, 'Unauthorized', 'x-api-key: expected the key of this service', 'x-api-key');
}

function checkKey(request: VendorRequest, headers: Headers): VendorRequest | Reply {
  const key = headers.get('idempotency-key');
  if (key === null || key === request.requestId) return request;
  const detail = 'Idempotency-Key: expected the same as requestId';
  return replyProblem(400, 'Bad request', detail, 'idempotency-key');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function anyQuestion(): VendorRequest {
  const requestId = '0'.repeat(64);
  return TolerantRequestSchema.parse({
    contract: contractVersion,
    requestId,
    repeat: 0,
    case: noCase,
    files: [],
  });
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
