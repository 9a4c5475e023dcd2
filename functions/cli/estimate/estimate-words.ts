/** What an estimate says, in Danish. */
const da = {
  head: (title: string, cases: string, repeats: string) =>
    `${title}: ${cases} sager, ${repeats} gang${repeats === '1' ? '' : 'e'} hver. Overslag; intet er sendt.`,
  model: 'Model',
  calls: 'Kald',
  input: 'Tokens ind',
  output: 'Tokens ud',
  cost: 'Pris',
  minutes: 'Minutter',
  sum: 'I alt',
  unknown: 'ukendt',
  free: (ids: string) => `${ids}: indbygget eller indlæst fra fil; koster intet.`,
  inputFrom: {
    text: (counted: string, cases: string) =>
      `Tokens ind er talt i den tekst, der ville blive sendt (${counted} af ${cases} sager), med OpenAI's cl100k_base. Andre modeller deler teksten anderledes: OpenAI's egne fra GPT-4o og frem bruger færre tokens til dansk; Claude, Nova, Mistral og Llama kan bruge færre eller flere.`,
    calls: 'Tokens ind er som i de tidligere kald.',
    nothing: 'Tokens ind kendes ikke.',
  },
  outputFrom: {
    checklist:
      'Tokens ud er som tjeklistens svar på de samme sager; en model, der skriver eller tænker mere, koster mere.',
    suite: 'Tokens ud er, hvad suiten siger (expectedOutputTokens).',
    calls: 'Tokens ud er som i de tidligere kald.',
    nothing: '',
  },
  files: (cases: string) =>
    `Filer er ikke talt med: ${cases} af de talte sager har nogen. Billeder og PDF-sider koster tokens ud over teksten.`,
  cached: (read: string) =>
    `${read} af tokens ind regnes læst fra cache: det, alle kald begynder med, skrives af de første og læses af resten.`,
  prices: (date: string, rate: string | null) =>
    `Priser pr. ${date}${rate === null ? '' : `, valutakurs ${rate}`}; fejlede forsøg koster måske mere.`,
  noPrice: 'Ingen pris kendes: skriv `price` ved modellen i suiten (docs/cost.md).',
  unknownCost:
    'Prisen kan ikke regnes ud: tokens kendes ikke, eller et kald er længere, end prisen gælder for.',
  latency: {
    assumed: (seconds: string, side: string) =>
      `op til ${side} kald ad gangen à ${seconds} s: et gæt, intet kald er målt.`,
    calls: (seconds: string, side: string) => `op til ${side} kald ad gangen à ${seconds} s, målt.`,
    nothing: () => '',
  },
  earlier: (calls: string, run: string) => `Tidligere kald: ${calls} i ${run}.`,
  minutesNote: 'Modellerne kaldes side om side: i alt så længe som den langsomste.',
  atLeast: (cost: string) => `mindst ${cost}`,
  limit: {
    within: (limit: string) => `Inden for ${limit} kr.`,
    over: (limit: string, share: string) =>
      `Over ${limit} kr.: kørslen ville standse efter omkring ${share} % af kaldene. Intet går tabt; samme kommando med højere --max-cost fortsætter.`,
    unknown: (limit: string) => `Om det bliver inden for ${limit} kr., kan ikke siges: en pris mangler.`,
    knownOver: (limit: string, cost: string) =>
      `Over ${limit} kr.: alene de modeller, hvis pris er kendt, koster omkring ${cost}.`,
  },
};

type Words = typeof da;

const en: Words = {
  head: (title, cases, repeats) =>
    `${title}: ${cases} cases, ${repeats} time${repeats === '1' ? '' : 's'} each. An estimate; nothing has been sent.`,
  model: 'Model',
  calls: 'Calls',
  input: 'Tokens in',
  output: 'Tokens out',
  cost: 'Cost',
  minutes: 'Minutes',
  sum: 'In all',
  unknown: 'unknown',
  free: (ids) => `${ids}: built in or read from a file; costs nothing.`,
  inputFrom: {
    text: (counted, cases) =>
      `Tokens in are counted in the text that would be sent (${counted} of ${cases} cases), in OpenAI's cl100k_base. Other models cut text differently: OpenAI's own from GPT-4o on need fewer for Danish; Claude, Nova, Mistral and Llama may need fewer or more.`,
    calls: 'Tokens in are as in the earlier calls.',
    nothing: 'Tokens in are not known.',
  },
  outputFrom: {
    checklist:
      "Tokens out are as the checklist's answers to the same cases; a model that writes or thinks more costs more.",
    suite: 'Tokens out are what the suite says (expectedOutputTokens).',
    calls: 'Tokens out are as in the earlier calls.',
    nothing: '',
  },
  files: (cases) =>
    `Files are not counted: ${cases} of the counted cases have some. Images and PDF pages cost tokens beyond the text.`,
  cached: (read) =>
    `${read} of the tokens in are taken to be read from cache: what all calls begin with is written by the first and read by the rest.`,
  prices: (date, rate) =>
    `Prices of ${date}${rate === null ? '' : `, exchange rate of ${rate}`}; attempts that fail may cost more.`,
  noPrice: 'No price is known: write `price` with the model in the suite (docs/cost.md).',
  unknownCost:
    'The cost cannot be computed: tokens are not known, or a call is longer than the price holds for.',
  latency: {
    assumed: (seconds, side) =>
      `up to ${side} calls at once of ${seconds} s each: a guess, no call has been measured.`,
    calls: (seconds, side) => `up to ${side} calls at once of ${seconds} s each, measured.`,
    nothing: () => '',
  },
  earlier: (calls, run) => `Earlier calls: ${calls} in ${run}.`,
  minutesNote: 'Models are called side by side: in all as long as the slowest.',
  atLeast: (cost) => `at least ${cost}`,
  limit: {
    within: (limit) => `Within DKK ${limit}.`,
    over: (limit, share) =>
      `Over DKK ${limit}: the run would stop after about ${share}% of the calls. Nothing is lost; the same command with a higher --max-cost goes on.`,
    unknown: (limit) => `Whether it stays within DKK ${limit} cannot be said: a price is missing.`,
    knownOver: (limit, cost) => `Over DKK ${limit}: the models of a known price alone cost about ${cost}.`,
  },
};

export const estimateWords: Record<'da' | 'en', Words> = { da, en };
export type EstimateWords = Words;
