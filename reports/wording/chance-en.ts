import type { chanceDa } from './chance-da.ts';

/** Whether it is the case that a model answers: dealt answers, twins and separation; in English. */
export const chanceEn: typeof chanceDa = {
  chance: {
    lead: "A list of the commonest defects, given to every application unread, can hit as much as a capable assistant. So it is tried whether the answers belong to their very case: the model's answers are dealt to other cases of the same type, and F1 is computed again. Where the figure is nearly the same, it is the average case that the model answers.",
    basis: (alike, all) =>
      `Answers can be dealt among the cases with at least one other case of the same type: ${alike} of ${all}.`,
    constant: (name, f1) =>
      `The fixed list (${name}) gives every case the same defects unread. It reaches an F1 of ${f1}.`,
    betterThanConstant: (names) => `Demonstrably better than it: ${names}.`,
    notBetterThanConstant: (names) => `Not demonstrably better than it: ${names}.`,
    table:
      "The models' own answers, and the same answers dealt to other cases. Below each figure: 95% interval and number of cases (n).",
    columns: {
      words: 'In words',
      own: 'Own answers (F1)',
      shuffled: 'Dealt answers (F1)',
      excess: 'Difference',
      p: 'p',
    },
    numbers: (shuffled, own) =>
      `Dealt to other cases, the answers reach an F1 of ${shuffled}. The model's own reach ${own}.`,
    verdicts: {
      above: 'That is clearly above.',
      aboveUnmeasured: 'That is above, but the uncertainty of the difference cannot be computed.',
      aboveUnsure: 'The test speaks for it being above, but the difference may be as little as zero.',
      alike: 'The difference may be chance.',
      notAbove: 'That is no better.',
      untested: 'Whether the difference may be chance was not tested.',
    },
    unmeasured: (reason) => `Cannot be measured: ${reason}.`,
    p: "p is the share of random deals that do at least as well as the model's own answers. Over 0.05 the difference is held to be possible by chance. p goes for each model alone.",
    chart: 'F1 with own and with dealt answers',
    chartNote: 'the distance between the two is what the model takes from the case',
    own: (name) => `${name}, own`,
    shuffled: (name) => `${name}, dealt`,
  },
  twins: {
    title: 'Twins',
    lead: (pairs, n) =>
      `${pairs} ${n === 1 ? 'pair of cases is a pair of' : 'pairs of cases are'} twins: alike but for one defect, which only the one has. A model that reads the case finds the defect in the one and does not report it in the other. The model is not told which cases are twins.`,
    unusable: (count, n) =>
      `${count} ${n === 1 ? 'pair is left out: it differs' : 'pairs are left out: they differ'} in more or less than one defect.`,
    none: 'No case has a twin that can be used. So it was not measured whether the models see the difference between two cases that are nearly alike.',
    table: 'Defects that part a case from its twin.',
    unmeasured: 'Cannot be measured.',
    foundNone: (of) => `Found none of the ${of}.`,
    never: (found, of) => `Found ${found} of ${of} and told them all from the twin.`,
    also: (found, of, also) =>
      `Found ${found} of ${of}; for ${also} of them the answer does not tell the case from its twin.`,
  },
  separation: {
    title: 'Does the model part deficient cases from complete ones?',
    lead: 'Draw a deficient and a complete case at random: how often does the deficient one get more findings? Always is 100%; 50% is the toss of a coin. A model that reports equally much in every case, for one, has 50%.',
    table: 'Deficient against complete cases.',
    words: 'By number of findings, in words',
    verdicts: {
      apart: 'Deficient cases get more findings more often.',
      alike: 'Cannot be told from the toss of a coin.',
      reversed: 'Complete cases get more findings more often.',
      even: 'Makes no difference between them.',
      unsure: 'The uncertainty cannot be computed.',
    },
  },
};
