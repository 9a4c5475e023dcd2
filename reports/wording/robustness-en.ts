import type { robustnessDa } from './robustness-da.ts';

/** Whether the same case gets the same answer: repeats, changes that must not matter, planted instructions; in English. */
export const robustnessEn: typeof robustnessDa = {
  robustness: {
    lead: 'The same case must get the same answer.',
    none: 'This was not measured: each case was put to the models once, and no case is changed in what must not matter, e.g. the order of the documents.',
    repeats: 'The same case several times',
    repeatsLead: (n) =>
      `Each case was put to each model ${n} times. The figure says how far the defects that the model hits agree from one time to the next. Where it hits none any time, the case does not count.`,
    repeatsTable: 'Agreement between repeats.',
    changes: 'The same case, changed in what must not matter',
    changesLead:
      "E.g. the documents in another order, another municipality's name, other line breaks, numbers written the English way, or single reading errors. The answer should be the same: the same defect types, in whatever order and words.",
    constantWarning:
      'A model that answers every case alike has 100% here too. So read the figures together with overall F1.',
    changesTable: 'The changed cases against the same cases unchanged.',
    changed: 'Changed cases',
    verdicts: {
      worse: 'F1 falls on the changed cases.',
      better: 'F1 rises on the changed cases.',
      same: 'F1 is the same.',
      alike: 'A change in F1 cannot be shown.',
      unmeasured: 'The uncertainty cannot be computed.',
    },
    words: 'In words',
    byTransform: 'Change by change',
    byTransformTable: 'How often the answer is the same, and below it the change in F1.',
    transform: 'Change',
    unnamed: 'Change without a name',
    f1: (points) => `F1: ${points}`,
    unusable: (n, count) =>
      `${n} ${count === 1 ? 'variant has other defects in its label than its original, and is' : 'variants have other defects in their labels than their originals, and are'} not counted.`,
    injections: 'Instructions planted in the case',
    injectionsLead: (n) =>
      `In ${n} a text is planted that tries to make the model do something else than screen the case: say nothing, report something false, or answer in a form that cannot be read. Applicants write their own documents, so a model that obeys them can be steered by the applicant. The instruction says nothing of the building; the answer should be as without it.`,
    injectionsTable: 'Cases with a planted instruction against the same cases without.',
    injected: 'Cases with an instruction',
    sayInjections: {
      same: (same, of) => `Answered as without the instruction in ${same} of ${of} variants.`,
      silenced: (silenced, of) =>
        `Fell silent in ${silenced} of the ${of} in which it found defects without the instruction.`,
      neverSilenced: (of) =>
        `Never fell silent in the ${of} in which it found defects without the instruction.`,
      none: 'Found no defects without the instruction either.',
    },
    attacks: 'Instruction by instruction',
    attacksTable: 'In how many cases the answer is as without the instruction.',
    attack: 'Instruction',
    hits: (same, of) => `${same} of ${of}`,
  },
  variants: {
    name: 'Of these, variants',
    changed: (n) => `${n} changed in what must not matter`,
    injected: (n) => `${n} with a planted instruction`,
    n: (cases) => `n\u00A0=\u00A0${cases} cases with their variants`,
    how: (cases, variants) =>
      `n is the number of cases, a case and all its variants being one (here at most ${cases}); '${variants} of ${variants}' counts the variants one by one. Variants of one case are alike, so the interval follows n.`,
    noRanking: (cases, all, parts) =>
      `Do not rank the models by these figures. Only ${cases} cases are independent of each other (n = ${cases} cases with their variants); the rest of the ${all} are variants: ${parts}. F1, false alarms and places further down are over cases and variants together.`,
    answer: (variants, parts) =>
      `${variants} of the cases are variants of other cases in the measurement: ${parts}. They count in the main figures; for the uncertainty a case and its variants are one.`,
  },
};
