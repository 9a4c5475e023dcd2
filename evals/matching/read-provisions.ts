import { createHash } from 'node:crypto';
import type { LocalRule } from '../../datasets/case.ts';
import type { Catalogue } from '../../datasets/rules/catalogue.ts';
import type { CitationInput } from '../../datasets/rules/citation.ts';
import { type Provision, provisionReaderOf, type WrittenCitation } from './provision-reader.ts';

/** Citations of one finding or of one accepted set, as sets of nodes at three levels. */
export interface Provisions {
  /** Canonical ids of the resolved provisions. */
  exact: ReadonlySet<string>;
  /** Law and § of each; a whole law or chapter stays itself. */
  paragraph: ReadonlySet<string>;
  /** The provisions and their ancestors up to the §. */
  hierarchical: ReadonlySet<string>;
}

export interface CitationContext {
  catalogue: Catalogue;
  localRules: readonly LocalRule[];
}

/** Reads each input into the citations it was written as. Text without a provision gives one with none. */
export function readWritten(inputs: readonly CitationInput[], context: CitationContext): WrittenCitation[] {
  const reader = provisionReaderOf(context.catalogue);
  return inputs.flatMap((input) => {
    const written = reader.read(input);
    if (!written.some(({ provisions }) => provisions.some(namesNoPlan))) return written;
    return written.map((part) => ({
      ...part,
      provisions: part.provisions.map((provision) => nameOwnPlan(provision, context)),
    }));
  });
}

/**
 * The nodes that written citations stand for. One that could not be read is a node of its own
 * that matches nothing, so that it counts as cited and false.
 */
export function provisionsOf(written: readonly WrittenCitation[]): Provisions {
  const [only] = written;
  if (only === undefined) return none;
  if (written.length > 1) return collectProvisions(written);
  let provisions = known.get(only);
  if (provisions === undefined) {
    provisions = collectProvisions(written);
    known.set(only, provisions);
  }
  return provisions;
}

const none: Provisions = { exact: new Set(), paragraph: new Set(), hierarchical: new Set() };

/** What is written alike is read once, and is the same object. */
const known = new WeakMap<WrittenCitation, Provisions>();

function collectProvisions(written: readonly WrittenCitation[]): Provisions {
  const exact = new Set<string>();
  const paragraph = new Set<string>();
  const hierarchical = new Set<string>();
  for (const { text, provisions } of written) {
    if (provisions.length === 0) {
      const node = `unread:${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
      for (const level of [exact, paragraph, hierarchical]) level.add(node);
    }
    for (const provision of provisions) {
      exact.add(provision.id);
      paragraph.add(provision.paragraph);
      for (const node of provision.nodes) hierarchical.add(node);
    }
  }
  return { exact, paragraph, hierarchical };
}

function namesNoPlan({ citation }: Provision): boolean {
  return citation.law === 'lokalplan';
}

/** `lokalplanens § 7` is the case's own plan, where the case has exactly one. */
function nameOwnPlan(provision: Provision, { catalogue, localRules }: CitationContext): Provision {
  if (!namesNoPlan(provision)) return provision;
  const plans = new Set(localRules.map((rule) => rule.plan));
  const [plan] = plans;
  if (plans.size !== 1) return provision;
  return provisionReaderOf(catalogue).describe({ ...provision.citation, law: `lokalplan:${plan}` });
}
