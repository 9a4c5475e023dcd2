import type { FigureReason } from '../../evals/statistics/interval.ts';

type Reason = Exclude<FigureReason, 'undefined'>;

/** The words of every page: its frame, figures and counts; in Danish. `n` comes beside a number where a word bends by it. */
export const commonDa = {
  page: {
    kind: 'Sammenligning af AI-modeller til byggesager',
    skip: 'Gå til indholdet',
    contents: 'Indhold',
    continued: (title: string) => `${title} (fortsat)`,
    page: 'Side',
    notPrinted: 'Alle tal er ikke udskrevet; de står i figures.csv ved siden af rapporten.',
    toContents: 'Til indholdsfortegnelsen',
    figuresBehind: 'Tallene bag figuren',
    support: 'AI støtter den faglige vurdering og erstatter den aldrig: afgørelsen er sagsbehandlerens.',
    syntheticTitle: 'Syntetiske sager',
    syntheticLead:
      'Sagerne er konstruerede. Tallene siger, hvordan modellerne klarer disse sager, ikke hvordan de klarer jeres.',
    realTitle: 'Om sagerne',
    madeBy: (version: string) => `Målestok, scorer ${version}`,
  },
  figure: {
    undefined: 'ikke defineret',
    n: (cases: string) => `n\u00A0=\u00A0${cases}`,
    noInterval: (reason: string) => `intet interval: ${reason}`,
    points: (points: string) => `${points} point`,
    reasons: {
      tooFewCases: 'færre end 5 sager',
      degenerateReplicates: 'for mange gentagne stikprøver kunne ikke beregnes',
      noVariation: 'tallet varierede ikke, så usikkerheden kan ikke ses',
      tooFewAlike: 'under halvdelen af sagerne har en anden sag af samme type',
    } satisfies Record<Reason, string> & Record<string, string>,
    value: 'Tal',
    interval: '95 %-interval',
    cases: 'Sager (n)',
    items: 'Talt',
    measure: 'Måling',
    means: 'Hvad det siger',
    none: 'intet',
  },
  caseCount: (count: string, n: number) => (n === 1 ? `${count} sag` : `${count} sager`),
  and: 'og',
  yes: 'ja',
  no: 'nej',
};
