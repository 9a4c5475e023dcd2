import type { peopleDa } from './people-da.ts';

/** People as the yardstick, in English. */
export const peopleEn: typeof peopleDa = {
  people: {
    none: 'No case was gone through by several caseworkers, each alone. So it cannot be said how far people agree on these cases, nor how high a figure a model can reasonably reach.',
    lead: (cases, annotations) =>
      `At least two caseworkers went through ${cases}, each alone (${annotations} readings in all). So it can be measured how far people agree, and the models can be held against that.`,
    unpaired:
      'Caseworkers went through cases, but no case was gone through by at least two. So their agreement cannot be measured.',
    how: 'Each caseworker is held against the majority of the others: what more than half of the others pointed out. What exactly half pointed out is contested and does not count. The models are held against the same majorities.',
    human: (f1) => `On average a caseworker reaches an F1 of ${f1} against the others.`,
    means: (f1, human) =>
      `The models' figures must be read in that light: ${f1} means something else where caseworkers reach ${human} than where they reach 100%.`,
    model: {
      below: (list) => `Below the caseworkers' interval: ${list}.`,
      within: (list) => `Within the caseworkers' interval: ${list}.`,
      above: (list) => `Above the caseworkers' interval: ${list}.`,
    },
    part: (model, f1) => `${model} (F1 ${f1})`,
    untested: 'Whether the differences may be chance was not tested.',
    unmeasured: (reason) => `The caseworkers' F1 cannot be measured: ${reason}.`,
    noFigure: 'there are neither defects nor findings to compare',
    scores:
      'People and models against the same majorities. Below each figure: 95% interval and number of cases (n).',
    who: 'Who',
    average: 'Caseworker, on average',
    caseworker: 'caseworker',
    chart: "F1 against the caseworkers' majority",
    chartNote: 'higher is better',
    meanF1: (f1, interval) => `The mean of the caseworkers' F1, each counting the same: ${f1} (${interval}).`,
    agreement: 'How far do the caseworkers agree?',
    alpha: (alpha, interval) =>
      `Krippendorff's alpha on the defect types of the cases is ${alpha} (${interval}). 1 is full agreement, 0 is what chance gives. As a rule of thumb 0.80 is good agreement, and 0.67 the least that can be built on with care.`,
    alphaUnmeasured: (reason) => `Krippendorff's alpha cannot be computed: ${reason}.`,
    noAlpha: 'there is too little to compare',
    alphaTable: 'Agreement on each defect type named in at least 5 cases. Least agreement first.',
    kappaTable: 'Agreement of every two on whether the case is complete or deficient.',
    pair: (a, b) => `${a} and ${b}`,
    columns: { alpha: 'Alpha', kappa: "Cohen's kappa", pair: 'Caseworkers' },
    noKappa: 'both always gave the same answer, so chance cannot be taken out',
    noCodes: 'No defect type is named in 5 cases or more.',
    noKappas: 'No two caseworkers went through the same case.',
    tables: 'Agreement on each defect type and between every two caseworkers',
  },
};
