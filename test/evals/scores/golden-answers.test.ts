import { expect, test } from 'vitest';
import type { Role } from '../../../datasets/label.ts';
import golden from '../../golden/answers.json' with { type: 'json' };
import { type AnsweredCase, answeredCase, summarise } from '../../support/scoring-data.ts';

test('what findings cite, quote and name, as counted in Python', () => {
  const data = golden.cases.map(({ defects, findings }, at): AnsweredCase => {
    const labelled = defects.map(({ code, role }, d) => ({
      defectId: `d${d}`,
      code,
      role: role as Role,
      severity: 'major' as const,
      discretionary: false,
      citationSets: [],
      evidence: [],
    }));
    const reported = findings.map(({ code, citations, quotes }, f) => ({
      findingId: `f${f}`,
      text: '',
      code,
      citations,
      evidence: quotes,
    }));
    const each = answeredCase(`c${at}`, labelled, [{ status: 'answered', findings: reported }]);
    const documents = Object.entries(golden.texts).map(([documentId, text]) => ({
      documentId,
      type: 'form',
      title: documentId,
      pages: [{ page: 1, text }],
    }));
    return { ...each, caseShown: { ...each.caseShown, documents } };
  });
  const { citations, evidence, defects, misses, falseAlarms } = summarise(data);
  const { written, validity, tooBroad } = citations;
  const { truePositives, falsePositives, neutral } = defects;
  expect({
    written,
    validity,
    tooBroad,
    fabricationRate: citations.fabricationRate.value,
    uncheckedShare: citations.uncheckedShare.value,
    findingsWithNonexistent: citations.findingsWithNonexistent.value,
    verbatimQuotes: evidence.verbatimQuotes.value,
    fabricatedQuotes: evidence.fabricatedQuotes.value,
    advisoryRecall: defects.advisoryRecall.value,
    contestedRecall: defects.contestedRecall.value,
    truePositives,
    falsePositives,
    neutral,
    misses: Object.fromEntries(misses.map(({ code, missed, of }) => [code, [missed, of]])),
    falseAlarms: Object.fromEntries(falseAlarms.map(({ code, findings }) => [code, findings])),
  }).toEqual(golden.expected);
});
