import { maximumWeight } from '../../matching/assign.ts';
import type { ClassGraph } from './class-graph.ts';
import type { ListInterner } from './list-interner.ts';
import { NEUTRAL, TRUE_POSITIVE } from './match-count.ts';
import { MOST_PLACES, mayMatch, sharesCode, type WantedPlaces } from './wanted-places.ts';

/** So many levels, of two bits each, fit a whole number together with their dimensions. */
const MOST_KEYED = 20;

/**
 * How many pairs of each kind `matchCase` makes of a list of defects and a list of findings, both of nodes of
 * the class graph. Similarity decides which pairs those are, but not how many.
 */
export class PairCounter {
  /** How many pairs of lists were looked at: the measure of cost. */
  counted = 0;
  readonly #wanted: WantedPlaces;
  readonly #graph: ClassGraph;
  readonly #defects: ListInterner;
  readonly #findings: ListInterner;
  /** Counts by the levels of all pairs, where two findings want one defect. */
  readonly #known = new Map<number, number>();

  /** @param findings complete: no list is added later */
  constructor(wanted: WantedPlaces, findings: ListInterner) {
    this.#wanted = wanted;
    this.#graph = wanted.graph;
    this.#defects = wanted.defects;
    this.#findings = findings;
  }

  /** Of a list of defects and a list of findings, as `match-count.ts` has it. */
  count(defectList: number, findingList: number): number {
    this.counted += 1;
    const places = this.#defects.lengthOf(defectList);
    if (places === 0) return 0;
    if (places > MOST_PLACES) return this.#countLong(defectList, findingList);
    const required = this.#wanted.required[defectList]!;
    const { items, starts } = this.#findings;
    const end = starts[findingList + 1]!;
    let count = 0;
    let taken = 0;
    for (let at = starts[findingList]!; at < end; at += 1) {
      const wanted = this.#wanted.of(defectList, items[at]!);
      if (wanted === 0) continue;
      if ((taken & wanted) !== 0) return this.#countContest(defectList, findingList);
      taken |= wanted;
      // So far no other finding wants these defects: this one gets a required one if there is any.
      count += (wanted & required) === 0 ? NEUTRAL : TRUE_POSITIVE;
    }
    return count;
  }

  /** Of a list of defects and a single finding. */
  countOne(defectList: number, finding: number): number {
    this.counted += 1;
    if (this.#defects.lengthOf(defectList) > MOST_PLACES) {
      return countPairs([this.#levelsOf(defectList, finding)]);
    }
    const wanted = this.#wanted.of(defectList, finding);
    if (wanted === 0) return 0;
    return (wanted & this.#wanted.required[defectList]!) === 0 ? NEUTRAL : TRUE_POSITIVE;
  }

  #countLong(defectList: number, findingList: number): number {
    return countPairs(
      Array.from(this.#findings.at(findingList), (finding) => this.#levelsOf(defectList, finding)),
    );
  }

  /** As `#countLong`, with the result remembered for all that looks the same. */
  #countContest(defectList: number, findingList: number): number {
    const findings = this.#findings.at(findingList);
    const defects = this.#defects.at(defectList);
    let wanted = 0;
    let rows = 0;
    for (const finding of findings) {
      const places = this.#wanted.of(defectList, finding);
      wanted |= places;
      if (places !== 0) rows += 1;
    }
    const columns = countBits(wanted);
    if (rows * columns > MOST_KEYED) return this.#countLong(defectList, findingList);
    let key = rows * 32 + columns;
    for (const finding of findings) {
      if (this.#wanted.of(defectList, finding) === 0) continue;
      for (const [place, defect] of defects.entries()) {
        if (((wanted >> place) & 1) === 1) key = key * 4 + levelOf(this.#graph, finding, defect);
      }
    }
    let count = this.#known.get(key);
    if (count === undefined) {
      count = this.#countLong(defectList, findingList);
      this.#known.set(key, count);
    }
    return count;
  }

  #levelsOf(defectList: number, finding: number): number[] {
    return Array.from(this.#defects.at(defectList), (defect) => levelOf(this.#graph, finding, defect));
  }
}

/** What a pair is worth in `matchCase`: 3 required and of one code, 2 required, 1 don't-care, 0 no pair. */
function levelOf(graph: ClassGraph, finding: number, defect: number): number {
  if (!mayMatch(graph, finding, defect)) return 0;
  if (graph.required[defect] === 0) return 1;
  return sharesCode(graph, finding, defect) ? 3 : 2;
}

/**
 * The pairs of the best assignment: most of the highest level, then most of the next, then most of the lowest.
 * @param levels a row a finding, a column a defect
 */
function countPairs(levels: readonly (readonly number[])[]): number {
  const rows = levels.length;
  const columns = levels[0]?.length ?? 0;
  const base = Math.min(rows, columns) + 1;
  const worth = [0, 1, base, base * base];
  const best =
    rows <= columns
      ? maximumWeight(rows, columns, (row, column) => worth[levels[row]![column]!]!)
      : maximumWeight(columns, rows, (column, row) => worth[levels[row]![column]!]!);
  const required = Math.floor(best / base);
  return Math.floor(required / base) + (required % base) + NEUTRAL * (best % base);
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
