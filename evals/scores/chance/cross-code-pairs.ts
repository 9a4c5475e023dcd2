import { isEligible } from '../../matching/eligibility.ts';
import type { FindingClass, MatchClasses } from './match-classes.ts';
import { isUnder, nameNode, unnameNode } from './own-plan.ts';
import type { PlacedDefect } from './placed-defects.ts';

/** Accepted sets that are the same, in cases with the same local plan. */
interface AcceptedSet {
  nodes: ReadonlySet<number>;
  plan: number;
  /** By their place in the list of defects. */
  defects: number[];
}

/**
 * Finds the defects that a finding may match although it does not name their code: by citation, or by
 * evidence. Looks only at defects that share a node with the finding or, where evidence counts, its group.
 */
export class CrossCodePairs {
  readonly #classes: MatchClasses;
  readonly #defects: readonly PlacedDefect[];
  readonly #sets: AcceptedSet[] = [];
  /** The sets that hold a node, by its number; an unnamed plan's node stands for that of the defect's case. */
  readonly #setsWith = new Map<number, number[]>();
  /** Defects by group, and within it by their set of places. */
  readonly #byGroup = new Map<number, Map<number, number[]>>();
  /** F1 of two sets of places, by both numbers. */
  readonly #evidence = new Map<number, number>();
  /** How many nodes the finding at hand shares with each set; all 0 between findings. */
  readonly #shared: Int32Array;
  /** The finding's best citation F1 with each defect; −1 where it is no candidate. */
  readonly #citation: Float64Array;

  constructor(classes: MatchClasses, defects: readonly PlacedDefect[]) {
    this.#classes = classes;
    this.#defects = defects;
    if (classes.policy !== 'strict') this.#index();
    this.#shared = new Int32Array(this.#sets.length);
    this.#citation = new Float64Array(defects.length).fill(-1);
  }

  /** The places of those defects in the list, in no order. */
  find(finding: FindingClass): number[] {
    const { policy } = this.#classes;
    if (policy === 'strict') return [];
    const candidates: number[] = [];
    for (const set of this.#touch(finding)) {
      const citation = this.#citationF1(finding, set);
      this.#shared[set] = 0;
      for (const defect of this.#sets[set]!.defects) {
        if (this.#citation[defect]! < 0) candidates.push(defect);
        if (citation > this.#citation[defect]!) this.#citation[defect] = citation;
      }
    }
    if (policy === 'lenient') {
      for (const [places, defects] of this.#byGroup.get(finding.group) ?? []) {
        if (this.#evidenceF1(finding.places, places) === 0) continue;
        for (const defect of defects) {
          if (this.#citation[defect]! >= 0) continue;
          this.#citation[defect] = 0;
          candidates.push(defect);
        }
      }
    }
    return candidates.filter((at) => {
      const defect = this.#defects[at]!;
      const citation = this.#citation[at]!;
      this.#citation[at] = -1;
      if (defect.code === finding.code) return false;
      const sameGroup = finding.group >= 0 && finding.group === defect.group;
      const evidence = this.#evidenceF1(finding.places, defect.places);
      return isEligible(
        policy,
        { total: 0, sameCode: false, sameGroup, citation, evidence },
        finding.code >= 0,
      );
    });
  }

  #index(): void {
    const known = new Map<string, AcceptedSet>();
    const { texts, sets } = this.#classes;
    for (const [at, { group, places, plan, sets: accepted }] of this.#defects.entries()) {
      if (group >= 0) {
        const ofGroup = this.#byGroup.get(group) ?? new Map<number, number[]>();
        this.#byGroup.set(group, ofGroup);
        pushTo(ofGroup, places, at);
      }
      for (const number of accepted) {
        const key = `${number} ${plan}`;
        let set = known.get(key);
        if (set === undefined) {
          const nodes = new Set(sets.at(number));
          set = { nodes, plan, defects: [] };
          known.set(key, set);
          for (const node of nodes) {
            pushTo(this.#setsWith, node, this.#sets.length);
            const text = texts.texts[node]!;
            if (plan >= 0 && isUnder(text, texts.texts[plan]!)) {
              pushTo(this.#setsWith, texts.numberOf(unnameNode(text, texts.texts[plan]!)), this.#sets.length);
            }
          }
          this.#sets.push(set);
        }
        set.defects.push(at);
      }
    }
  }

  /** The sets with a node of the finding, each once; counts the nodes shared. */
  #touch({ nodes, planNodes }: FindingClass): number[] {
    const touched: number[] = [];
    for (const list of [nodes, planNodes]) {
      if (list < 0) continue;
      for (const node of this.#classes.sets.at(list)) {
        for (const set of this.#setsWith.get(node) ?? []) {
          if (this.#shared[set] === 0) touched.push(set);
          this.#shared[set]! += 1;
        }
      }
    }
    return touched;
  }

  /** As `setF1`, of the finding's nodes as they read in the defect's case. */
  #citationF1(finding: FindingClass, at: number): number {
    const { nodes, plan } = this.#sets[at]!;
    if (finding.planNodes >= 0) return this.#planCitationF1(finding, nodes, plan);
    return (2 * this.#shared[at]!) / (this.#classes.sets.lengthOf(finding.nodes) + nodes.size);
  }

  #planCitationF1(finding: FindingClass, accepted: ReadonlySet<number>, plan: number): number {
    const { sets, texts } = this.#classes;
    const cited = new Set(finding.nodes < 0 ? [] : sets.at(finding.nodes));
    // A node that nobody named is in no set, and no two of them are the same.
    let unknown = 0;
    for (const node of sets.at(finding.planNodes)) {
      const named = plan < 0 ? node : texts.find(nameNode(texts.texts[node]!, texts.texts[plan]!));
      if (named < 0) unknown += 1;
      else cited.add(named);
    }
    let shared = 0;
    for (const node of cited) if (accepted.has(node)) shared += 1;
    return (2 * shared) / (cited.size + unknown + accepted.size);
  }

  /** As `setF1`, of sets of places. */
  #evidenceF1(a: number, b: number): number {
    if (a < 0 || b < 0) return 0;
    const { sets } = this.#classes;
    const key = a * sets.size + b;
    let evidence = this.#evidence.get(key);
    if (evidence === undefined) {
      const places = new Set(sets.at(b));
      const shared = sets.at(a).filter((place) => places.has(place)).length;
      evidence = (2 * shared) / (sets.lengthOf(a) + places.size);
      this.#evidence.set(key, evidence);
    }
    return evidence;
  }
}

function pushTo(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
