import type { furtherDa } from './further-da.ts';

function few(n: number): string {
  return n === 0 ? 'none' : n === 1 ? 'one' : String(n);
}

/** Discretion and confidence, in English. */
export const furtherEn: typeof furtherDa = {
  discretion: {
    lead: 'Some defects no rule alone can decide: the municipality must judge, e.g. whether the building can be permitted after an overall assessment, or a dispensation be given. A model must find them, but not decide them. It shows that it knows the difference by marking the finding: a person must judge.',
    risk: 'A finding without the mark stands as decided. Whoever follows it lets the model judge in place of the municipality. A model that marks everything, on the other hand, hides what is clear under the rules. F1 shows neither.',
    table: "The models' marking of findings where a person must judge.",
    columns: { words: 'In words' },
    denominators:
      '"Mark set rightly" is over the true findings marked alone. "Marked without cause" is over all findings that take no discretion, false ones too. So a model can have 100% in the first and still have marked false findings.',
    foundNone: 'Found no defects that take discretion.',
    marked: (marked, of) =>
      `Found ${of} defects that take discretion, and left ${marked} of them to a person.`,
    markedAll: (of) => `Found ${of} defects that take discretion, and left them all to a person.`,
    markedNone: (of) => `Found ${of} defects that take discretion, and left none of them to a person.`,
    markedOne: (marked) =>
      `Found 1 defect that takes discretion, and ${marked ? 'left it' : 'did not leave it'} to a person.`,
    wrong: {
      some: (wrong, of) => `Of ${of} other findings ${wrong} are marked too.`,
      none: 'No other findings are marked.',
    },
    wrongAlone: {
      some: (wrong, of) => `Of ${of} findings ${wrong} are marked.`,
      none: 'No findings are marked.',
    },
  },
  confidence: {
    title: "Can the model's own confidence be trusted?",
    none: 'The model does not say how sure it is of its findings. So one cannot look at the surest alone.',
    overall: (confidence, rate) =>
      `On average the model is ${confidence} sure of its findings; ${rate} of them are right.`,
    given: (share) =>
      `A confidence is given for only ${share} of the findings; in the curve the rest count as the least sure.`,
    bins: (n, over, under) =>
      `The findings are split by confidence into ${n} groups of about the same size. In ${few(over)} of them the model's confidence lies above the interval of its hit rate, in ${few(under)} below.`,
    oneBin: 'There are too few different confidences to split the findings into groups.',
    reliability: 'Confidence and hit rate',
    reliabilityNote: (n) =>
      `Each dot is a group of ${n} findings. On the slanting line the model keeps what it promises; below it is too sure, above it too cautious.`,
    findings: (low, high) => (low === high ? low : `${low}–${high}`),
    axisConfidence: "the model's own confidence",
    axisHits: 'findings that are right',
    reliabilityTable: "The findings by the model's own confidence.",
    columns: { bin: 'Confidence', mean: 'Mean', findings: 'Findings', hits: 'Right', hitRate: 'Hit rate' },
    curve: 'Precision and recall',
    curveNote:
      'From the left: only the surest findings, then more and more. The longer the line stays up, the better the surest findings.',
    axisRecall: 'recall',
    axisPrecision: 'precision',
    curveTable:
      'Looking only at findings of which the model is at least so sure. All points stand in result.json.',
    curveColumns: { threshold: 'Least confidence', precision: 'Precision', recall: 'Recall' },
    all: 'all findings',
    tables: 'The figures behind the charts',
  },
};
