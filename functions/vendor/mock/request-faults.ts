import type { Asked, Fault } from './fault.ts';
import { type Reply, replyProblem, withText } from './reply.ts';

/** Faults in what is accepted and refused. */
export const requestFaults = {
  'no-auth': { da: 'spørger ikke om nøglen', en: 'does not ask for the key', skips: ['auth'] },
  'accepts-anything': {
    da: 'svarer 200 på en forespørgsel, der ikke er JSON',
    en: 'answers 200 to a request that is no JSON',
    skips: ['json'],
  },
  'accepts-any-shape': {
    da: 'svarer 200 på en forespørgsel uden sag',
    en: 'answers 200 to a request without a case',
    skips: ['shape'],
  },
  'any-content-type': {
    da: 'tager imod text/plain',
    en: 'accepts text/plain',
    skips: ['contentType'],
  },
  'any-contract': {
    da: 'tager imod en version af kontrakten, der ikke findes',
    en: 'accepts a version of the contract that does not exist',
    skips: ['contract'],
  },
  'crash-on-bad-request': {
    da: 'fejler med 500 på en forkert forespørgsel',
    en: 'fails with 500 on a wrong request',
    refusal: (reply) => (reply.status === 401 ? reply : crash()),
  },
  'plain-errors': {
    da: 'fejl er ren tekst',
    en: 'errors are plain text',
    refusal: (reply) => withText(reply, 'Bad request', 'text/plain; charset=utf-8'),
  },
  'leaks-key': {
    da: 'gentager nøglen i sin fejl',
    en: 'repeats the key in its error',
    refusal: (reply, secret) => {
      const problem = JSON.parse(Buffer.from(reply.body).toString('utf8'));
      return withText(reply, JSON.stringify({ ...problem, key: secret }));
    },
  },
  'refuses-unknown-fields': refusing(
    'afviser felter, den ikke kender',
    'refuses fields that it does not know',
    (_, text) => /"futureField"/u.test(text),
  ),
  'refuses-files': refusing(
    'afviser sager med filer',
    'refuses cases with files',
    ({ request }) => request.files.length > 0,
  ),
  'refuses-long-cases': refusing(
    'afviser sager over 50 kB',
    'refuses cases of more than 50 kB',
    (_, text) => text.length > 50_000,
  ),
  'refuses-no-documents': refusing(
    'afviser sager uden dokumenter',
    'refuses cases without documents',
    ({ request }) => request.case.documents.length === 0,
  ),
  'refuses-empty-fields': refusing(
    'afviser sager uden felter',
    'refuses cases without fields',
    ({ request }) => Object.keys(request.case.fields).length === 0,
  ),
  'refuses-local-rules': refusing(
    'afviser sager med lokalplan',
    'refuses cases with a local plan',
    ({ request }) => request.case.localRules.length > 0,
  ),
  'refuses-repeats': refusing('afviser gentagelser', 'refuses repeats', ({ request }) => request.repeat > 0),
  'breaks-on-markup': {
    da: 'fejler med 500 på en sag med HTML i',
    en: 'fails with 500 on a case with HTML in it',
    refuses: (_, text) => (/<script/u.test(text) ? crash() : undefined),
  },
  'one-at-a-time': {
    da: 'fejler med 500, når der spørges to gange på én gang',
    en: 'fails with 500 when asked twice at once',
    refuses: ({ inFlight }) => (inFlight > 1 ? crash() : undefined),
  },
  'mixed-up': {
    da: 'bytter om på svar til samtidige spørgsmål',
    en: 'swaps the answers to questions asked at once',
    mixesUp: true,
  },
  'lost-idempotency': {
    da: 'samme nøgle giver et andet svar',
    en: 'the same key gives another answer',
    forgets: true,
    answer: (answer, { call }) => ({
      ...answer,
      findings: [...(answer.findings as object[]), { findingId: `call-${call}`, text: `Kald ${call}` }],
    }),
  },
} as const satisfies Record<string, Fault>;

function crash(): Reply {
  return replyProblem(500, 'Internal error', 'The mock fails on demand.');
}

function refusing(da: string, en: string, when: (asked: Asked, text: string) => boolean): Fault {
  return {
    da,
    en,
    refuses: (asked, text) =>
      when(asked, text) ? replyProblem(400, 'Refused', 'The mock refuses on demand.') : undefined,
  };
}
