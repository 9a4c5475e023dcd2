import { bootstrapFigures } from './bootstrap.ts';
import { compareText } from './compare-text.ts';
import type { Figure } from './interval.ts';

/** What one family adds, by column name: whole numbers, sums over its cases and their repeats. Absent is 0. */
export type FamilyRow = ReadonlyMap<string, number>;

/** A figure from the column sums of a sample, in the order of the names given to `prepare`; null where undefined. */
export type Statistic = (sums: Float64Array) => number | null;

/**
 * More distinct rows than this among more families than this, and families are dealt into as many groups,
 * which are resampled in their place.
 */
export const MAX_RESAMPLED_ROWS = 1_000;

export interface TableFiguresInput<Name extends string> {
  /** Decides the replicates; derive it from the comparability key and the figures' name. */
  seed: string;
  /** The columns that the figures are computed from; families that differ only elsewhere are alike. */
  reads: (column: string) => boolean;
  /** A family with any of these columns is in a figure's denominator: it is counted as a case. */
  counts: Record<Name, (column: string) => boolean>;
  /** Given the columns read that exist, sorted by code units: the figures over their sums. */
  prepare: (columns: readonly string[]) => Record<Name, Statistic>;
  /** Shown with each figure. */
  items: Record<Name, number>;
}

/**
 * The families' sums, and bootstrapped figures over them. The order of the families changes nothing.
 *
 * Up to {@link MAX_RESAMPLED_ROWS} families, or distinct rows, are resampled one by one. Beyond that, where
 * nearly every family differs from every other, families are dealt into that many groups by a hash of
 * their id, once, and the groups are resampled: the random groups method. It estimates the same variance,
 * with a relative error of the interval's width of about 1/√(2·1000) = 2 %, in time that does not grow
 * with the number of families.
 * @source Wolter, K. M. (2007), Introduction to Variance Estimation, 2nd ed., ch. 2 (random groups).
 */
export class FamilyTable {
  readonly #names: string[] = [];
  readonly #ids = new Map<string, number>();
  #columns = new Uint32Array(1024);
  /** Whole numbers: exact up to 2²⁴. */
  #values = new Float32Array(1024);
  #starts = new Uint32Array(256);
  #hashes = new Uint32Array(256);
  #length = 0;
  #families = 0;

  get families(): number {
    return this.#families;
  }

  add(family: string, row: FamilyRow): void {
    if (this.#families + 1 >= this.#starts.length) {
      this.#starts = grow(this.#starts, Uint32Array);
      this.#hashes = grow(this.#hashes, Uint32Array);
    }
    while (this.#length + row.size > this.#columns.length) {
      this.#columns = grow(this.#columns, Uint32Array);
      this.#values = grow(this.#values, Float32Array);
    }
    for (const [name, value] of row) {
      if (value === 0) continue;
      this.#columns[this.#length] = this.#idOf(name);
      this.#values[this.#length] = value;
      this.#length += 1;
    }
    this.#hashes[this.#families] = hashText(family);
    this.#families += 1;
    this.#starts[this.#families] = this.#length;
  }

  /** The sums over all families of the columns read, sorted by code units. */
  sums(reads: (column: string) => boolean): { columns: string[]; sums: Float64Array } {
    const { columns, places } = this.#select(reads);
    const sums = new Float64Array(columns.length);
    for (let entry = 0; entry < this.#length; entry++) {
      const at = places[this.#columns[entry]!]!;
      if (at >= 0) sums[at]! += this.#values[entry]!;
    }
    return { columns, sums };
  }

  /** The columns read, sorted by code units, and what each family adds to them: the place of a column and its value. */
  rows(reads: (column: string) => boolean): {
    columns: string[];
    rows: Iterable<readonly { at: number; value: number }[]>;
  } {
    const { columns, places } = this.#select(reads);
    return { columns, rows: this.#rows(places) };
  }

  /** The figures with their bootstrap intervals, all from the same replicates. */
  figures<Name extends string>(input: TableFiguresInput<Name>): Record<Name, Figure> {
    const { columns, places } = this.#select(input.reads);
    const statistics = Object.entries(input.prepare(columns)) as [Name, Statistic][];
    const rows = this.#resampledRows(places);
    const { starts, at, value } = flatten(rows);
    const sums = new Float64Array(columns.length);
    const figures = bootstrapFigures({
      counts: rows.map(({ families }) => families),
      compute(weights, values) {
        sums.fill(0);
        for (let row = 0; row < weights.length; row++) {
          const weight = weights[row]!;
          if (weight === 0) continue;
          const end = starts[row + 1]!;
          for (let entry = starts[row]!; entry < end; entry++) sums[at[entry]!]! += weight * value[entry]!;
        }
        for (let each = 0; each < statistics.length; each++) {
          values[each] = statistics[each]![1](sums) ?? Number.NaN;
        }
      },
      seed: input.seed,
      shown: statistics.map(([name]) => ({
        cases: this.count(input.counts[name]),
        items: input.items[name],
      })),
    });
    return Object.fromEntries(statistics.map(([name], place) => [name, figures[place]!])) as Record<
      Name,
      Figure
    >;
  }

  #idOf(name: string): number {
    let id = this.#ids.get(name);
    if (id === undefined) {
      id = this.#names.length;
      this.#names.push(name);
      this.#ids.set(name, id);
    }
    return id;
  }

  /** The columns read, sorted, and where each column of the table stands among them; -1 where it is not read. */
  #select(reads: (column: string) => boolean): { columns: string[]; places: Int32Array } {
    const columns = this.#names.filter(reads).sort(compareText);
    const places = new Int32Array(this.#names.length).fill(-1);
    for (const [place, name] of columns.entries()) places[this.#ids.get(name)!] = place;
    return { columns, places };
  }

  *#rows(places: Int32Array): Generator<{ at: number; value: number }[]> {
    for (let family = 0; family < this.#families; family++) yield this.#pairsOf(family, places);
  }

  /** Families with any of these columns. */
  count(counts: (column: string) => boolean): number {
    const counted = this.#names.map(counts);
    let families = 0;
    for (let family = 0; family < this.#families; family++) {
      for (let entry = this.#starts[family]!; entry < this.#starts[family + 1]!; entry++) {
        if (!counted[this.#columns[entry]!]) continue;
        families += 1;
        break;
      }
    }
    return families;
  }

  #resampledRows(places: Int32Array): ResampledRow[] {
    const distinct = this.#distinctRows(places);
    if (Math.min(this.#families, distinct.length) <= MAX_RESAMPLED_ROWS) return distinct;
    return this.#groupRows(places);
  }

  #distinctRows(places: Int32Array): ResampledRow[] {
    const byContent = new Map<string, ResampledRow>();
    for (let family = 0; family < this.#families; family++) {
      const pairs = this.#pairsOf(family, places);
      const key = pairs.map(({ at, value }) => `${at}:${value}`).join(' ');
      const known = byContent.get(key);
      if (known !== undefined) known.families += 1;
      else byContent.set(key, { pairs, families: 1 });
      // So many distinct rows are not resampled one by one.
      if (byContent.size > MAX_RESAMPLED_ROWS && this.#families > MAX_RESAMPLED_ROWS) break;
    }
    return [...byContent.values()].sort(compareRows);
  }

  #groupRows(places: Int32Array): ResampledRow[] {
    const groups = Array.from({ length: MAX_RESAMPLED_ROWS }, () => new Map<number, number>());
    for (let family = 0; family < this.#families; family++) {
      const group = groups[this.#hashes[family]! % MAX_RESAMPLED_ROWS]!;
      for (const { at, value } of this.#pairsOf(family, places)) group.set(at, (group.get(at) ?? 0) + value);
    }
    return groups.map((group) => {
      const pairs = [...group].sort(([a], [b]) => a - b).map(([at, value]) => ({ at, value }));
      return { pairs, families: 1 };
    });
  }

  #pairsOf(family: number, places: Int32Array): { at: number; value: number }[] {
    const pairs: { at: number; value: number }[] = [];
    for (let entry = this.#starts[family]!; entry < this.#starts[family + 1]!; entry++) {
      const at = places[this.#columns[entry]!]!;
      if (at >= 0) pairs.push({ at, value: this.#values[entry]! });
    }
    return pairs.sort((a, b) => a.at - b.at);
  }
}

/** Column places and values of families that are alike, or of a group of families. */
interface ResampledRow {
  pairs: readonly { at: number; value: number }[];
  families: number;
}

/** By the first column or value that differs, as numbers: sums over repeats stand in the order of their means. */
function compareRows(a: ResampledRow, b: ResampledRow): number {
  for (const [place, { at, value }] of a.pairs.entries()) {
    const other = b.pairs[place];
    if (other === undefined) return 1;
    if (at !== other.at) return at - other.at;
    if (value !== other.value) return value - other.value;
  }
  return a.pairs.length - b.pairs.length;
}

/** The rows one after another; row i holds the entries from starts[i] up to starts[i + 1]. */
function flatten(rows: readonly ResampledRow[]) {
  const starts = new Int32Array(rows.length + 1);
  for (const [row, { pairs }] of rows.entries()) starts[row + 1] = starts[row]! + pairs.length;
  const all = rows.flatMap(({ pairs }) => pairs);
  return {
    starts,
    at: Int32Array.from(all, ({ at }) => at),
    value: Float64Array.from(all, ({ value }) => value),
  };
}

function grow<T extends { length: number; set(from: ArrayLike<number>): void }>(
  array: ArrayLike<number>,
  Type: new (length: number) => T,
): T {
  const larger = new Type(2 * array.length);
  larger.set(array);
  return larger;
}

/** FNV-1a over the code units, mixed so that its remainders are even too. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
