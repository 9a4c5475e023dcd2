import { readRetryAfter } from '../../adapters/read-retry-after.ts';
import { type Check, fail, notApplicable, pass, quote, type Verdict } from './check.ts';
import { answerOf, type Exchange, type Json } from './exchange.ts';
import { withoutKey } from './refusal-checks.ts';

/** Shorter ones would be found in texts that have nothing to do with them. */
const shortestSecret = 6;

const needs = ['json', 'case-id'] as const;

const modelOf = (exchange: Exchange): Json => Object(answerOf(exchange)?.model);

/** The same text as JSON reads it: `\\/` and `\\u002b` hide no key. */
function unescaped(text: string): string[] {
  try {
    return [JSON.stringify(JSON.parse(text))];
  } catch {
    return [];
  }
}

/** What shows only over all that was asked: these come last. */
export const overallChecks: Check[] = [
  {
    id: 'model-version',
    level: 'required',
    needs,
    asks: { da: 'model.version er den samme i alle svar', en: 'model.version is the same in all answers' },
    mend: {
      da: 'Hold versionen fast under en måling; et svar fra en anden version er ugyldigt.',
      en: 'Keep the version fixed during a measurement; an answer of another version is invalid.',
    },
    async run(world) {
      const versions = world.asked().flatMap((exchange) => {
        const { version } = modelOf(exchange);
        return answerOf(exchange) === undefined ? [] : [String(version)];
      });
      const [first, other] = [...new Set(versions)];
      return other === undefined ? pass : fail('model.version', `${quote(first!)}, ${quote(other)}`);
    },
  },
  {
    id: 'model-named',
    level: 'advised',
    needs,
    asks: { da: 'Svaret siger model.id og model.version', en: 'The answer says model.id and model.version' },
    mend: {
      da: 'Send model: {"id": …, "version": …}, så det kan ses, hvad der svarede.',
      en: 'Send model: {"id": …, "version": …}, so that it shows what answered.',
    },
    async run(world) {
      const { id, version } = modelOf(await world.ask('plain'));
      const missing =
        typeof id !== 'string' ? 'model.id' : typeof version !== 'string' ? 'model.version' : '';
      return missing === '' ? pass : fail(missing, 'intet', 'nothing');
    },
  },
  {
    id: 'retry-after',
    level: 'required',
    needs: ['reachable'],
    asks: { da: 'Retry-After kan læses, hvor den er sat', en: 'Retry-After can be read where it is set' },
    mend: { da: 'Skriv hele sekunder eller en HTTP-dato.', en: 'Write whole seconds or an HTTP date.' },
    async run(world): Promise<Verdict> {
      const values = world
        .made()
        .flatMap(({ responses }) => responses.flatMap(({ headers }) => headers['retry-after'] ?? []));
      if (values.length === 0) return notApplicable('ikke sat', 'not set');
      const wrong = values.find((value) => readRetryAfter(value, 0) === undefined);
      return wrong === undefined ? pass : fail('retry-after', quote(wrong));
    },
  },
  {
    id: 'latency',
    level: 'advised',
    needs,
    asks: { da: 'Svartid under grænsen', en: 'Answer time below the limit' },
    mend: {
      da: 'Svar hurtigere, eller svar 202 og lad svaret hentes. Grænsen sættes med --slow-s.',
      en: 'Answer faster, or answer 202 and let the answer be fetched. --slow-s sets the limit.',
    },
    async run(world) {
      const slowest = Math.max(...world.asked().map(({ latencyMs }) => latencyMs));
      const seconds = (slowest / 1000).toFixed(1);
      const [da, en] = [`langsomste ${seconds.replace('.', ',')} s`, `slowest ${seconds} s`];
      return slowest > world.slowMs ? fail('latency', da, en) : { verdict: 'pass', note: { da, en } };
    },
  },
  {
    id: 'secret-kept',
    level: 'required',
    needs: ['reachable'],
    asks: { da: 'Nøglen gentages i intet svar', en: 'The key is repeated in no response' },
    mend: { da: 'Skriv aldrig nøglen i svar eller fejl.', en: 'Never write the key into answers or errors.' },
    async run(world) {
      if (world.secrets.length === 0) return withoutKey;
      const decoder = new TextDecoder();
      const told = world.made().flatMap(({ responses }) =>
        responses.flatMap(({ headers, body }) => {
          const text = decoder.decode(body);
          return [JSON.stringify(headers), text, ...unescaped(text)];
        }),
      );
      const secrets = world.secrets.filter(({ length }) => length >= shortestSecret);
      const leaks = told.some((text) => secrets.some((secret) => text.includes(secret)));
      return leaks ? fail('body', 'nøglen', 'the key') : pass;
    },
  },
];
