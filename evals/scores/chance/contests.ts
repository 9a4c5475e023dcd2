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

  /** @param lists of finding nodes, ascending */
  constructor(graph: ClassGraph, lists: ListInterner) {
    this.#graph = graph;
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
  }

  /** The groups of a list, by number; most have none. */
  ofList(list: number): readonly number[] {
    return this.#byList.get(list) ?? [];
  }

  /** What two or more findings of a group may want: all defects of some codes, and some single defect nodes. */
  contested(group: number): { codes: number[]; defects: number[] } {
    const { findingCodes, defectCodes, cross, crossOf } = this.#graph;
    const byCode = new Map<number, number>();
    const across = new Map<number, number>();
    for (const finding of this.groups.at(group)) {
      const code = findingCodes[finding]!;
      if (code >= 0) byCode.set(code, (byCode.get(code) ?? 0) + 1);
      for (const defect of cross.at(crossOf[finding]!)) across.set(defect, (across.get(defect) ?? 0) + 1);
    }
    const codes = [...byCode].filter(([, wanting]) => wanting > 1);
    const defects = [...across].filter(
      ([defect, wanting]) => wanting + (byCode.get(defectCodes[defect]!) ?? 0) > 1,
    );
    return { codes: codes.map(([code]) => code), defects: defects.map(([defect]) => defect) };
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

  constructor({ codes, findingCodes, defectCodes, cross, crossOf }: ClassGraph) {
    const defects = defectCodes.length;
    this.#signs = Array.from(findingCodes, (code, finding) => {
      const across = cross.at(crossOf[finding]!);
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
