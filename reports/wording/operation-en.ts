import type { operationDa } from './operation-da.ts';

/** Operation: answers, time and cost; in English. */
export const operationEn: typeof operationDa = {
  operation: {
    lead: 'Here stands what became of each case planned and, for the models that we called ourselves, how long they took to answer and what they cost.',
    statuses: 'Answers and errors',
    time: 'Latency',
    cost: 'Consumption and cost',
    baselines: (names) => `Built-in baselines: time and cost are not measured (${names}).`,
    replayed: (names) => `Answers read from a file: time and cost are not measured (${names}).`,
    uncalled: (names) => `No measured calls in this run: time and cost are not measured (${names}).`,
    timeTable:
      'Latency in seconds. Half of the answers came within the first time, 95 of 100 within the second, 99 of 100 within the third.',
    latency: {
      p50: 'Half (p50)',
      p95: '95% (p95)',
      p99: '99% (p99)',
      pageP50: 'Per page: half',
      pageP95: 'Per page: 95%',
      pageP99: 'Per page: 99%',
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
