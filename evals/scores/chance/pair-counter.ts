import { maximumWeight } from '../../matching/assign.ts';
import type { ClassGraph } from './class-graph.ts';
import type { ListInterner } from './list-interner.ts';

/** A count of pairs in one number: with required defects, and with don't-care defects. */
export const truePositivesOf = (count: number): number => count & 0xffff;
export const neutralOf = (count: number): number => count >>> 16;

const NEUTRAL = 0x10000;

/** What a pair is worth, the most first, as in `matchCase`; 0 is no pair. */
const level = { sameCode: 3, otherCode: 2, dontCare: 1 } as const;

/** Bits of a defect's place in its list. */
const MOST_BITS = 31;

/** So many levels, of two bits each, fit a whole number together with their dimensions. */
const MOST_KEYED = 20;

/**
 * How many pairs of each kind `matchCase` makes of a list of defects and a list of findings, both of nodes of
 * the class graph. Similarity decides which pairs those are, but not how many.
 */
export class PairCounter {
  /** How many pairs of lists were looked at: the measure of cost. */
  counted = 0;
  readonly #graph: ClassGraph;
  readonly #defects: ListInterner;
  readonly #findings: ListInterner;
  /** By list, a bit for each code that is in it or in reach: no bit in common, no pair. */
  readonly #defectMasks: Int32Array;
  readonly #findingMasks: Int32Array;
  /** Counts by the levels of all pairs, where two findings want one defect. */
  readonly #known = new Map<number, number>();

  /** @param defects and findings are complete */
  constructor(graph: ClassGraph, defects: ListInterner, findings: ListInterner) {
    this.#graph = graph;
    this.#defects = defects;
    this.#findings = findings;
    this.#defectMasks = masksOf(defects, graph.defectMasks);
    this.#findingMasks = masksOf(findings, graph.findingMasks);
  }

  /** Of two lists by number: `truePositivesOf` and `neutralOf` read the result. */
  count(defectList: number, findingList: number): number {
    this.counted += 1;
    if ((this.#defectMasks[defectList]! & this.#findingMasks[findingList]!) === 0) return 0;
    const { items: defects, starts: defectStarts } = this.#defects;
    const { items: findings, starts: findingStarts } = this.#findings;
    const first = defectStarts[defectList]!;
    const length = defectStarts[defectList + 1]! - first;
    if (length > MOST_BITS) return this.#countAtOdds(defectList, findingList);
    const end = findingStarts[findingList + 1]!;
    let count = 0;
    let taken = 0;
    for (let at = findingStarts[findingList]!; at < end; at += 1) {
      const finding = findings[at]!;
      let wanted = 0;
      let best = 0;
      for (let place = 0; place < length; place += 1) {
        const reached = this.#levelOf(finding, defects[first + place]!);
        if (reached === 0) continue;
        wanted |= 1 << place;
        if (reached > best) best = reached;
      }
      if (wanted === 0) continue;
      if ((taken & wanted) !== 0) {
        if (length === 1) continue;
        return this.#countAtOdds(defectList, findingList);
      }
      taken |= wanted;
      // So far no other finding wants these defects: this one gets the best of them.
      count += best > level.dontCare ? 1 : NEUTRAL;
    }
    return count;
  }

  #levelOf(finding: number, defect: number): number {
    const { findingCodes, defectCodes, required, cross, crossLists } = this.#graph;
    const code = findingCodes[finding]!;
    if (code >= 0 && code === defectCodes[defect]!) {
      return required[defect] === 1 ? level.sameCode : level.dontCare;
    }
    const list = cross[finding]!;
    const end = crossLists.starts[list + 1]!;
    for (let at = crossLists.starts[list]!; at < end; at += 1) {
      if (crossLists.items[at] === defect) return required[defect] === 1 ? level.otherCode : level.dontCare;
    }
    return 0;
  }

  #countAtOdds(defectList: number, findingList: number): number {
    const defects = [...this.#defects.at(defectList)];
    const rows: number[][] = [];
    for (const finding of this.#findings.at(findingList)) {
      const row = defects.map((defect) => this.#levelOf(finding, defect));
      if (row.some((reached) => reached > 0)) rows.push(row);
    }
    if (rows.length === 0) return 0;
    const wanted = [...defects.keys()].filter((place) => rows.some((row) => row[place]! > 0));
    const levels = rows.map((row) => wanted.map((place) => row[place]!));
    if (rows.length * wanted.length > MOST_KEYED) return countPairs(levels);
    let key = 0;
    for (const row of levels) for (const reached of row) key = 4 * key + reached;
    key = 32 * (32 * key + rows.length) + wanted.length;
    let count = this.#known.get(key);
    if (count === undefined) {
      count = countPairs(levels);
      this.#known.set(key, count);
    }
    return count;
  }
}

/**
 * The pairs of the best assignment: most of the highest level, then most of the next, then most of the lowest.
 * @param levels a row a finding, a column a defect
 */
function countPairs(levels: readonly (readonly number[])[]): number {
  const [rows, columns] = [levels.length, levels[0]!.length];
  const base = Math.min(rows, columns) + 1;
  const worth = [0, 1, base, base * base];
  const best =
    rows <= columns
      ? maximumWeight(rows, columns, (row, column) => worth[levels[row]![column]!]!)
      : maximumWeight(columns, rows, (column, row) => worth[levels[row]![column]!]!);
  const required = Math.floor(best / base);
  return Math.floor(required / base) + (required % base) + NEUTRAL * (best % base);
}

function masksOf(lists: ListInterner, masks: Int32Array): Int32Array {
  const result = new Int32Array(lists.size);
  for (let list = 0; list < lists.size; list += 1) {
    for (const node of lists.at(list)) result[list]! |= masks[node]!;
  }
  return result;
}
