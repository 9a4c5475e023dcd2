import type { Catalogue } from '../../../datasets/rules/catalogue.ts';
import type { Policy } from '../../matching/policy.ts';
import type { PreparedDefect, PreparedFinding } from '../../matching/prepare.ts';
import { type Provisions, provisionsOf, readWritten } from '../../matching/read-provisions.ts';
import { ListInterner } from './list-interner.ts';
import { isOfUnnamedPlan, isUnder } from './own-plan.ts';
import { TextNumbers } from './text-numbers.ts';

/** What of a finding decides which defects it may match. Texts and sets by number; −1 is none. */
export interface FindingClass {
  code: number;
  group: number;
  /** Cited nodes, without those of an unnamed local plan. */
  nodes: number;
  /** Cited nodes of `the local plan`: which plan that is, the case decides that the finding is dealt to. */
  planNodes: number;
  places: number;
}

/** What of a defect decides which findings it may match, and what a match is worth. */
export interface DefectClass {
  code: number;
  group: number;
  required: boolean;
  places: number;
  /** Each accepted set's nodes. */
  sets: number[];
}

/**
 * Sorts findings and defects into classes that a policy cannot tell apart. One object may serve all models of
 * a board: a prepared finding or defect that is shared between cases (of the same local plan) or models is read
 * once.
 */
export class MatchClasses {
  readonly policy: Policy;
  /** Codes, groups, nodes and places. */
  readonly texts = new TextNumbers();
  /** Sets of nodes or places: ascending numbers of texts. */
  readonly sets = new ListInterner();
  readonly #catalogue: Catalogue;
  readonly #findings = new ListInterner();
  readonly #defects = new ListInterner();
  readonly #findingNumbers = new WeakMap<PreparedFinding, number>();
  readonly #defectNumbers = new WeakMap<PreparedDefect, number>();
  /** Nodes of citations as they read without a case, by the citations' JSON. */
  readonly #unnamed = new Map<string, ReadonlySet<string>>();
  /** By set of exact nodes: the set of these and their ancestors. */
  readonly #nodesOfExact: number[] = [];

  /** @param catalogue that the findings were prepared with */
  constructor(policy: Policy, catalogue: Catalogue) {
    this.policy = policy;
    this.#catalogue = catalogue;
  }

  /** @param ownPlan of the case that the finding was prepared for, as {@link ownPlanOf} gives it */
  numberOfFinding(entry: PreparedFinding, ownPlan: string | null): number {
    let number = this.#findingNumbers.get(entry);
    if (number === undefined) {
      number = this.#findings.intern(this.#describeFinding(entry, ownPlan));
      this.#findingNumbers.set(entry, number);
    }
    return number;
  }

  numberOfDefect(entry: PreparedDefect): number {
    let number = this.#defectNumbers.get(entry);
    if (number === undefined) {
      number = this.#defects.intern(this.#describeDefect(entry));
      this.#defectNumbers.set(entry, number);
    }
    return number;
  }

  finding(number: number): FindingClass {
    const [code, group, nodes, planNodes, places] = this.#findings.at(number);
    return { code: code!, group: group!, nodes: nodes!, planNodes: planNodes!, places: places! };
  }

  defect(number: number): DefectClass {
    const [code, group, required, places, ...sets] = this.#defects.at(number);
    return { code: code!, group: group!, required: required === 1, places: places!, sets };
  }

  #describeFinding(entry: PreparedFinding, ownPlan: string | null): number[] {
    const { finding, group, provisions, places } = entry;
    const code = finding.code === undefined ? -1 : this.texts.numberOf(finding.code);
    if (this.policy === 'strict') return [code, -1, -1, -1, -1];
    let planWords = false;
    let namesOwnPlan = false;
    for (const node of provisions.exact) {
      if (isOfUnnamedPlan(node)) planWords = true;
      else if (ownPlan !== null && isUnder(node, ownPlan)) namesOwnPlan = true;
    }
    const sets =
      planWords || namesOwnPlan
        ? this.#splitNodes(namesOwnPlan ? this.#readWithoutCase(finding.citations) : provisions.hierarchical)
        : [this.#numberOfNodes(provisions), -1];
    return [code, this.#numberOfGroup(group), ...sets, this.#numberOfPlaces(places)];
  }

  /** Nodes of named laws and plans, and of an unnamed plan. */
  #splitNodes(nodes: ReadonlySet<string>): [number, number] {
    const all = [...nodes];
    const named = all.filter((node) => !isOfUnnamedPlan(node));
    return [this.#numberOfSet(named), this.#numberOfSet(all.filter(isOfUnnamedPlan))];
  }

  /** The set of all nodes, which the exact ones decide: these are fewer to look up. */
  #numberOfNodes({ exact, hierarchical }: Provisions): number {
    const key = this.#numberOfSet(exact);
    if (key < 0) return -1;
    this.#nodesOfExact[key] ??= this.#numberOfSet(hierarchical);
    return this.#nodesOfExact[key];
  }

  #describeDefect({ defect, group, sets, places }: PreparedDefect): number[] {
    const code = this.texts.numberOf(defect.code);
    const required = Number(defect.role === 'required');
    if (this.policy === 'strict') return [code, -1, required, -1];
    const numbers = sets.map((set) => this.#numberOfNodes(set));
    const distinct = [...new Set(numbers)].filter((number) => number >= 0).sort((a, b) => a - b);
    return [code, this.#numberOfGroup(group), required, this.#numberOfPlaces(places), ...distinct];
  }

  #numberOfGroup(group: string | null): number {
    return group === null ? -1 : this.texts.numberOf(group);
  }

  /** Places are looked at by the lenient policy only. */
  #numberOfPlaces(places: ReadonlySet<string>): number {
    return this.policy === 'lenient' ? this.#numberOfSet(places) : -1;
  }

  /** −1 for the empty set. */
  #numberOfSet(texts: Iterable<string>): number {
    const numbers: number[] = [];
    for (const text of texts) numbers.push(this.texts.numberOf(text));
    if (numbers.length === 0) return -1;
    return this.sets.intern(numbers.length === 1 ? numbers : numbers.sort((a, b) => a - b));
  }

  #readWithoutCase(citations: PreparedFinding['finding']['citations']): ReadonlySet<string> {
    const key = JSON.stringify(citations);
    let nodes = this.#unnamed.get(key);
    if (nodes === undefined) {
      const context = { catalogue: this.#catalogue, localRules: [] };
      nodes = provisionsOf(readWritten(citations, context)).hierarchical;
      this.#unnamed.set(key, nodes);
    }
    return nodes;
  }
}
