import type { ClassGraph } from './class-graph.ts';
import { ListInterner } from './list-interner.ts';

/**
 * The groups of findings within an answer that may want a defect of one another, directly or through others:
 * only they can get in each other's way, whatever the case.
 */
export class Contests {
  /** Distinct groups of two findings or more: lists of finding nodes, ascending. */
  readonly groups = new ListInterner();
  readonly #graph: ClassGraph;
  readonly #byList = new Map<number, number[]>();
  readonly #overCode: number[][];
  readonly #overDefect: number[][];

  /** @param lists of finding nodes, ascending */
  constructor(graph: ClassGraph, lists: ListInterner) {
    this.#graph = graph;
    this.#overCode = Array.from({ length: graph.codes }, () => []);
    this.#overDefect = Array.from(graph.defectCodes, () => []);
    const signs = new Signs(graph);
    for (let list = 0; list < lists.size; list += 1) {
      const groups = signs.group(lists.at(list));
      if (groups.length > 0) {
        this.#byList.set(
          list,
          groups.map((group) => this.groups.intern(group)),
        );
      }
    }
    this.#indexGroups();
  }

  /** The groups of a list, by number; most have none. */
  ofList(list: number): readonly number[] {
    return this.#byList.get(list) ?? [];
  }

  /** The groups that have two findings which may want this defect node: some for its code, some for itself. */
  over(defect: number): readonly (readonly number[])[] {
    const code = this.#graph.defectCodes[defect]!;
    const overDefect = this.#overDefect[defect]!;
    return code < 0 ? [overDefect] : [this.#overCode[code]!, overDefect];
  }

  #indexGroups(): void {
    const { findingCodes, defectCodes, crossDefects } = this.#graph;
    for (let group = 0; group < this.groups.size; group += 1) {
      const byCode = new Map<number, number>();
      const across = new Map<number, number>();
      for (const finding of this.groups.at(group)) {
        const code = findingCodes[finding]!;
        if (code >= 0) byCode.set(code, (byCode.get(code) ?? 0) + 1);
        for (const defect of crossDefects[finding]!) across.set(defect, (across.get(defect) ?? 0) + 1);
      }
      for (const [code, wanting] of byCode) if (wanting > 1) this.#overCode[code]!.push(group);
      for (const [defect, wanting] of across) {
        const withCode = byCode.get(defectCodes[defect]!) ?? 0;
        // Those of a contested code are noted with the code.
        if (withCode < 2 && wanting + withCode > 1) this.#overDefect[defect]!.push(group);
      }
    }
  }
}

/**
 * By finding node, signs that it may want the same defect as another: they have one in common. Of a defect of
 * another code both the defect and its code, since a finding of that code wants it too.
 */
class Signs {
  readonly #signs: Int32Array[];
  /** By sign, which finding of the list at hand showed it last, and in which list that was. */
  readonly #holder: Int32Array;
  readonly #seenIn: Int32Array;
  #lists = 0;

  constructor({ codes, findingCodes, defectCodes, crossDefects }: ClassGraph) {
    const defects = defectCodes.length;
    this.#signs = Array.from(findingCodes, (code, finding) => {
      const across = crossDefects[finding]!;
      const shared = [code, ...Array.from(across, (defect) => defectCodes[defect]!)];
      return Int32Array.from([...across, ...shared.flatMap((each) => (each < 0 ? [] : [defects + each]))]);
    });
    this.#holder = new Int32Array(defects + codes);
    this.#seenIn = new Int32Array(defects + codes);
  }

  /** The groups of two findings or more. */
  group(findings: Int32Array): number[][] {
    this.#lists += 1;
    const groupOf = Array.from(findings.keys());
    let contested = false;
    for (const [place, finding] of findings.entries()) {
      for (const sign of this.#signs[finding]!) {
        if (this.#seenIn[sign] === this.#lists) {
          const [from, to] = [groupOf[place]!, groupOf[this.#holder[sign]!]!];
          if (from !== to) for (const at of groupOf.keys()) if (groupOf[at] === from) groupOf[at] = to;
          contested ||= from !== to;
        }
        this.#seenIn[sign] = this.#lists;
        this.#holder[sign] = place;
      }
    }
    if (!contested) return [];
    const groups = Map.groupBy(findings.keys(), (place) => groupOf[place]!);
    return [...groups.values()]
      .filter((places) => places.length > 1)
      .map((places) => places.map((place) => findings[place]!));
  }
}
