import { maximumWeight } from '../../matching/assign.ts';
import type { ClassGraph } from './class-graph.ts';
import type { ListInterner } from './list-interner.ts';
import { NEUTRAL, TRUE_POSITIVE } from './match-count.ts';

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
  select(defectList: number): this {
    const { defectCodes, crossFindings, required } = this.#graph;
    for (const defect of this.#defects) {
      this.#ofCode[defectCodes[defect]! + 1] = 0;
      for (const finding of crossFindings[defect]!) this.#across[finding] = 0;
    }
    this.#defects = this.#defectLists.at(defectList);
    this.#required = 0;
    if (this.#defects.length > MOST_PLACES) return this;
    for (const [place, defect] of this.#defects.entries()) {
      const bit = 1 << place;
      if (required[defect] === 1) this.#required |= bit;
      if (defectCodes[defect]! >= 0) this.#ofCode[defectCodes[defect]! + 1]! |= bit;
      for (const finding of crossFindings[defect]!) this.#across[finding]! |= bit;
    }
    return this;
  }

  /** Of a list of findings: `match-count.ts` reads the result. */
  count(findingList: number): number {
    this.counted += 1;
    if (this.#defects.length > MOST_PLACES) return this.#countLong(findingList);
    const { items, starts } = this.#findingLists;
    const end = starts[findingList + 1]!;
    let count = 0;
    let taken = 0;
    for (let at = starts[findingList]!; at < end; at += 1) {
      const wanted = this.#wantedBy(items[at]!);
      if (wanted === 0) continue;
      if ((taken & wanted) !== 0) return this.#countContest(findingList);
      taken |= wanted;
      // So far no other finding wants these defects: this one gets a required one if there is any.
      count += this.#valueOf(wanted);
    }
    return count;
  }

  /** Of a single finding. */
  countOne(finding: number): number {
    this.counted += 1;
    if (this.#defects.length > MOST_PLACES) return countPairs([this.#levelsOf(finding)]);
    return this.#valueOf(this.#wantedBy(finding));
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

  #wantedBy(finding: number): number {
    return this.#ofCode[this.#graph.findingCodes[finding]! + 1]! | this.#across[finding]!;
  }

  #valueOf(wanted: number): number {
    if (wanted === 0) return 0;
    return (wanted & this.#required) === 0 ? NEUTRAL : TRUE_POSITIVE;
  }

  #countLong(findingList: number): number {
    return countPairs(Array.from(this.#findingLists.at(findingList), (finding) => this.#levelsOf(finding)));
  }

  /** As `#countLong`, with the result remembered for all that looks the same. */
  #countContest(findingList: number): number {
    const findings = this.#findingLists.at(findingList);
    let wanted = 0;
    let rows = 0;
    for (const finding of findings) {
      const places = this.#wantedBy(finding);
      wanted |= places;
      if (places !== 0) rows += 1;
    }
    const columns = countBits(wanted);
    if (rows * columns > MOST_KEYED) return this.#countLong(findingList);
    let key = rows * 32 + columns;
    for (const finding of findings) {
      if (this.#wantedBy(finding) === 0) continue;
      for (const [place, defect] of this.#defects.entries()) {
        if (((wanted >> place) & 1) === 1) key = key * 4 + levelOf(this.#graph, finding, defect);
      }
    }
    let count = this.#known.get(key);
    if (count === undefined) {
      count = this.#countLong(findingList);
      this.#known.set(key, count);
    }
    return count;
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

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
