import type { DefectClass, FindingClass, MatchClasses } from './match-classes.ts';
import { isUnder, unnameNode } from './own-plan.ts';

/** A defect's class in a case whose only local plan is `plan` (number of its node; −1: none, or no matter which). */
export interface PlacedDefect extends DefectClass {
  plan: number;
}

/** Above every number of a plan, and of a class of defects. */
const PLANS = 2 ** 26;

/**
 * Numbers the defects' classes with the local plan of their case, where the plan makes a difference: only where
 * a finding says `the local plan`, and only a plan that the defect is about or that such a finding also names.
 */
export class PlacedDefects {
  readonly all: PlacedDefect[] = [];
  readonly #classes: MatchClasses;
  readonly #anyPlanWords: boolean;
  readonly #namedTwice = new Set<number>();
  readonly #numbers = new Map<number, number>();

  /** @param findings that are to be matched */
  constructor(classes: MatchClasses, findings: readonly FindingClass[]) {
    this.#classes = classes;
    this.#anyPlanWords = findings.some(({ planNodes }) => planNodes >= 0);
    for (const finding of findings) this.#noteNamedTwice(finding);
  }

  /** The place in `all` of a class of defects in a case with this plan (or −1). */
  numberOf(defect: number, plan: number): number {
    const known = plan < 0 || !this.#anyPlanWords ? defect : (defect + 1) * PLANS + plan;
    let number = this.#numbers.get(known);
    if (number === undefined) {
      number = this.#place(defect, known === defect ? -1 : plan);
      this.#numbers.set(known, number);
    }
    return number;
  }

  #place(defect: number, plan: number): number {
    const described = this.#classes.defect(defect);
    if (plan >= 0 && !this.#matters(described, plan)) return this.numberOf(defect, -1);
    return this.all.push({ ...described, plan }) - 1;
  }

  #matters(defect: DefectClass, plan: number): boolean {
    if (this.#namedTwice.has(plan)) return true;
    const { texts, sets } = this.#classes;
    const law = texts.texts[plan]!;
    return defect.sets.some((set) => sets.at(set).some((node) => isUnder(texts.texts[node]!, law)));
  }

  /** `lokalplan 77, § 6` beside `lokalplanens § 6`: one node in a case of that plan, two in others. */
  #noteNamedTwice({ nodes, planNodes }: FindingClass): void {
    if (nodes < 0 || planNodes < 0) return;
    const { texts, sets } = this.#classes;
    const unnamed = sets.at(planNodes);
    for (const node of sets.at(nodes)) {
      const text = texts.texts[node]!;
      const law = text.split('/', 1)[0]!;
      if (unnamed.includes(texts.find(unnameNode(text, law)))) this.#namedTwice.add(texts.find(law));
    }
  }
}
