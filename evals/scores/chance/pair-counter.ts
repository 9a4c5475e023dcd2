import { maximumWeight } from '../../matching/assign.ts';
import type { ClassGraph } from './class-graph.ts';
import type { ListInterner } from './list-interner.ts';
import { NEUTRAL, neutralOf, TRUE_POSITIVE, truePositivesOf } from './match-count.ts';

/** Longer lists of defects have no bits for their places. */
const MOST_PLACES = 31;

/** So many levels, of two bits each, fit a whole number together with their dimensions. */
const MOST_KEYED = 20;

/**
 * How many pairs of each kind `matchCase` makes of a list of defects, selected first, and lists of findings.
 * All are lists of nodes of the class graph. Similarity decides which pairs those are, but not how many.
 */
export class PairCounter {
  /** How many pairs of lists were looked at: the measure of cost. */
  counted = 0;
  readonly #graph: ClassGraph;
  readonly #defectLists: ListInterner;
  readonly #findingLists: ListInterner;
  /** Of the selected list: its defects, and a bit for the place of each that is required. */
  #defects: Int32Array = new Int32Array();
  #required = 0;
  /** Places that a finding wants: by its code (from −1, so one further on), and by its node across codes. */
  readonly #ofCode: Int32Array;
  readonly #across: Int32Array;
  // A list of its own, to count one.
  readonly #one = new Int32Array(1);
  readonly #truePositives = new Int32Array(1);
  readonly #neutral = new Int32Array(1);
  /** Findings of the list at hand that want two defects or more. */
  readonly #choosers: number[] = [];
  /** Counts by the levels of all pairs, where two findings want one defect. */
  readonly #known = new Map<number, number>();

  /** @param defectLists and findingLists: complete, no list is added later */
  constructor(graph: ClassGraph, defectLists: ListInterner, findingLists: ListInterner) {
    this.#graph = graph;
    this.#defectLists = defectLists;
    this.#findingLists = findingLists;
    this.#ofCode = new Int32Array(graph.codes + 1);
    this.#across = new Int32Array(graph.findingCodes.length);
  }

  /** The list of defects that counts are of from now on. */
  select(defectList: number): void {
    const { defectCodes, crossFindings, required } = this.#graph;
    for (const defect of this.#defects) {
      this.#ofCode[defectCodes[defect]! + 1] = 0;
      for (const finding of crossFindings[defect]!) this.#across[finding] = 0;
    }
    this.#defects = this.#defectLists.at(defectList);
    this.#required = 0;
    if (this.#defects.length > MOST_PLACES) return;
    for (const [place, defect] of this.#defects.entries()) {
      const bit = 1 << place;
      if (required[defect] === 1) this.#required |= bit;
      if (defectCodes[defect]! >= 0) this.#ofCode[defectCodes[defect]! + 1]! |= bit;
      for (const finding of crossFindings[defect]!) this.#across[finding]! |= bit;
    }
  }

  /** Of a list of findings: `match-count.ts` reads the result. */
  count(findingList: number): number {
    this.#one[0] = findingList;
    this.#truePositives[0] = 0;
    this.#neutral[0] = 0;
    this.addEach(this.#one, this.#truePositives, this.#neutral);
    return this.#truePositives[0]! * TRUE_POSITIVE + this.#neutral[0]! * NEUTRAL;
  }

  /** Adds the count of each list of findings to the sums at its place. */
  addEach(findingLists: Int32Array, truePositives: Int32Array, neutral: Int32Array): void {
    this.counted += findingLists.length;
    const isLong = this.#defects.length > MOST_PLACES;
    const { findingCodes } = this.#graph;
    const { items, starts } = this.#findingLists;
    const ofCode = this.#ofCode;
    const across = this.#across;
    const required = this.#required;
    for (let each = 0; each < findingLists.length; each += 1) {
      const list = findingLists[each]!;
      const end = starts[list + 1]!;
      let taken = 0;
      let contested = 0;
      let matched = 0;
      let matchedRequired = 0;
      // Without branches: which findings match is hard to foresee, and this runs a hundred million times.
      for (let at = starts[list]!; at < end; at += 1) {
        const finding = items[at]!;
        const wanted = ofCode[findingCodes[finding]! + 1]! | across[finding]!;
        contested |= taken & wanted;
        taken |= wanted;
        matched += isAny(wanted);
        matchedRequired += isAny(wanted & required);
      }
      if (contested !== 0 || isLong) {
        const count = isLong ? this.#countLong(list) : this.#countContest(list);
        matchedRequired = truePositivesOf(count);
        matched = matchedRequired + neutralOf(count);
      }
      truePositives[each]! += matchedRequired;
      neutral[each]! += matched - matchedRequired;
    }
  }

  /** The places of the defects that a finding may match, a bit each; of a list of at most 31 defects. */
  #wantedBy(finding: number): number {
    return this.#sameCode(finding) | this.#across[finding]!;
  }

  /** Of a single finding. */
  countOne(finding: number): number {
    this.counted += 1;
    if (this.#defects.length > MOST_PLACES) return countPairs([this.#levelsOf(finding)]);
    return this.#valueOf(this.#wantedBy(finding));
  }

  /** Of a list of findings as if each were the only one: the sum of the single findings' counts. */
  countApart(findingList: number): number {
    const { items, starts } = this.#findingLists;
    let count = 0;
    for (let at = starts[findingList]!; at < starts[findingList + 1]!; at += 1)
      count += this.countOne(items[at]!);
    return count;
  }

  /** Of a finding that has a code and reaches nothing across codes. */
  countCode(code: number): number {
    if (code < 0) return 0;
    if (this.#defects.length <= MOST_PLACES) return this.#valueOf(this.#ofCode[code + 1]!);
    const { defectCodes, required } = this.#graph;
    const defects = this.#defects.filter((defect) => defectCodes[defect] === code);
    if (defects.some((defect) => required[defect] === 1)) return TRUE_POSITIVE;
    return defects.length === 0 ? 0 : NEUTRAL;
  }

  #valueOf(wanted: number): number {
    if (wanted === 0) return 0;
    return (wanted & this.#required) === 0 ? NEUTRAL : TRUE_POSITIVE;
  }

  #countLong(findingList: number): number {
    return countPairs(Array.from(this.#findingLists.at(findingList), (finding) => this.#levelsOf(finding)));
  }

  /** Where two findings want one defect. */
  #countContest(findingList: number): number {
    const { items, starts } = this.#findingLists;
    const end = starts[findingList + 1]!;
    // Of the findings that want one defect only, one is as good as any of its level.
    let single = 0;
    let singleSameCode = 0;
    let shared = 0;
    let isApart = true;
    this.#choosers.length = 0;
    for (let at = starts[findingList]!; at < end; at += 1) {
      const finding = items[at]!;
      const wanted = this.#wantedBy(finding);
      if ((wanted & (wanted - 1)) === 0) {
        single |= wanted;
        singleSameCode |= wanted & this.#sameCode(finding);
      } else {
        if ((shared & wanted) !== 0) isApart = false;
        shared |= wanted;
        this.#choosers.push(finding);
      }
    }
    if (!isApart || (shared & single) !== 0) return this.#recall(findingList, single, singleSameCode, shared);
    let count = 0;
    for (const finding of this.#choosers) count += this.#valueOf(this.#wantedBy(finding));
    for (let rest = single; rest !== 0; rest &= rest - 1) count += this.#valueOf(rest & -rest);
    return count;
  }

  /** As `#countLong`, once for all that looks the same: the levels of the findings with a choice, and of the others. */
  #recall(findingList: number, single: number, singleSameCode: number, shared: number): number {
    const places = single | shared;
    const rows = this.#choosers.length + 1;
    const columns = countBits(places);
    if (rows * columns > MOST_KEYED) return this.#countLong(findingList);
    let key = this.#appendLevels(32 * rows + columns, places, single, singleSameCode);
    for (const finding of this.#choosers) {
      key = this.#appendLevels(key, places, this.#wantedBy(finding), this.#sameCode(finding));
    }
    let count = this.#known.get(key);
    if (count === undefined) {
      count = this.#countLong(findingList);
      this.#known.set(key, count);
    }
    return count;
  }

  /** Two bits for each of the places, as {@link levelOf}. */
  #appendLevels(key: number, places: number, wanted: number, sameCode: number): number {
    let longer = key;
    for (let rest = places; rest !== 0; rest &= rest - 1) {
      const place = rest & -rest;
      const worth = (place & this.#required) === 0 ? 1 : (place & sameCode) === 0 ? 2 : 3;
      longer = 4 * longer + ((place & wanted) === 0 ? 0 : worth);
    }
    return longer;
  }

  #sameCode(finding: number): number {
    return this.#ofCode[this.#graph.findingCodes[finding]! + 1]!;
  }

  #levelsOf(finding: number): number[] {
    return Array.from(this.#defects, (defect) => levelOf(this.#graph, finding, defect));
  }
}

/** What a pair is worth in `matchCase`: 3 required and of one code, 2 required, 1 don't-care, 0 no pair. */
function levelOf(graph: ClassGraph, finding: number, defect: number): number {
  const { findingCodes, defectCodes, required, crossFindings } = graph;
  const sameCode = findingCodes[finding]! >= 0 && findingCodes[finding] === defectCodes[defect];
  if (!sameCode && !crossFindings[defect]!.includes(finding)) return 0;
  if (required[defect] === 0) return 1;
  return sameCode ? 3 : 2;
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

/** 1 where any bit is set, else 0. */
function isAny(bits: number): number {
  return (bits | -bits) >>> 31;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
