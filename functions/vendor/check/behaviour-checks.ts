import { isDeepStrictEqual } from 'node:util';
import { judgeAnswered } from './case-checks.ts';
import { type Check, fail, pass } from './check.ts';
import { answerOf, type Exchange } from './exchange.ts';

const needs = ['json', 'case-id'] as const;

/** What must be the same where the key is: not what was used. */
function essence(exchange: Exchange): unknown[] {
  const { caseId, status, outcome, findings } = answerOf(exchange) ?? {};
  return [caseId, status, outcome, findings];
}

/** Whether answers hang together over several calls. */
export const behaviourChecks: Check[] = [
  {
    id: 'idempotent',
    level: 'required',
    needs,
    asks: {
      da: 'Samme Idempotency-Key giver samme svar',
      en: 'The same Idempotency-Key gives the same answer',
    },
    mend: {
      da: 'Gem svaret under nøglen i mindst et døgn, og send det igen i stedet for at regne forfra.',
      en: 'Keep the answer under its key for at least a day, and send it again instead of computing anew.',
    },
    async run(world) {
      const [first, again] = [await world.ask('plain'), await world.ask('sameKey')];
      const answered = judgeAnswered(again, 'Idempotency-Key');
      if (answered.verdict !== 'pass') return answered;
      if (isDeepStrictEqual(essence(first), essence(again))) return pass;
      return fail('Idempotency-Key', 'et andet svar anden gang', 'another answer the second time');
    },
  },
  {
    id: 'new-key',
    level: 'required',
    needs,
    asks: { da: 'Samme sag under en ny nøgle', en: 'The same case under a new key' },
    mend: {
      da: 'Afvis ikke en sag, der er set før; gentagelser måler, om svar er stabile.',
      en: 'Do not refuse a case that was seen before; repeats measure whether answers are stable.',
    },
    run: async (world) => judgeAnswered(await world.ask('newKey'), 'Idempotency-Key'),
  },
  {
    id: 'repeat',
    level: 'required',
    needs,
    asks: { da: 'repeat over 0', en: 'repeat above 0' },
    mend: { da: 'Tag imod repeat 0, 1, 2 …', en: 'Accept repeat 0, 1, 2 …' },
    run: async (world) => judgeAnswered(await world.ask('repeat'), 'repeat'),
  },
  {
    id: 'parallel',
    level: 'required',
    needs,
    asks: { da: '8 spørgsmål på én gang, hvert sit svar', en: '8 questions at once, each its own answer' },
    mend: {
      da: 'Del ingen tilstand mellem forespørgsler; har du travlt, så svar 429 med Retry-After.',
      en: 'Share no state between requests; where you are busy, answer 429 with Retry-After.',
    },
    async run(world) {
      const verdicts = (await world.askAtOnce()).map((exchange) => judgeAnswered(exchange, 'status'));
      return verdicts.find(({ verdict }) => verdict === 'fail') ?? pass;
    },
  },
];
