import type { operationDa } from './operation-da.ts';

/** Operation: answers, time and cost; in English. */
export const operationEn: typeof operationDa = {
  operation: {
    lead: 'Here stands what became of each case planned and, for the models that we called ourselves, how long they took to answer and what they cost.',
    measuredOn: (days) => `The models were called ${days}.`,
    statuses: 'Answers and errors',
    time: 'Latency',
    cost: 'Consumption and cost',
    baselines: (names) => `Built-in baselines: time and cost are not measured (${names}).`,
    replayed: (names) => `Answers read from a file: time and cost are not measured (${names}).`,
    uncalled: (names) => `No measured calls in this run: time and cost are not measured (${names}).`,
    timeTable:
      'Latency per case and per page of its documents. p95, for one, says how long the fastest 95 of 100 answers took at most.',
    latency: {
      p50: 'Per case, p50 (half)',
      p95: 'Per case, p95',
      p99: 'Per case, p99',
      pageP50: 'Per page, p50 (half)',
      pageP95: 'Per page, p95',
      pageP99: 'Per page, p99',
    },
    costTable:
      'Calls, amount of text and cost. Tokens are the bits of text by which a language model is billed.',
    columns: {
      calls: 'Calls',
      attempts: 'Attempts',
      input: 'Tokens in',
      output: 'Tokens out',
      cost: 'Cost in all',
      perCase: 'Cost per case',
      perDefect: 'Cost per defect found',
      prices: 'Prices of',
    },
    partlyPriced: (name, priced, calls) =>
      `${name}: the cost is told for only ${priced} of ${calls} calls; the amounts are theirs.`,
    cached: (name, cached, calls) =>
      `${name}: ${cached} of ${calls} answers are those of earlier runs. Time and cost per case are from then; the cost in all is without them.`,
    promptCache: (name, cached) =>
      `${name}: ${cached} of the tokens in were read from the service's prompt cache, as a rule at a lower price.`,
    span: (first, last) => `${first} – ${last}`,
    withRate: (prices, rate) => `${prices} (exchange rate ${rate})`,
    untold: 'not told',
    noDefect: 'found no defects',
    unmeasured: 'not measured',
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    date: (day, month, year) => `${day} ${month} ${year}`,
    coverage: 'Coverage',
  },
};
