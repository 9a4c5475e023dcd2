import { ProblemSchema } from '../../../evals/screening/vendor-contract.ts';
import type { BadRequestName } from './bad-requests.ts';
import { type Check, fail, notApplicable, pass, type Verdict, type Wording } from './check.ts';
import { type Exchange, readObject } from './exchange.ts';
import type { World } from './world.ts';

const needs = ['json'] as const;

function judgeRefused({ last, failure }: Exchange, statuses: readonly number[], field: string): Verdict {
  if (last === null) return fail(field, `intet svar (${failure?.kind})`, `no answer (${failure?.kind})`);
  return statuses.includes(last.status) ? pass : fail(field, `status ${last.status}`);
}

interface Refusal {
  id: string;
  name: BadRequestName;
  statuses: readonly number[];
  field: string;
  asks: Wording;
  mend: Wording;
  onlyWithAuth?: boolean;
}

function refusalCheck({ id, name, statuses, field, asks, mend, onlyWithAuth }: Refusal): Check {
  return {
    id,
    level: 'required',
    needs,
    asks,
    mend,
    async run(world) {
      if (onlyWithAuth && world.secrets.length === 0) return withoutKey;
      return judgeRefused(await world.sendBad(name), statuses, field);
    },
  };
}

export const withoutKey = notApplicable('ingen nøgle er givet', 'no key is given');

/** Refusals that a person at the other end must be able to read. */
async function refusalsOf(world: World): Promise<Exchange[]> {
  const names = ['malformed', 'withoutCase', 'unknownContract', 'plainText'] as const;
  const sent: Exchange[] = [];
  for (const name of names) sent.push(await world.sendBad(name));
  return sent.filter(({ last }) => last !== null && last.status >= 400);
}

/** Whether what is wrong is refused, and how. */
export const refusalChecks: Check[] = [
  refusalCheck({
    id: 'malformed-json',
    name: 'malformed',
    statuses: [400, 422],
    field: 'body',
    asks: { da: 'Halv JSON afvises med 400', en: 'Half a JSON text is refused with 400' },
    mend: { da: 'Svar 400, ikke 200 eller 500.', en: 'Answer 400, not 200 or 500.' },
  }),
  refusalCheck({
    id: 'without-case',
    name: 'withoutCase',
    statuses: [400, 422],
    field: 'case',
    asks: {
      da: 'En forespørgsel uden sag afvises med 400',
      en: 'A request without a case is refused with 400',
    },
    mend: {
      da: 'Tjek forespørgslen efter openapi.json; svar 400.',
      en: 'Check the request by openapi.json; answer 400.',
    },
  }),
  refusalCheck({
    id: 'unknown-contract',
    name: 'unknownContract',
    statuses: [400, 422],
    field: 'contract',
    asks: {
      da: 'En ukendt version af kontrakten afvises',
      en: 'An unknown version of the contract is refused',
    },
    mend: {
      da: 'Tjek contract, og svar 400 på en version, du ikke kender.',
      en: 'Check contract, and answer 400 to a version you do not know.',
    },
  }),
  refusalCheck({
    id: 'wrong-content-type',
    name: 'plainText',
    statuses: [400, 406, 415, 422],
    field: 'content-type',
    asks: { da: 'text/plain afvises med 415', en: 'text/plain is refused with 415' },
    mend: { da: 'Tag kun imod application/json.', en: 'Accept application/json only.' },
  }),
  refusalCheck({
    id: 'missing-auth',
    name: 'withoutAuth',
    statuses: [401],
    field: 'auth',
    onlyWithAuth: true,
    asks: { da: 'Uden nøgle: 401', en: 'Without key: 401' },
    mend: {
      da: 'Afvis hver forespørgsel uden nøgle med 401.',
      en: 'Refuse every request without the key with 401.',
    },
  }),
  refusalCheck({
    id: 'wrong-auth',
    name: 'wrongAuth',
    statuses: [401, 403],
    field: 'auth',
    onlyWithAuth: true,
    asks: { da: 'Forkert nøgle: 401 eller 403', en: 'Wrong key: 401 or 403' },
    mend: { da: 'Sammenlign hele nøglen.', en: 'Compare the whole key.' },
  }),
  {
    id: 'problem-json',
    level: 'required',
    needs,
    asks: { da: 'Fejl er application/problem+json', en: 'Errors are application/problem+json' },
    mend: {
      da: 'Send title, status og detail efter RFC 9457, så fejlen kan læses i rapporten.',
      en: 'Send title, status and detail by RFC 9457, so that the report can tell the error.',
    },
    async run(world) {
      const refusals = await refusalsOf(world);
      if (refusals.length === 0) return notApplicable('intet blev afvist', 'nothing was refused');
      for (const { last } of refusals) {
        if (!/^application\/problem\+json/iu.test(last!.headers['content-type'] ?? '')) {
          return fail('content-type', 'en anden type', 'another type');
        }
        const problem = ProblemSchema.safeParse(readObject(last!.body));
        if (!problem.success) return fail('title', 'intet', 'nothing');
        if (problem.data.status !== undefined && problem.data.status !== last!.status) {
          return fail(
            'status',
            `${problem.data.status} i ${last!.status}`,
            `${problem.data.status} in ${last!.status}`,
          );
        }
      }
      return pass;
    },
  },
  {
    id: 'names-field',
    level: 'advised',
    needs: ['problem-json', 'without-case'],
    asks: { da: 'Fejlen nævner feltet', en: 'The error names the field' },
    mend: { da: 'Nævn feltet (case) i detail.', en: 'Name the field (case) in detail.' },
    async run(world) {
      const body = readObject((await world.sendBad('withoutCase')).last?.body ?? new Uint8Array());
      return /\bcase\b/u.test(JSON.stringify(body)) ? pass : fail('detail', 'intet felt', 'no field');
    },
  },
];
