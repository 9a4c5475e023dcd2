import type { ClassGraph } from './class-graph.ts';
import type { ListInterner } from './list-interner.ts';

/** Longer lists of defects have no bits for their places. */
export const MOST_PLACES = 16;

/** Entries of a table, two bytes each; beyond, each entry is computed when it is asked for. */
const MOST_ENTRIES = 2 ** 25;

/** Which places of a list of defects a finding may match: a bit a place. */
export class WantedPlaces {
  readonly graph: ClassGraph;
  /** Lists of defect nodes. */
  readonly defects: ListInterner;
  /** By list, the places of required defects. */
  readonly required: Int32Array;
  /** By list and finding node; null where that is too much. */
  readonly #table: Uint16Array | null = null;
  readonly #width: number;

  /** @param defects complete: no list is added later */
  constructor(graph: ClassGraph, defects: ListInterner) {
    this.graph = graph;
    this.defects = defects;
    this.required = Int32Array.from({ length: defects.size }, (_, list) =>
      defects.at(list).reduce((places, node, place) => places | (graph.required[node]! << place), 0),
    );
    this.#width = graph.findingCodes.length;
    if (defects.size * this.#width <= MOST_ENTRIES) this.#table = this.#buildTable();
  }

  /** @param list of at most {@link MOST_PLACES} defect nodes */
  of(list: number, finding: number): number {
    return this.#table === null ? this.#find(list, finding) : this.#table[list * this.#width + finding]!;
  }

  #find(list: number, finding: number): number {
    const { items, starts } = this.defects;
    const first = starts[list]!;
    const end = starts[list + 1]!;
    let places = 0;
    for (let at = first; at < end; at += 1) {
      if (mayMatch(this.graph, finding, items[at]!)) places |= 1 << (at - first);
    }
    return places;
  }

  #buildTable(): Uint16Array {
    const table = new Uint16Array(this.defects.size * this.#width);
    const findingsOf = indexFindings(this.graph);
    for (let list = 0; list < this.defects.size; list += 1) {
      if (this.defects.lengthOf(list) > MOST_PLACES) continue;
      for (const [place, defect] of this.defects.at(list).entries()) {
        for (const finding of findingsOf(defect)) table[list * this.#width + finding]! |= 1 << place;
      }
    }
    return table;
  }
}

export function mayMatch(graph: ClassGraph, finding: number, defect: number): boolean {
  return sharesCode(graph, finding, defect) || reachesAcross(graph, finding, defect);
}

export function sharesCode(
  { findingCodes, defectCodes }: ClassGraph,
  finding: number,
  defect: number,
): boolean {
  const code = findingCodes[finding]!;
  return code >= 0 && code === defectCodes[defect]!;
}

function reachesAcross({ cross, crossOf }: ClassGraph, finding: number, defect: number): boolean {
  const list = crossOf[finding]!;
  const end = cross.starts[list + 1]!;
  for (let at = cross.starts[list]!; at < end; at += 1) if (cross.items[at] === defect) return true;
  return false;
}

/** Gives the finding nodes that may match a defect node. */
function indexFindings({ codes, findingCodes, defectCodes, cross, crossOf }: ClassGraph) {
  const byCode: number[][] = Array.from({ length: codes }, () => []);
  const across: number[][] = Array.from(defectCodes, () => []);
  for (const [finding, code] of findingCodes.entries()) {
    if (code >= 0) byCode[code]!.push(finding);
    for (const defect of cross.at(crossOf[finding]!)) across[defect]!.push(finding);
  }
  return (defect: number): number[] => [...(byCode[defectCodes[defect]!] ?? []), ...across[defect]!];
}
