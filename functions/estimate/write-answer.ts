import type { Case } from '../../datasets/case.ts';
import type { Finding } from '../../evals/screening/screening.ts';

type Place = Finding['evidence'][number];

/** Characters of a quote: a line of a document. */
const quoteLength = 80;

/** Findings as a model asked for quotes and confidence would write them: how long they are is what counts. */
export function writeAnswer(findings: readonly Finding[], caseShown: Case): string {
  return JSON.stringify({
    status: 'answered',
    outcome: findings.length === 0 ? 'complete' : 'deficient',
    findings: findings.map(({ text, code, citations, evidence, needsJudgement = false }) => ({
      text,
      code,
      citations,
      evidence: evidence.map((place) => ({ ...place, quote: quoteAt(place, caseShown) })),
      confidence: 0.85,
      needsJudgement,
    })),
  });
}

function quoteAt(place: Place, { fields, documents }: Case): string {
  if ('field' in place) return String(fields[place.field] ?? '').slice(0, quoteLength);
  const pages = documents.find(({ documentId }) => documentId === place.documentId)?.pages ?? [];
  const text = pages.find(({ page }) => page === (place.page ?? 1))?.text ?? '';
  return text.replaceAll(/\s+/gu, ' ').slice(0, quoteLength);
}
