import type { Case } from '../../datasets/case.ts';
import type { Finding } from '../screening/screening.ts';
import type { FindingScore } from './case-score.ts';

type QuoteVerdict = FindingScore['quotes'][number];

/** A case's texts with white space folded, made once a case and only when a quote asks for them. */
export class CaseTexts {
  readonly #case: Case;
  #byDocument: Map<string, string> | undefined;
  #fields: string | undefined;

  constructor(caseShown: Case) {
    this.#case = caseShown;
  }

  document(documentId: string): string {
    this.#byDocument ??= new Map(
      this.#case.documents.map((document) => [
        document.documentId,
        foldSpace(document.pages.map((page) => page.text).join(' ')),
      ]),
    );
    return this.#byDocument.get(documentId) ?? '';
  }

  fields(): string {
    this.#fields ??= foldSpace(
      [...Object.values(this.#case.fields).flat(), ...this.#case.localRules.map((rule) => rule.text)].join(
        ' ',
      ),
    );
    return this.#fields;
  }

  anywhere(quote: string): boolean {
    return (
      this.#case.documents.some(({ documentId }) => this.document(documentId).includes(quote)) ||
      this.fields().includes(quote)
    );
  }
}

/**
 * Whether each quote stands verbatim, after white-space folding, in the document (or the fields) it
 * names, elsewhere in the case, or nowhere. An empty quote is none.
 */
export function scoreQuotes(finding: Finding, texts: CaseTexts): QuoteVerdict[] {
  return finding.evidence.flatMap((evidence): QuoteVerdict[] => {
    const quote = foldSpace(evidence.quote ?? '');
    if (quote === '') return [];
    const named = 'documentId' in evidence ? texts.document(evidence.documentId) : texts.fields();
    const place = 'documentId' in evidence ? { documentId: evidence.documentId } : {};
    if (named.includes(quote)) return [{ ...place, verdict: 'verbatim' }];
    return [{ ...place, verdict: texts.anywhere(quote) ? 'elsewhere' : 'fabricated' }];
  });
}

function foldSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
