import { type Check, fail, pass, quote, type Verdict } from './check.ts';
import { answerOf } from './exchange.ts';
import type { Received } from './transport.ts';
import type { World } from './world.ts';

const answered = ['status', 'async-ends'] as const;

/** Judges the last response to the plain question. */
function ofPlain(judge: (received: Received) => Verdict) {
  return async (world: World): Promise<Verdict> => judge((await world.ask('plain')).last!);
}

/** Whether the answer's bytes are JSON in UTF-8, and say so. */
export const formatChecks: Check[] = [
  {
    id: 'content-type',
    level: 'required',
    needs: answered,
    asks: { da: 'Content-Type er application/json', en: 'Content-Type is application/json' },
    mend: {
      da: 'Send Content-Type: application/json, også gennem en proxy.',
      en: 'Send Content-Type: application/json, through a proxy too.',
    },
    run: ofPlain(({ headers }) => {
      const type = headers['content-type'] ?? '';
      if (/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/iu.test(type)) return pass;
      return type === '' ? fail('content-type', 'intet', 'nothing') : fail('content-type', quote(type));
    }),
  },
  {
    id: 'charset',
    level: 'required',
    needs: answered,
    asks: { da: 'Intet andet tegnsæt end UTF-8 er nævnt', en: 'No charset but UTF-8 is named' },
    mend: { da: 'Skriv charset=utf-8, eller intet.', en: 'Write charset=utf-8, or nothing.' },
    run: ofPlain(({ headers }) => {
      const charset = /charset\s*=\s*"?([^";\s]*)/iu.exec(headers['content-type'] ?? '')?.[1];
      return charset === undefined || /^utf-?8$/iu.test(charset)
        ? pass
        : fail('content-type', quote(charset));
    }),
  },
  {
    id: 'utf8',
    level: 'required',
    needs: answered,
    asks: { da: 'Svaret er UTF-8 uden byte order mark', en: 'The answer is UTF-8 without byte order mark' },
    mend: {
      da: 'Skriv svaret som UTF-8 med et JSON-bibliotek, uden byte order mark.',
      en: 'Write the answer as UTF-8 with a JSON library, without byte order mark.',
    },
    run: ofPlain(({ body }) => {
      try {
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
        return text.startsWith('\uFEFF') ? fail('body', 'byte order mark') : pass;
      } catch {
        return fail('body', 'bytes, der ikke er UTF-8', 'bytes that are no UTF-8');
      }
    }),
  },
  {
    id: 'json',
    level: 'required',
    needs: [...answered, 'utf8'],
    asks: { da: 'Svaret er ét JSON-objekt', en: 'The answer is one JSON object' },
    mend: {
      da: 'Send kun objektet: ingen ord foran, ingen Markdown, ingen liste om det.',
      en: 'Send the object alone: no words before it, no Markdown, no list around it.',
    },
    async run(world) {
      const exchange = await world.ask('plain');
      return answerOf(exchange) === undefined ? fail('body', 'intet JSON-objekt', 'no JSON object') : pass;
    },
  },
];
