import type { commonDa } from './common-da.ts';

/** The words of every page: its frame, figures and counts; in English. */
export const commonEn: typeof commonDa = {
  page: {
    kind: 'Comparison of AI models for building applications',
    skip: 'Skip to content',
    contents: 'Contents',
    continued: (title) => `${title} (continued)`,
    page: 'Page',
    notPrinted: 'All figures are not printed; they stand in figures.csv beside the report.',
    toContents: 'Back to contents',
    figuresBehind: 'The figures behind the chart',
    support:
      "AI supports the professional assessment and never replaces it: the decision is the caseworker's.",
    syntheticTitle: 'Synthetic cases',
    syntheticLead:
      'The cases are constructed. The figures say how the models do on these cases, not how they do on yours.',
    realTitle: 'About the cases',
    madeBy: (version) => `Målestok, scorer ${version}`,
  },
  figure: {
    undefined: 'undefined',
    n: (cases) => `n\u00A0=\u00A0${cases}`,
    noInterval: (reason) => `no interval: ${reason}`,
    points: (points) => `${points} points`,
    reasons: {
      tooFewCases: 'fewer than 5 cases',
      degenerateReplicates: 'too many resamples could not be computed',
      noVariation: 'the figure did not vary, so its uncertainty cannot be seen',
      tooFewAlike: 'under half of the cases have another case of the same type',
    },
    value: 'Figure',
    interval: '95% interval',
    cases: 'Cases (n)',
    items: 'Counted',
    measure: 'Measure',
    means: 'What it says',
    none: 'none',
  },
  caseCount: (count, n) => (n === 1 ? `${count} case` : `${count} cases`),
  and: 'and',
  yes: 'yes',
  no: 'no',
};
