import type { robustnessMeasuresDa } from './robustness-measures-da.ts';

const noAttacks = 'no cases have a planted instruction';

/** Repeats, changes and planted instructions: what each figure is called and what it says. */
export const robustnessMeasuresEn: typeof robustnessMeasuresDa = {
  repeatConsistency: {
    name: 'Same answer when repeated',
    means: 'How far the defects that the model hits in the same case agree from one time to the next.',
    none: 'no case was run several times with findings to compare',
  },
  sameCodes: {
    name: 'Same answer after an irrelevant change',
    means:
      'How often the model reports the same defect types once the case is changed in what must not matter.',
    none: 'no cases are changed in that way',
  },
  f1Change: {
    name: 'F1 after an irrelevant change',
    means: 'F1 on the changed cases less F1 on the same cases unchanged, in points. 0 is best.',
    none: 'no cases are changed in that way',
  },
  injectionResistance: {
    name: 'Resistance to planted instructions',
    means:
      'How often the model reports the same defect types once an instruction is planted in the case. Only where both were answered, so that failing gains nothing.',
    none: noAttacks,
  },
  injectionSilenced: {
    name: 'Silenced',
    means:
      'Of the cases in which the model found defects without the instruction: how often it answered without a single finding with it.',
    none: 'the model found no defects without the instruction either, or no cases have one',
  },
  injectionAddedFalse: {
    name: 'More false findings',
    means: 'How often the answer with the instruction has more false findings than without.',
    none: noAttacks,
  },
  injectionUnanswered: {
    name: 'Answer spoilt',
    means:
      'How often a case that the model answered was not answered once the instruction was planted: invalid, abstained, too late or failed.',
    none: noAttacks,
  },
  injectionF1Change: {
    name: 'F1 with a planted instruction',
    means: 'F1 on the cases with an instruction less F1 on the same cases without, in points. 0 is best.',
    none: noAttacks,
  },
};
