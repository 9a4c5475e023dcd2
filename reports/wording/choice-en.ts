import type { choiceDa } from './choice-da.ts';

/** What helps a buyer to choose, in English. */
export const choiceEn: typeof choiceDa = {
  question: {
    one: (name) =>
      `The question: how many of the defects in the applications does ${name} find, how often does it cry wolf, and are its references to the rules right?`,
    several: (models) =>
      `The question: which of the ${models} models finds the defects in the applications without crying wolf, are its references to the rules right, and is the difference between the models more than chance?`,
    variants:
      'The question: do the models answer alike when the case is changed in something that does not matter for its defects?',
    tested: (models, n, cases, dataset, split) =>
      `Tested: ${models} ${n === 1 ? 'model' : 'models'} on ${cases} from ${dataset} (${split}).`,
    also: 'What else to know',
  },
  strengths: {
    lead: 'Defect groups and case types in which a model is clearly above or below its own level: the 95% interval lies wholly on one side of the model’s mean over the groups (macro F1), for case types of its overall F1.',
    chance: (looked, expected) =>
      `${looked} cells were looked at. By chance alone about ${expected} of them would stand in the table: use it to choose which cases to look at, not which model to buy.`,
    table: 'Where the models are strong and weak.',
    strong: 'Clearly above its own level',
    weak: 'Clearly below its own level',
    leaning: 'What it trades for what',
    none: 'no cell',
    careful: 'Careful: what it reports holds more often than it finds what is wrong.',
    eager: 'Eager: it finds more of what is wrong than what it reports holds.',
    even: 'No clear leaning between false findings and missed defects.',
    noLeaning: 'Cannot be said: intervals are missing.',
  },
  burden: {
    lead: 'Every finding must be read by a caseworker. This is how many findings there are to read for each true defect that a model finds, and what that defect costs where the price is known.',
    how: 'Findings per true defect are 1 divided by precision: 1.00 means that every finding is right. Findings that match advisory or contested points count in findings per case, but not here. The uncertainty of the cost per defect is that of how many defects the model found.',
    chart: 'Findings to read per true defect',
    chartNote: 'The line at 1: every finding is right; lower is better',
    table: 'Reading burden and cost.',
    perCase: 'Cost per case',
    perDefect: 'Cost per true defect',
    uncalled: 'not measured',
    unpriced: 'the price is not known for every case',
    noDefect: 'no true defect found',
    noPrices: 'None of the models was called at a price in this measurement, so there is no cost per defect.',
  },
  mix: {
    lead: 'Your cases have another mix of case types than the data set. This is what overall F1 becomes if every case type weighs the same, and if one case type at a time is left out.',
    equalNote: (types) =>
      `Equal weight is for the ${types} case types of which there are at least 5 cases; the others are not in that column.`,
    tooFew:
      'There are not two case types with at least 5 cases, so they cannot be weighed against each other.',
    stable: 'The order by F1 is the same however the case types are weighed here.',
    turns:
      'The order by F1 turns with the mix of cases. Look at the case types that you have most of before you choose.',
    asMeasured: 'As measured',
    equal: 'All case types weigh the same',
    without: (type) => `Without ${type}`,
    table: 'Overall F1 under other mixes of case types.',
    columns: {
      measured: 'As measured',
      equal: 'Equal weight',
      lowest: 'Lowest without one type',
      highest: 'Highest without one type',
    },
    withoutName: (type) => `without ${type}`,
  },
  limits: {
    lead: 'What these cases cannot decide, and about how many cases like these it would take.',
    pairs: 'Models that cannot be told apart',
    pairsCaption: 'Cases that it takes to see a difference in overall F1 between two models.',
    pairsHow:
      'For one pair at a time, at the 5% level and with an 80% chance of seeing the difference, if cases spread as these do. Where many pairs are compared it takes more.',
    columns: {
      pair: 'Pair',
      measured: 'Measured difference in points',
      now: 'Cases now',
      visible: 'Smallest that can be seen now',
      forMeasured: 'Cases to see the measured difference',
      forPoints: (points) => `Cases to see ${points} points`,
    },
    allDifferent: 'All pairs of models are demonstrably different in overall F1.',
    unknown: 'cannot be said',
    none: 'no difference measured',
    over: (cases) => `over ${cases}`,
    figures: 'Figures with wide intervals',
    figuresTable: (points) =>
      `Cases that it takes until the interval reaches at most ${points} points to either side. For each figure the model with the widest interval is named.`,
    figuresHow: (points) =>
      `A figure stands here where its interval reaches more than ${points} points to one of its sides. n are the cases that have something to count: complete cases for false alarms, cases with a critical defect for recall of critical defects.`,
    figureColumns: {
      figure: 'Figure',
      model: 'Model',
      now: 'Now',
      cases: 'Cases now (n)',
      needed: 'Cases needed',
    },
    narrow: (points) => `No main figure has an interval that reaches more than ${points} points to one side.`,
    few: (names) =>
      `Of these the measurement says nothing, since they have defects in fewer than 5 cases: ${names}.`,
    plain: {
      synthetic:
        'The cases are made up. How the models do on your own cases only a measurement on your own cases can show.',
      versions:
        'The figures hold for the very versions of the models that stand under Versions and comparability key. A new version must be measured anew.',
      work: 'The measurement says what the models find. It does not say whether caseworkers work faster or better with them.',
      people:
        'No caseworkers judged the same cases each on their own, so it cannot be said how far people agree on them.',
    },
  },
};
