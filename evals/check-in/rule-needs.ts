import { z } from 'zod';
import { IdSchema } from '../../datasets/case.ts';
import { compareText } from '../statistics/compare-text.ts';

/** A provision, how often something went wrong with it, and the cases behind it. */
export const RuleNeedSchema = z.strictObject({
  /** The canonical id; as it was written, where it has none. */
  provision: z.string(),
  displayDa: z.string(),
  displayEn: z.string(),
  /** Answers of models, or cases where nobody answers. */
  count: z.int().min(1),
  /** Of so many; null where that says nothing. */
  of: z.int().min(1).nullable(),
  cases: z.int().min(1),
  /** The first by id. */
  caseIds: z.array(IdSchema).min(1),
});
export type RuleNeed = z.infer<typeof RuleNeedSchema>;

/** What a common model of the rules lacks, most first. */
export const RuleNeedsSchema = z.strictObject({
  /** Provisions behind required defects that models did not find. */
  missed: z.array(RuleNeedSchema),
  /** Cited where they do not belong, are not in force or do not exist. */
  wronglyCited: z.array(RuleNeedSchema),
  /** Caseworkers, or labels of different municipalities, treat them differently. */
  disputed: z.array(RuleNeedSchema),
  /** Cited by models or labels, and not known to the catalogue. */
  unknown: z.array(RuleNeedSchema),
});
export type RuleNeeds = z.infer<typeof RuleNeedsSchema>;

/** A provision as it is named in both languages. */
export interface NamedProvision {
  id: string;
  da: string;
  en: string;
}

const shown = 8;
const casesNamed = 5;
/** Models may write endlessly many things; what comes later is left out. */
const mostKept = 5_000;

interface Entry {
  named: NamedProvision;
  count: number;
  of: number;
  cases: Set<string>;
}

/** Counts by provision. */
export class ProvisionCounts {
  readonly #entries = new Map<string, Entry>();

  /** An occasion on which it could go wrong. */
  addChance(named: NamedProvision): void {
    const entry = this.#entryOf(named);
    if (entry !== undefined) entry.of += 1;
  }

  add(named: NamedProvision, caseId: string): void {
    const entry = this.#entryOf(named);
    if (entry === undefined) return;
    entry.count += 1;
    entry.cases.add(caseId);
  }

  /** As `add`, once a case. */
  addCase(named: NamedProvision, caseId: string): void {
    if (this.#entries.get(named.id)?.cases.has(caseId) !== true) this.add(named, caseId);
  }

  /** Most first, then by id. */
  most(): RuleNeed[] {
    return [...this.#entries.values()]
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || compareText(a.named.id, b.named.id))
      .slice(0, shown)
      .map(({ named, count, of, cases }) => ({
        provision: named.id,
        displayDa: named.da,
        displayEn: named.en,
        count,
        of: of === 0 ? null : of,
        cases: cases.size,
        caseIds: [...cases].sort(compareText).slice(0, casesNamed),
      }));
  }

  #entryOf(named: NamedProvision): Entry | undefined {
    let entry = this.#entries.get(named.id);
    if (entry === undefined) {
      if (this.#entries.size >= mostKept) return undefined;
      entry = { named, count: 0, of: 0, cases: new Set() };
      this.#entries.set(named.id, entry);
    }
    return entry;
  }
}
