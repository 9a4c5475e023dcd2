import type { ModelResult } from '../scores/model-result.ts';
import { holdBack } from '../statistics/hold-back.ts';
import { MIN_CASES } from '../statistics/interval.ts';

/**
 * What of a model's figures is for everybody. Left out is what tells of single cases: their ids, the curve whose steps
 * say of each finding whether it was right, groups of under five cases, and the case type from whose
 * absence such a one could be computed; and what is the publisher's own: municipalities, and
 * by what agreement cases were sent.
 */
export function extractModel(result: ModelResult): ModelResult {
  const { transfer: _, ...model } = result.model;
  const { slices } = result;
  const hidden = holdBack(slices.caseType.map(({ id, f1 }) => ({ id, cases: f1.cases })));
  return {
    ...result,
    model,
    defects: { ...result.defects, precisionRecall: [] },
    slices: {
      group: slices.group.filter(({ f1 }) => f1.cases >= MIN_CASES),
      caseType: slices.caseType.filter(({ id, f1 }) => f1.cases >= MIN_CASES && !hidden.has(id)),
      municipality: [],
      documentType: slices.documentType.filter(
        ({ precision, recall }) => Math.min(precision.cases, recall.cases) >= MIN_CASES,
      ),
      severity: slices.severity.filter(({ recall }) => recall.cases >= MIN_CASES),
    },
    misses: result.misses.map((each) => ({ ...each, caseIds: [] })),
    falseAlarms: result.falseAlarms.map((each) => ({ ...each, caseIds: [] })),
    // All cases less those of one type: with the figure of all, it is that of a type of one case.
    caseMix: { ...result.caseMix, without: [] },
    confidence: {
      ...result.confidence,
      // A vendor knows what confidence each finding had: a bin of one would say whether it was right.
      reliability: result.confidence.reliability.filter(({ hitRate }) => hitRate.cases >= MIN_CASES),
    },
  };
}
