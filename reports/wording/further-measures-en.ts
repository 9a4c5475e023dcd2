import type { furtherMeasuresDa } from './further-measures-da.ts';

const noAlike = 'there are too few cases of the same type to deal answers between';
const noConfidence = 'the model did not say how sure it is';

/** Discretion, confidence, chance, twins and robustness: what each figure is called and what it says. */
export const furtherMeasuresEn: typeof furtherMeasuresDa = {
  discretionRecall: {
    name: 'Discretion left to a person',
    means: 'Of the defects found that take discretion: the share that the model itself marked for a person.',
    none: 'the model found no defects that take discretion',
  },
  discretionPrecision: {
    name: 'Mark set rightly',
    means: 'Of the true findings that the model marked for a person: the share that do take discretion.',
    none: 'the model set the mark on no true finding',
  },
  discretionF1: {
    name: 'Marking of discretion, overall (F1)',
    means: 'One figure for setting the mark where discretion is needed, and only there.',
    none: 'no true finding takes discretion or bears the mark',
  },
  wronglyMarked: {
    name: 'Marked without cause',
    means:
      'Of all findings that take no discretion: the share that the model marked for a person all the same.',
    none: 'the model reported no such findings',
  },
  confidenceGiven: {
    name: 'Findings with a confidence',
    means: 'The share of its findings of which the model itself says how sure it is.',
    none: 'the model reported no findings',
  },
  calibrationError: {
    name: 'Expected calibration error (ECE)',
    means:
      "How many points the model's own confidence lies from how often it is right, on average. 0 is best.",
    none: noConfidence,
  },
  brierScore: {
    name: 'Brier score',
    means:
      'The squared distance between confidence and outcome (1 for a true finding, 0 for a false one), on average. 0 is best; always saying 50% gives 0.25.',
    none: noConfidence,
  },
  alikeF1: {
    name: 'F1 on cases that can be dealt',
    means: 'F1 on the cases with at least one other case of the same type. Only there can answers be dealt.',
    none: noAlike,
  },
  shuffledF1: {
    name: 'F1 with dealt answers',
    means:
      "F1 where the model's answers are dealt to other cases of the same type: what they are worth without the case.",
    none: noAlike,
  },
  excessF1: {
    name: 'F1 beyond dealt answers',
    means: "How many points F1 is higher with the model's own answers than with dealt ones.",
    none: noAlike,
  },
  chanceAdjustedF1: {
    name: 'Chance-adjusted F1',
    means:
      'How far the model gets from dealt answers (0%) to faultless (100%). Under 0%: worse than dealt answers.',
    none: noAlike,
  },
  twinAccuracy: {
    name: 'Twins told apart',
    means:
      'How often the defect was found in the one twin and not reported in the other, which does not have it.',
    none: 'there are no twins that can be used',
  },
  twinRecall: {
    name: 'Recall in twins',
    means: 'How often the same defects were found, whatever was reported in the other twin.',
    none: 'there are no twins that can be used',
  },
  separationByFindings: {
    name: 'Separation by number of findings (AUC)',
    means:
      'How often a deficient case gets more findings than a complete one when two are drawn at random; equally many count half. 50% is the toss of a coin.',
    none: 'it takes both complete and deficient cases',
  },
  separationByConfidence: {
    name: 'Separation by confidence (AUC)',
    means:
      "The same with the cases in the order of the model's own confidence, not of the number of findings.",
    none: 'it takes both complete and deficient cases and a model that says how sure it is',
  },
};
