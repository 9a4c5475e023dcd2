import { type Check, fail, notApplicable, pass, type Verdict } from './check.ts';
import type { Exchange, ExchangeFailure } from './exchange.ts';
import type { World } from './world.ts';

/** Fails where the plain question ended in one of these ways. */
function withoutFailure(kinds: readonly ExchangeFailure['kind'][], field: string) {
  return async (world: World): Promise<Verdict> => {
    const { failure } = await world.ask('plain');
    if (failure === undefined || !kinds.includes(failure.kind)) return pass;
    return fail(field, ...failures[failure.kind]);
  };
}

const failures: Record<ExchangeFailure['kind'], [da: string, en: string]> = {
  address: ['en adresse, der ikke må kaldes', 'an address that must not be called'],
  connection: ['ingen forbindelse', 'no connection'],
  broken: ['et svar, der afbrydes', 'an answer that breaks off'],
  timeout: ['intet svar inden for tiden', 'no answer in time'],
  tooLarge: ['et svar over grænsen', 'an answer above the limit'],
  redirect: ['en omdirigering til en anden maskine', 'a redirect to another origin'],
  noLocation: ['ingen Location på samme maskine', 'no Location on the same origin'],
  neverReady: ['202, til tiden var gået', '202 until the time was over'],
};

function asynchronous(exchange: Exchange): boolean {
  return exchange.responses.some(({ status }) => status === 202);
}

/** Whether an answer comes at all, whole and in time, now or later. */
export const connectionChecks: Check[] = [
  {
    id: 'confidential',
    level: 'required',
    needs: [],
    asks: { da: 'TLS, eller et privat net', en: 'TLS, or a private network' },
    mend: {
      da: 'Brug https:// på det åbne net. Et privat net og denne maskine kræver --allow-private.',
      en: 'Use https:// on the open net. A private network and this machine need --allow-private.',
    },
    run: withoutFailure(['address'], 'url'),
  },
  {
    id: 'reachable',
    level: 'required',
    needs: ['confidential'],
    asks: { da: 'Der svares på adressen', en: 'The address can be reached' },
    mend: {
      da: 'Tjek adresse, port, DNS og certifikat (det skal være gyldigt for navnet).',
      en: 'Check address, port, DNS and certificate (it must be valid for the name).',
    },
    run: withoutFailure(['connection'], 'url'),
  },
  {
    id: 'in-time',
    level: 'required',
    needs: ['reachable'],
    asks: { da: 'Svar inden for tiden', en: 'An answer in time' },
    mend: {
      da: 'Svar hurtigere, eller svar 202 med Location, og lad svaret hentes. Grænsen sættes med --timeout-s.',
      en: 'Answer faster, or answer 202 with Location and let the answer be fetched. --timeout-s sets the limit.',
    },
    run: withoutFailure(['timeout'], 'body'),
  },
  {
    id: 'whole',
    level: 'required',
    needs: ['reachable'],
    asks: { da: 'Svaret kommer helt frem', en: 'The answer arrives whole' },
    mend: {
      da: 'Send så mange bytes, som Content-Length siger, og luk først forbindelsen bagefter.',
      en: 'Send as many bytes as Content-Length says, and close the connection only afterwards.',
    },
    run: withoutFailure(['broken'], 'body'),
  },
  {
    id: 'size',
    level: 'required',
    needs: ['reachable'],
    asks: { da: 'Svaret fylder ikke for meget', en: 'The answer is not too large' },
    mend: {
      da: 'Send højst 500 fund og 20.000 tegn i en tekst, og intet ud over kontrakten.',
      en: 'Send at most 500 findings and 20,000 characters a text, and nothing beside the contract.',
    },
    run: withoutFailure(['tooLarge'], 'body'),
  },
  {
    id: 'status',
    level: 'required',
    needs: ['reachable', 'in-time', 'whole', 'size'],
    asks: { da: '200, eller 202 først', en: '200, or 202 first' },
    mend: {
      da: 'Svar 200 på et rigtigt spørgsmål. 401 og 403: giv nøglen med --api-key, --bearer eller --oauth2-token-url. 429 og 503 forsøges igen efter Retry-After; kun omdirigering på samme maskine følges.',
      en: 'Answer a right question with 200. 401 and 403: give the key with --api-key, --bearer or --oauth2-token-url. 429 and 503 are tried again after Retry-After; redirects are followed within the origin only.',
    },
    async run(world) {
      const exchange = await world.ask('plain');
      const redirected = await withoutFailure(['redirect'], 'location')(world);
      if (redirected.verdict !== 'pass') return redirected;
      const status = exchange.last?.status ?? 200;
      return asynchronous(exchange) || status === 200 ? pass : fail('status', String(status));
    },
  },
  {
    id: 'async-location',
    level: 'required',
    needs: ['reachable', 'in-time', 'whole', 'size'],
    asks: { da: '202 har en Location', en: '202 has a Location' },
    mend: {
      da: 'Sæt Location til en adresse på samme maskine og port, hvor svaret hentes med GET.',
      en: 'Set Location to an address of the same origin, where the answer is fetched with GET.',
    },
    async run(world) {
      const exchange = await world.ask('plain');
      if (!asynchronous(exchange)) return notApplicable('svarer med det samme', 'answers at once');
      return withoutFailure(['noLocation'], 'location')(world);
    },
  },
  {
    id: 'async-ends',
    level: 'required',
    needs: ['async-location'],
    asks: { da: 'Svaret bliver klar at hente', en: 'The answer becomes ready to fetch' },
    mend: {
      da: 'Svar 202, så længe der regnes, og 200 med svaret bagefter, i mindst en time.',
      en: 'Answer 202 while you compute and 200 with the answer afterwards, for at least an hour.',
    },
    async run(world) {
      const exchange = await world.ask('plain');
      if (!asynchronous(exchange)) return notApplicable('svarer med det samme', 'answers at once');
      const status = exchange.last?.status ?? 200;
      if (status !== 200) return fail('location', `status ${status}`);
      return withoutFailure(['neverReady'], 'location')(world);
    },
  },
];
