import type { ClassGraph } from './class-graph.ts';
import type { ListInterner } from './list-interner.ts';
import { NEUTRAL, TRUE_POSITIVE } from './match-count.ts';

/** Looks up lists of defects by what is in them. */
export class DefectIndex {
  readonly #graph: ClassGraph;
  readonly #lists: ListInterner;
  readonly #listsWith: number[][];
  readonly #ofCode: number[][];
  /** By list, the last look-up that found it. */
  readonly #foundBy: Int32Array;
  #lookUps = 0;

  constructor(graph: ClassGraph, lists: ListInterner) {
    this.#graph = graph;
    this.#lists = lists;
    this.#listsWith = Array.from(graph.defectCodes, () => []);
    this.#ofCode = Array.from({ length: graph.codes }, () => []);
    this.#foundBy = new Int32Array(lists.size);
    for (const [defect, code] of graph.defectCodes.entries()) if (code >= 0) this.#ofCode[code]!.push(defect);
    for (let list = 0; list < lists.size; list += 1) {
      for (const defect of lists.at(list)) this.#listsWith[defect]!.push(list);
    }
  }

  /** The defect nodes of a code. */
  ofCode(code: number): readonly number[] {
    return this.#ofCode[code]!;
  }

  /** The lists with any of these defect nodes, each once. */
  listsWith(defects: Iterable<number>): number[] {
    this.#lookUps += 1;
    const found: number[] = [];
    for (const defect of defects) {
      for (const list of this.#listsWith[defect]!) {
        if (this.#foundBy[list] === this.#lookUps) continue;
        this.#foundBy[list] = this.#lookUps;
        found.push(list);
      }
    }
    return found;
  }

  /** The codes of a list's defects, each once. */
  codesOf(list: number): Set<number> {
    const codes = new Set<number>();
    for (const defect of this.#lists.at(list)) codes.add(this.#graph.defectCodes[defect]!);
    codes.delete(-1);
    return codes;
  }

  /** The pair that a finding of this code, and of no other reach, makes with a list. */
  countOfCode(list: number, code: number): number {
    if (code < 0) return 0;
    const { defectCodes, required } = this.#graph;
    const { items, starts } = this.#lists;
    let count = 0;
    for (let at = starts[list]!; at < starts[list + 1]!; at += 1) {
      if (defectCodes[items[at]!] !== code) continue;
      if (required[items[at]!] === 1) return TRUE_POSITIVE;
      count = NEUTRAL;
    }
    return count;
  }
}
