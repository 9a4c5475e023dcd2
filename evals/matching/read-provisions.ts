import { createHash } from 'node:crypto';
import type { LocalRule } from '../../datasets/case.ts';
import type { Catalogue } from '../../datasets/rules/catalogue.ts';
import type { Citation, CitationInput } from '../../datasets/rules/citation.ts';
import { formatCitationId } from '../../datasets/rules/citation-id.ts';
import { citationNodes } from '../../datasets/rules/citation-nodes.ts';
import { readCitations } from '../../datasets/rules/read-citation.ts';
import { resolveCitation } from '../../datasets/rules/resolve-citation.ts';

/** Citations of one finding or of one accepted set, as sets of nodes at three levels. */
export interface Provisions {
  /** Canonical ids of the resolved provisions. */
  exact: Set<string>;
  /** Law and § of each; a whole law or chapter stays itself. */
  paragraph: Set<string>;
  /** The provisions and their ancestors up to the §. */
  hierarchical: Set<string>;
}

/** One citation as it was handed in: a list or range is one. */
export interface WrittenCitation {
  text: string;
  /** As parsed, before resolving. Empty where nothing could be read. */
  citations: Citation[];
}

export interface CitationContext {
  catalogue: Catalogue;
  localRules: readonly LocalRule[];
}

/** Reads each input into the citations it was written as. Text without a provision gives one with none. */
export function readWritten(inputs: readonly CitationInput[], context: CitationContext): WrittenCitation[] {
  return inputs.flatMap((input) => {
    const parsed = readCitations(input, context.catalogue);
    if (parsed.length === 0) return [{ text: textOf(input), citations: [] }];
    const byWritten = new Map<number, WrittenCitation>();
    for (const { citation, written } of parsed) {
      const known = byWritten.get(written.index);
      if (known !== undefined) known.citations.push(nameOwnPlan(citation, context));
      else {
        const text = typeof input === 'string' ? input.slice(written.start, written.end) : textOf(input);
        byWritten.set(written.index, { text, citations: [nameOwnPlan(citation, context)] });
      }
    }
    return [...byWritten.values()];
  });
}

/**
 * The nodes that written citations stand for. One that could not be read is a node of its own
 * that matches nothing, so that it counts as cited and false.
 */
export function provisionsOf(written: readonly WrittenCitation[], context: CitationContext): Provisions {
  const provisions: Provisions = { exact: new Set(), paragraph: new Set(), hierarchical: new Set() };
  for (const { text, citations } of written) {
    if (citations.length === 0) addUnread(provisions, text);
    for (const citation of citations) addCitation(provisions, resolveCitation(citation, context.catalogue));
  }
  return provisions;
}

function addCitation(provisions: Provisions, resolved: Citation): void {
  const { law, paragraph } = resolved;
  provisions.exact.add(formatCitationId(resolved));
  for (const node of citationNodes(resolved)) provisions.hierarchical.add(node);
  provisions.paragraph.add(
    paragraph === undefined ? formatCitationId(resolved) : formatCitationId({ law, paragraph }),
  );
}

function addUnread(provisions: Provisions, text: string): void {
  const node = `unread:${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  provisions.exact.add(node);
  provisions.paragraph.add(node);
  provisions.hierarchical.add(node);
}

/** `lokalplanens § 7` is the case's own plan, where the case has exactly one. */
function nameOwnPlan(citation: Citation, { localRules }: CitationContext): Citation {
  if (citation.law !== 'lokalplan') return citation;
  const plans = new Set(localRules.map((rule) => rule.plan));
  const [plan] = plans;
  return plans.size === 1 ? { ...citation, law: `lokalplan:${plan}` } : citation;
}

function textOf(input: CitationInput): string {
  return typeof input === 'string' ? input : formatCitationId(input);
}
