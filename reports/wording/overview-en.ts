import type { overviewDa } from './overview-da.ts';

/** The words of the report's first pages, in English. */
export const overviewEn: typeof overviewDa = {
  sections: {
    answer: 'Short answer',
    measured: 'What was measured, and on what',
    models: 'The models side by side',
    differences: 'Can the models be told apart?',
    strengths: 'Where are the models strong and weak?',
    burden: 'What is there to read, and what does it cost?',
    people: 'People as the yardstick',
    chance: 'Is it the case that the model answers?',
    discretion: 'Discretion: does the model leave it to a person?',
    robustness: 'Does the same case get the same answer?',
    operation: 'Operation and cost',
    groups: 'By defect group',
    caseTypes: 'By case type',
    policies: 'Three ways to match findings and defects',
    mix: 'Does the answer hang on which cases there are most of?',
    limits: 'What can these cases not show?',
    errors: 'What most often goes wrong',
    each: 'Model by model',
    cases: 'Case by case',
    glossary: 'Glossary',
    method: 'How it was measured',
    recipients: 'Who received the cases?',
    versions: 'Versions and comparability key',
  },
  answer: {
    none: 'The measurement holds no models.',
    unplaced: 'None of the models could be placed: their overall figure is undefined.',
    one: (name, f1, cases) => `One model was measured on ${cases}: ${name} had an overall F1 of ${f1}.`,
    allAlike: (names, cases) => `${names} cannot be told apart with ${cases}: the differences may be chance.`,
    best: (name, f1, cases, others) =>
      `${name} does best overall (F1 ${f1}) and is demonstrably better than ${others}, measured on ${cases}.`,
    bestSome: (name, f1, cases) =>
      `Only ${name} (F1 ${f1}) can hold first place, measured on ${cases}: each of the others is demonstrably worse than at least one other.`,
    top: (names, cases, rest) =>
      `At the top are ${names}, which cannot be told apart with ${cases}; ${rest}.`,
    rest: (n) =>
      n === 1
        ? 'the last model is demonstrably worse than at least one other'
        : `each of the other ${n} models is demonstrably worse than at least one other`,
    baselineTop: (names) =>
      `Note: ${names} is a simple baseline for comparison. A model that cannot be told apart from it has not yet shown its worth.`,
    many: (n) => `${n} models`,
    others: (n) => `the ${n} other models`,
    onlyBaselines:
      'All models measured are simple baselines; they are here for other models to be held against.',
    interval: (value, interval) => `${value}, 95% interval ${interval}`,
    part: (name, count, of, share, interval) => `${name}: ${count} of ${of} (${share}; ${interval})`,
    cleanNone: 'There are no complete cases, so false alarms cannot be measured.',
    clean: (list) => `False alarms on complete applications: ${list}.`,
    cleanRange: (low, lowName, high, highName) =>
      `False alarms on complete applications: from ${low} (${lowName}) to ${high} (${highName}).`,
    cleanHow: 'False alarms include the complete applications that the model did not answer.',
    wide: (count, n) =>
      `With ${count} complete ${n === 1 ? 'case' : 'cases'} the figures for false alarms are uncertain.`,
    citations: (list) =>
      `References to the rules, where 100% is all that are right and none that is wrong: ${list}.`,
    citationsRange: (low, lowName, high, highName) =>
      `References to the rules, where 100% is all that are right and none that is wrong: from ${low} (${lowName}) to ${high} (${highName}).`,
    citationsNone: 'No model referred to rules, so their references cannot be judged.',
    share: (name, share) => `${name}: ${share}`,
    fabricated: (list) => `References to provisions that do not exist: ${list}.`,
    fabricatedRange: (low, lowName, high, highName) =>
      `References to provisions that do not exist: from ${low} (${lowName}) to ${high} (${highName}).`,
    burden: (list) => `Findings to read for each true defect: ${list}.`,
    burdenRange: (low, lowName, high, highName) =>
      `Findings to read for each true defect: from ${low} (${lowName}) to ${high} (${highName}).`,
    costs: (list) => `Cost per case: ${list}.`,
    costsRange: (low, lowName, high, highName) =>
      `Cost per case: from ${low} (${lowName}) to ${high} (${highName}).`,
    critical: (list) => `Critical defects found: ${list}.`,
    criticalRange: (low, lowName, high, highName) =>
      `Critical defects found: from ${low} (${lowName}) to ${high} (${highName}).`,
    chance: (names, n) =>
      `Note: ${names} ${n === 1 ? 'does' : 'do'} not do demonstrably better than when the answers are dealt to other cases of the same type.`,
    changes: (list) =>
      `Changed in what does not matter to its defects, the case gets the same answer: ${list}.`,
    changesRange: (low, lowName, high, highName) =>
      `Changed in what does not matter to its defects, the case gets the same answer: from ${low} (${lowName}) to ${high} (${highName}).`,
    changesPart: (name, share, same, of) => `${name} in ${share} of the changed cases (${same} of ${of})`,
    weakest: (change, share) => `weakest with '${change}' (${share})`,
    injections: (list) => `With an instruction planted in the case the answer is as without it: ${list}.`,
    injectionsRange: (low, lowName, high, highName) =>
      `With an instruction planted in the case the answer is as without it: from ${low} (${lowName}) to ${high} (${highName}).`,
    unanswered: (names, cases) =>
      `${names} answered none of the ${cases}. All figures below for ${names} show that, and not what might else have been found.`,
    uncovered: (list) => `Not every case was answered: ${list}.`,
    unansweredCounts:
      'A case without an answer counts as one in which nothing was found; a complete case without an answer is not held to have passed, but is a false alarm.',
    uncoveredModel: (name, answered, planned) => `${name} answered ${answered} of ${planned}`,
  },
  measured: {
    dataset: 'Data set',
    split: 'Split',
    cases: 'Cases',
    defects: 'Defects',
    models: 'Models',
    policy: 'Matching',
    repeats: 'Repeats',
    shown: 'The models saw',
    key: 'Comparability key',
    origin: 'Origin',
    synthetic: 'Synthetic (constructed cases)',
    real: 'Not synthetic',
    version: (version) => `version ${version}`,
    caseCount: (all, complete, deficient) => `${all} in all: ${complete} complete and ${deficient} deficient`,
    defectCount: (required, advisory, contested, _n) =>
      `${required} to be found; besides ${advisory} advisory and ${contested} contested, which do not count`,
    repeatCount: (n) =>
      n === 1
        ? 'each case was put to each model once'
        : `each case was put to each model ${n} times; figures are means`,
    shownParts: {
      fields: 'fields',
      documents: 'the text of the documents',
      files: 'files',
      localRules: 'local rules',
      taxonomy: 'the list of defect types',
      catalogue: 'the rule catalogue',
    },
    splits: { practice: 'practice split', hidden: 'hidden split', test: 'test split', all: 'all cases' },
  },
  models: {
    lead: 'The dot is the figure measured. The line is the 95% interval: where the true figure reasonably lies. A hollow dot has no interval. The charts share one axis, from 0 to 100%.',
    higher: 'higher is better',
    lower: 'lower is better',
    neither: 'neither high nor low is best',
    table: 'Headline figures of the models. Below each figure: 95% interval and number of cases (n).',
    tableLink: 'All figures stand in the table below the charts.',
    model: 'Model',
    place: 'Place',
    modelAndPlace: 'Model and place',
    heads: {},
    statusLink: 'What became of all cases planned stands under Operation and cost.',
    belowZero: 'Only the chance-adjusted F1 may be negative; the upright line is 0.',
    placeOrder:
      'Places follow overall F1. Models that cannot be told apart share them. The models stand by overall F1, highest first.',
    baselinesTitle: 'The baselines that the others can be held against:',
    baselines: {
      silent: 'never finds anything and calls every case complete',
      constant: 'reports the same common defects in every case unread',
      'nearest-case': 'reports the defects of the practice case that is most alike in words',
      checklist: 'goes through fields and documents by a fixed checklist, without a language model',
    },
    rank: (low, high) => (low === high ? `no. ${low}` : `no. ${low}–${high}`),
    unplaced: 'not placed',
    kinds: { baseline: 'baseline', 'in-house': 'in-house', vendor: 'vendor' },
    provenance: { 'run-by-us': 'run by us', 'self-reported': 'self-reported, not checked' },
    version: (version) => `version ${version}`,
  },
  status: {
    planned: 'Planned',
    answered: 'Answered',
    abstained: 'Abstained',
    invalid: 'Invalid answer',
    timedOut: 'Timed out',
    failed: 'Failed',
    caption:
      'What became of the cases planned: planned = answered + abstained + invalid answer + timed out + failed.',
    sum: (p, a, b, i, t, f) =>
      `${p} planned = ${a} answered + ${b} abstained + ${i} invalid + ${t} timed out + ${f} failed`,
    errors: 'Causes',
    noErrors: 'none',
  },
};
