import type { LocalRule } from '../../../datasets/case.ts';
import type { PreparedDefect, PreparedFinding } from '../../matching/prepare.ts';
import { compareText } from '../../statistics/compare-text.ts';
import type { Figure } from '../../statistics/interval.ts';
import { createRandom } from '../../statistics/random.ts';
import { computeChanceFigures } from './chance-figures.ts';
import type { Chance } from './chance-result.ts';
import { sumTypes } from './chance-values.ts';
import { Deals } from './deals.ts';
import { ListInterner } from './list-interner.ts';
import type { MatchClasses } from './match-classes.ts';
import { ownPlanOf } from './own-plan.ts';
import { sumPairs } from './pair-sums.ts';
import { TextNumbers } from './text-numbers.ts';
import { type CaseColumns, prepareTypePairs } from './type-pairs.ts';

/** Random deals drawn for the p-value. */
const DEALS = 1000;

/** One case with its labelled defects and one model's answers to it. */
export interface ChanceEntry {
  /** The case's own id where it has no twins. */
  family: string;
  caseId: string;
  caseType: string;
  localRules: readonly LocalRule[];
  defects: readonly PreparedDefect[];
  /** By repeat; empty where it was not answered. The same number of repeats for every case. */
  findings: readonly (readonly PreparedFinding[])[];
}

/**
 * Takes one model's answers case by case, and tells how much of its F1 the answers would have if they were
 * dealt to other families' cases of the same type. Keeps a few numbers a case. The order of cases, defects,
 * findings and repeats changes nothing.
 *
 * Dealt answers are matched as if they had been given to the case: words like `the local plan` mean the plan
 * of the case they are dealt to.
 */
export class ChanceCollector {
  readonly #classes: MatchClasses;
  readonly #families = new TextNumbers();
  readonly #types = new TextNumbers();
  readonly #defectLists = new ListInterner();
  readonly #findingLists = new ListInterner();
  #repeats = 0;
  // By case:
  readonly #caseIds: string[] = [];
  readonly #family: number[] = [];
  readonly #type: number[] = [];
  readonly #plan: number[] = [];
  readonly #defects: number[] = [];
  /** `repeats` entries a case. */
  readonly #findings: number[] = [];

  /** @param classes of the headline's policy; may be shared between the models of a board */
  constructor(classes: MatchClasses) {
    this.#classes = classes;
  }

  /** @throws RangeError where a case has another number of repeats than the one before, or none. */
  add({ family, caseId, caseType, localRules, defects, findings }: ChanceEntry): void {
    if (this.#caseIds.length === 0) this.#repeats = findings.length;
    if (findings.length !== this.#repeats || findings.length === 0) {
      throw new RangeError(
        `Cannot add case "${caseId}": it has ${findings.length} repeats, expected ${this.#repeats || 'at least 1'}`,
      );
    }
    const plan = ownPlanOf(localRules);
    this.#caseIds.push(caseId);
    this.#family.push(this.#families.numberOf(family));
    this.#type.push(this.#types.numberOf(caseType));
    this.#plan.push(plan === null ? -1 : this.#classes.texts.numberOf(plan));
    this.#defects.push(
      internSorted(
        this.#defectLists,
        defects.map((defect) => this.#classes.numberOfDefect(defect)),
      ),
    );
    for (const answer of findings) {
      this.#findings.push(
        internSorted(
          this.#findingLists,
          answer.map((finding) => this.#classes.numberOfFinding(finding, plan)),
        ),
      );
    }
  }

  /** @param seed the comparability key: decides the random deals */
  finish(seed: string): Chance {
    const familyPlaces = placesInOrder(this.#families.texts);
    const families = this.#family.map((number) => familyPlaces[number]!);
    const types = this.#casesByType(families);
    const cases = types.reduce((sum, [, ofType]) => sum + ofType.length, 0);
    const taking = new Set(types.flatMap(([, ofType]) => Array.from(ofType, (at) => families[at]!))).size;
    const head = { cases, families: taking, caseTypes: types.length };
    if (cases === 0 || 2 * cases < this.#caseIds.length) return { ...head, ...withoutFigures(taking) };
    const columns: CaseColumns = {
      repeats: this.#repeats,
      families,
      plans: this.#plan,
      defects: this.#defects,
      findings: this.#findings,
      defectLists: this.#defectLists,
      findingLists: this.#findingLists,
    };
    const deals = new Deals(DEALS);
    const sums = types.map(([caseType, ofType]) => {
      const pairs = prepareTypePairs(columns, ofType, this.#classes);
      deals.deal(pairs, createRandom(JSON.stringify([seed, 'chance', caseType])));
      return sumPairs(pairs);
    });
    const { own } = sumTypes(sums);
    const p = own.items === 0 ? null : deals.computeP(own);
    return {
      ...head,
      ...computeChanceFigures(sums, this.#repeats),
      p,
      permutations: p === null ? 0 : DEALS,
    };
  }

  /** The types that at least two families share, in order, each with its cases by family and id. */
  #casesByType(families: readonly number[]): [string, Int32Array][] {
    const cases = Map.groupBy(this.#caseIds.keys(), (at) => this.#type[at]!);
    return [...cases]
      .map(([type, each]): [string, Int32Array] => [
        this.#types.texts[type]!,
        Int32Array.from(each).sort(
          (a, b) => families[a]! - families[b]! || compareText(this.#caseIds[a]!, this.#caseIds[b]!),
        ),
      ])
      .filter(([, each]) => families[each[0]!] !== families[each.at(-1)!])
      .sort(([a], [b]) => compareText(a, b));
  }
}

function internSorted(lists: ListInterner, numbers: number[]): number {
  return lists.intern(numbers.sort((a, b) => a - b));
}

/** Each text's place when they are sorted. */
function placesInOrder(texts: readonly string[]): Int32Array {
  const places = new Int32Array(texts.length);
  const order = [...texts.keys()].sort((a, b) => compareText(texts[a]!, texts[b]!));
  for (const [place, number] of order.entries()) places[number] = place;
  return places;
}

function withoutFigures(families: number): Omit<Chance, 'cases' | 'families' | 'caseTypes'> {
  const none: Figure = { value: null, interval: null, reason: 'tooFewAlike', cases: families, items: 0 };
  return { f1: none, shuffledF1: none, adjustedF1: none, excessF1: none, p: null, permutations: 0 };
}
