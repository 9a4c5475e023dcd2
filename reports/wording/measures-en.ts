import type { measuresDa } from './measures-da.ts';

/** What each figure is called and what it says, for a reader who knows building law and not statistics. */
export const measuresEn: typeof measuresDa = {
  defectF1: {
    name: 'Defects, overall (F1)',
    means: 'One figure for both finding the defects and avoiding false findings.',
    none: 'there were neither defects nor findings',
  },
  defectPrecision: {
    name: 'Precision',
    means: "The share of the model's findings that are real defects.",
    none: 'the model reported no findings, so there is nothing to count',
  },
  defectRecall: {
    name: 'Recall',
    means: 'The share of the defects that the model found.',
    none: 'there are no defects to find',
  },
  criticalRecall: {
    name: 'Recall of critical defects',
    means: 'The share of the critical defects that the model found.',
    none: 'there are no critical defects to find',
  },
  citationHf1: {
    name: 'Citations (hF1)',
    means: 'How well the citations hit; the right section with the wrong subsection counts in part.',
    none: 'there were no citations to compare',
  },
  cleanFalseAlarmRate: {
    name: 'False alarms on complete cases',
    means: 'The share of complete cases that did not pass: false findings, abstention or failure.',
    none: 'there are no complete cases',
  },
  coverage: {
    name: 'Coverage',
    means: 'The share of cases with a usable answer.',
    none: 'there are no cases',
  },
  defectF2: {
    name: 'F2',
    means: 'Like F1, but finding the defects weighs more than avoiding false findings.',
    none: 'there were neither defects nor findings',
  },
  macroF1: {
    name: 'Macro F1',
    means: 'The mean of F1 over the defect groups, so that small groups count as much as large ones.',
    none: 'no group could be computed',
  },
  codeSetF1: {
    name: 'F1 on defect types',
    means: "Whether the case's defect types were named, no matter how often.",
    none: 'there were neither defect types nor findings with a type',
  },
  caughtRate: {
    name: 'Deficient cases caught',
    means: 'The share of deficient cases with at least one true finding.',
    none: 'there are no deficient cases',
  },
  exactCaseRate: {
    name: 'Cases exactly right',
    means: 'The share of cases with neither missed defects nor false findings.',
    none: 'there are no cases',
  },
  outcomeAccuracy: {
    name: 'Right outcome',
    means: 'How often the outcome given (complete, deficient, no permit needed) is right.',
    none: 'the model gave no outcome',
  },
  advisoryRecall: {
    name: 'Recall of advisory points',
    means: 'Points that may be mentioned but need not be. They count neither for nor against.',
    none: 'there are no advisory points',
  },
  contestedRecall: {
    name: 'Recall of contested points',
    means: 'Points on which caseworkers may reasonably disagree. They count neither for nor against.',
    none: 'there are no contested points',
  },
  findingsPerCase: {
    name: 'Findings per case',
    means: 'How much a caseworker has to read.',
    none: 'there are no cases',
  },
  findingsPerTrueDefect: {
    name: 'Findings to read per true defect',
    means: '1 divided by precision: so many findings must be read for each true defect.',
    none: 'no true findings',
  },
  equalF1: {
    name: 'F1, all case types weighing the same',
    means: 'F1 if there were as many cases of each type. Only case types with at least 5 cases.',
    none: 'no case type with at least 5 cases has defects or findings',
  },
  duplicatesPerCase: {
    name: 'Duplicates per case',
    means: 'Findings that repeat a defect which another finding already hit.',
    none: 'there are no cases',
  },
  averagePrecision: {
    name: 'Average precision',
    means: "Whether the model's surest findings are also the right ones.",
    none: 'the model did not say how sure it is',
  },
  selectiveF1: {
    name: 'F1 on answered cases',
    means: 'F1 counting answered cases only. Read it beside the coverage.',
    none: 'neither defects nor findings in answered cases',
  },
  selectivePrecision: {
    name: 'Precision on answered cases',
    means: 'Precision counting answered cases only.',
    none: 'no findings in answered cases',
  },
  selectiveRecall: {
    name: 'Recall on answered cases',
    means: 'Recall counting answered cases only.',
    none: 'no defects in answered cases',
  },
  cleanPassed: {
    name: 'Passed',
    means: 'Complete cases answered without a false finding.',
    none: 'there are no complete cases',
  },
  cleanFalseAlarm: {
    name: 'Got false findings',
    means: 'Complete cases in which the model reported defects.',
    none: 'there are no complete cases',
  },
  cleanAbstained: {
    name: 'Abstained',
    means: 'Complete cases on which the model abstained.',
    none: 'there are no complete cases',
  },
  cleanFailed: {
    name: 'Failed',
    means: 'Complete cases with an invalid answer, a late answer or a failure.',
    none: 'there are no complete cases',
  },
  citationHPrecision: {
    name: 'Citations, precision',
    means: 'How much of what the model cited is right.',
    none: 'the model gave no citations',
  },
  citationHRecall: {
    name: 'Citations, recall',
    means: 'How much of what should be cited the model named.',
    none: 'there are no citations to find',
  },
  citationExactF1: {
    name: 'Citations, exact (F1)',
    means: 'Only exactly the same section, subsection, number and letter counts.',
    none: 'there were no citations to compare',
  },
  citationParagraphF1: {
    name: 'Citations, right section (F1)',
    means: 'The same law and section is enough.',
    none: 'there were no citations to compare',
  },
  matchedCitationHf1: {
    name: 'Citations of true findings (hF1)',
    means: 'Only findings that hit a defect: was the citation then right?',
    none: 'no finding hit a defect',
  },
  matchedCitationExactF1: {
    name: 'Citations of true findings, exact (F1)',
    means: 'As above, but only exactly the same provision counts.',
    none: 'no finding hit a defect',
  },
  fabricationRate: {
    name: 'Fabricated citations',
    means: 'Of the citations that can be checked: how many do not exist.',
    none: 'no citation could be checked',
  },
  uncheckedShare: {
    name: 'Citations that cannot be checked',
    means: 'The rule catalogue does not know the provision well enough to decide.',
    none: 'the model gave no citations',
  },
  findingsWithNonexistent: {
    name: 'Findings with a fabricated citation',
    means: 'The share of findings that name at least one provision that does not exist.',
    none: 'the model reported no findings',
  },
  evidenceF1: {
    name: 'Place in the case (F1)',
    means: 'Whether true findings point at the right document or field.',
    none: 'no true findings with a place',
  },
  evidencePrecision: {
    name: 'Place in the case, precision',
    means: 'The share of the places named that are right.',
    none: 'no true finding named a place',
  },
  evidenceRecall: {
    name: 'Place in the case, recall',
    means: 'The share of the right places that were named.',
    none: 'no places to find',
  },
  placesPerFinding: {
    name: 'Places per finding',
    means: 'How many places a true finding points at on average.',
    none: 'no true findings',
  },
  verbatimQuotes: {
    name: 'Verbatim quotes',
    means: 'Quotes that stand word for word in the document named.',
    none: 'the model quoted nothing',
  },
  fabricatedQuotes: {
    name: 'Fabricated quotes',
    means: 'Quotes that stand nowhere in the case.',
    none: 'the model quoted nothing',
  },
};
