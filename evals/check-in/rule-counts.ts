import type { Case } from '../../datasets/case.ts';
import type { Defect } from '../../datasets/label.ts';
import type { Catalogue } from '../../datasets/rules/catalogue.ts';
import type { Citation } from '../../datasets/rules/citation.ts';
import { formatCitationId, parseCitationId } from '../../datasets/rules/citation-id.ts';
import { displayCitation } from '../../datasets/rules/display-citation.ts';
import { readCitations } from '../../datasets/rules/read-citation.ts';
import { checkValidity, type Verdict } from '../../datasets/rules/validity.ts';
import type { CaseScore, ScoredCitation } from '../scores/case-score.ts';
import { MIN_CASES } from '../statistics/interval.ts';
import { differingCodes, type JudgedCase } from './notable-case.ts';
import { type NamedProvision, ProvisionCounts, type RuleNeeds } from './rule-needs.ts';

/** What of a case its rules depend on. */
type JudgedOn = Pick<Case, 'municipality' | 'applicationDate' | 'localRules'>;

/** How one municipality's labels treat a provision. */
interface Treatment {
  required: Set<string>;
  other: Set<string>;
}

/** What the cases say of the rules that are common to the cluster. Local plans are one entry: they are each place's own. */
export class RuleCounts {
  readonly #catalogue: Catalogue;
  readonly #missed = new ProvisionCounts();
  readonly #wrong = new ProvisionCounts();
  readonly #disputed = new ProvisionCounts();
  readonly #unknown = new ProvisionCounts();
  readonly #treatments = new Map<string, { named: NamedProvision; by: Map<string, Treatment> }>();
  readonly #cases = new Map<string, number>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  add({ label, scores, annotations }: JudgedCase, shown: JudgedOn): void {
    const { municipality } = shown;
    this.#cases.set(municipality, (this.#cases.get(municipality) ?? 0) + 1);
    for (const score of scores) this.#addScore(score);
    for (const defect of label.defects) {
      for (const [named, citation] of this.#provisionsOf(defect)) {
        this.#treat(named, municipality, label.caseId, defect);
        if (this.#isUnknown(citation, shown)) this.#unknown.add(named, label.caseId);
        if (defect.role !== 'required') continue;
        for (const { repeats } of scores) {
          for (const repeat of repeats) {
            this.#missed.addChance(named);
            const own = repeat.defects.find(({ defectId }) => defectId === defect.defectId);
            if (own !== undefined && own.findingId === undefined) this.#missed.add(named, label.caseId);
          }
        }
      }
    }
    const codes = new Set(differingCodes(annotations));
    const named = new Map<string, NamedProvision>();
    for (const annotation of annotations) {
      for (const defect of annotation.defects) {
        if (!codes.has(defect.code)) continue;
        for (const [each] of this.#provisionsOf(defect)) named.set(each.id, each);
      }
    }
    for (const each of named.values()) this.#disputed.addCase(each, label.caseId);
  }

  most(): RuleNeeds {
    this.#addTreatments();
    return {
      missed: this.#missed.most(),
      wronglyCited: this.#wrong.most(),
      disputed: this.#disputed.most(),
      unknown: this.#unknown.most(),
    };
  }

  #addScore({ caseId, repeats }: CaseScore): void {
    for (const { findings } of repeats) {
      for (const { citations } of findings) {
        for (const citation of citations) {
          const named = this.#nameWritten(citation);
          if (isUnknownVerdict(citation.validity) && named.id !== localPlan.id) {
            this.#unknown.add(named, caseId);
          }
          this.#wrong.addChance(named);
          const wrong = citation.validity === 'nonexistent' || citation.validity === 'outdated';
          if (wrong || citation.accepted === 'no') this.#wrong.add(named, caseId);
        }
      }
    }
  }

  /** Disputed too: required in one municipality's labels, and never in another's. Only where both have enough cases. */
  #addTreatments(): void {
    for (const { named, by } of this.#treatments.values()) {
      const enough = [...by].filter(([municipality]) => (this.#cases.get(municipality) ?? 0) >= MIN_CASES);
      const always = enough.filter(([, { other }]) => other.size === 0);
      const never = enough.filter(([, { required }]) => required.size === 0);
      if (always.length === 0 || never.length === 0) continue;
      const cases = [...always.map(([, { required }]) => required), ...never.map(([, { other }]) => other)];
      for (const caseId of new Set(cases.flatMap((each) => [...each]))) this.#disputed.addCase(named, caseId);
    }
    this.#treatments.clear();
  }

  #treat(named: NamedProvision, municipality: string, caseId: string, { role }: Defect): void {
    if (named.id === localPlan.id) return;
    let entry = this.#treatments.get(named.id);
    if (entry === undefined) {
      entry = { named, by: new Map() };
      this.#treatments.set(named.id, entry);
    }
    const treatment = entry.by.get(municipality) ?? { required: new Set(), other: new Set() };
    treatment[role === 'required' ? 'required' : 'other'].add(caseId);
    entry.by.set(municipality, treatment);
  }

  /** The provisions of a defect's primary set, each once. */
  #provisionsOf({ citationSets }: Pick<Defect, 'citationSets'>): [NamedProvision, Citation][] {
    const all = (citationSets[0] ?? []).flatMap((input) => readCitations(input, this.#catalogue));
    const named = all.map(({ citation }) => [this.#name(citation), citation] as [NamedProvision, Citation]);
    return [...new Map(named.map((each) => [each[0].id, each])).values()];
  }

  #name(citation: Citation): NamedProvision {
    if (isLocalPlan(citation)) return localPlan;
    return {
      id: formatCitationId(citation),
      da: displayCitation(citation, this.#catalogue, 'da'),
      en: displayCitation(citation, this.#catalogue, 'en'),
    };
  }

  #nameWritten({ ids, display, written }: ScoredCitation): NamedProvision {
    const citation = ids.length === 1 ? parseCitationId(ids[0]!) : null;
    if (citation !== null) return this.#name(citation);
    const text = (display === '' ? written : display).slice(0, 200);
    return { id: ids.length === 0 ? text : ids.join(' '), da: text, en: text };
  }

  /** By the same check as what models cite. */
  #isUnknown(citation: Citation, { applicationDate, localRules }: JudgedOn): boolean {
    if (isLocalPlan(citation)) return false;
    const context = { catalogue: this.#catalogue, date: applicationDate, localRules };
    return isUnknownVerdict(checkValidity(citation, context).verdict);
  }
}

/** The catalogue does not know the law, or not enough of it. */
function isUnknownVerdict(verdict: Verdict): boolean {
  return verdict === 'unknownLaw' || verdict === 'unverifiable';
}

function isLocalPlan({ law }: Citation): boolean {
  return /^lokalplan(?::|$)/u.test(law ?? '');
}

const localPlan: NamedProvision = {
  id: 'lokalplan',
  da: 'lokalplanens bestemmelser',
  en: 'provisions of the local plan',
};
