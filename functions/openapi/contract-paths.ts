import { httpLimits } from '../adapters/http/http-limits.ts';
import { answerExamples, problemExample, requestExample } from './contract-examples.ts';

type Json = Record<string, unknown>;

const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const responseRef = (name: string) => ({ $ref: `#/components/responses/${name}` });

const examples = Object.fromEntries(Object.entries(answerExamples).map(([name, value]) => [name, { value }]));

const headers: Record<string, Json> = {
  'Retry-After': {
    description: 'How long to wait: seconds, or an HTTP date. More than an hour is read as an hour.',
    schema: { type: 'string', examples: ['5', 'Thu, 01 Jan 2026 12:00:00 GMT'] },
  },
  Location: {
    description:
      'Where to ask for the answer: an address of the same origin as the one posted to. Another is not asked, and the case fails.',
    required: true,
    schema: { type: 'string', format: 'uri-reference', examples: ['/jobs/3f3f'] },
  },
};

const problem = (description: string, retry = false): Json => ({
  description,
  ...(retry ? { headers: { 'Retry-After': headers['Retry-After'] } } : {}),
  content: { 'application/problem+json': { schema: schemaRef('Problem'), example: problemExample } },
});

/** Replies that both operations share. */
export const contractResponses: Record<string, Json> = {
  Answer: {
    description: [
      `The answer to the case, in UTF-8, as it is or packed with gzip; at most ${httpLimits.answerBytes} bytes unpacked,`,
      `whole within ${httpLimits.bodyMs / 1000} seconds of its headers.`,
    ].join(' '),
    content: { 'application/json': { schema: schemaRef('Answer'), examples } },
  },
  Accepted: {
    description: 'Not done yet: ask again at `Location`, after `Retry-After`, until the answer is there.',
    headers,
  },
  Refused: problem('The request is wrong or not allowed. It is not sent again: the case counts as failed.'),
  Unauthorized: problem(
    'The credentials are missing or wrong. An OAuth2 token that has served is renewed once.',
  ),
  Busy: problem('Too much at once: the same request comes again, later.', true),
  Failed: problem('The service failed: the same request comes again, at most as often as the suite says.'),
};

const replies = {
  200: responseRef('Answer'),
  202: responseRef('Accepted'),
  401: responseRef('Unauthorized'),
  429: responseRef('Busy'),
  503: responseRef('Busy'),
  '4XX': responseRef('Refused'),
  '5XX': responseRef('Failed'),
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'The `requestId`: the same for every attempt at this question. A second request with it is to give the same answer, and not a second screening.',
  schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
};

export const contractPaths: Record<string, Json> = {
  '/screen': {
    post: {
      operationId: 'screenCase',
      summary: 'Screen one case',
      description: `The path is the vendor's own choice: the suite names the whole address. Redirects are followed at most ${httpLimits.redirects} times, and with the case only within the same origin.`,
      parameters: [idempotencyKey],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: schemaRef('Request'),
            examples: { synthetic: { value: requestExample } },
          },
        },
      },
      responses: replies,
    },
  },
  '/jobs/{jobId}': {
    get: {
      operationId: 'readAnswer',
      summary: 'Ask for an answer that was not ready',
      description: 'Any address that `Location` named; this path is an example.',
      parameters: [{ name: 'jobId', in: 'path', required: true, schema: { type: 'string' } }],
      responses: replies,
    },
  },
};
