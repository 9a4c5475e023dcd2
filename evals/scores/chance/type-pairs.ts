import { buildClassGraph, type ClassGraph } from './class-graph.ts';
import { ListInterner } from './list-interner.ts';
import type { MatchClasses } from './match-classes.ts';
import { PlacedDefects } from './placed-defects.ts';

/** Cases as columns of numbers, one entry a case. */
export interface CaseColumns {
  repeats: number;
  /** Place of the case's family among all families in their order. */
  families: ArrayLike<number>;
  /** Number of the case's only local plan, or −1. */
  plans: ArrayLike<number>;
  /** Its defects: a list of `defectLists`. */
  defects: ArrayLike<number>;
  /** Its findings by repeat, `repeats` entries a case: lists of `findingLists`. */
  findings: ArrayLike<number>;
  /** Of numbers of classes, ascending. */
  defectLists: ListInterner;
  findingLists: ListInterner;
}

/** The cases of one type, family by family, and what decides how any answer fits any of them. */
export interface TypePairs {
  repeats: number;
  /** Places among all families, ascending. */
  families: Int32Array;
  /** The cases of the type's family `f` are `starts[f] … starts[f + 1]`. */
  starts: Int32Array;
  /** By case: its required defects. */
  required: Int32Array;
  /** By case: whether it has any defect. */
  labelled: Uint8Array;
  /** By case: its findings, summed over repeats. */
  reported: Int32Array;
  /** By case its defects, and by case and repeat its findings: lists of nodes of the graph, ascending. */
  defects: Int32Array;
  findings: Int32Array;
  defectLists: ListInterner;
  findingLists: ListInterner;
  graph: ClassGraph;
}

/** @param cases of one type, ordered by family and case: places in the columns */
export function prepareTypePairs(columns: CaseColumns, cases: Int32Array, classes: MatchClasses): TypePairs {
  const { repeats } = columns;
  const findingNumbers = findingClassesOf(columns, cases);
  const findingClasses = Array.from(findingNumbers.keys(), (number) => classes.finding(number));
  const placed = new PlacedDefects(classes, findingClasses);
  for (const at of cases) {
    for (const defect of columns.defectLists.at(columns.defects[at]!))
      placed.numberOf(defect, columns.plans[at]!);
  }
  const graph = buildClassGraph(classes, findingClasses, placed.all);
  const pairs: TypePairs = {
    repeats,
    ...groupByFamily(columns, cases),
    required: new Int32Array(cases.length),
    labelled: new Uint8Array(cases.length),
    reported: new Int32Array(cases.length),
    defects: new Int32Array(cases.length),
    findings: new Int32Array(cases.length * repeats),
    defectLists: new ListInterner(),
    findingLists: new ListInterner(),
    graph,
  };
  for (const [row, at] of cases.entries()) {
    const defects = columns.defectLists.at(columns.defects[at]!);
    pairs.labelled[row] = Number(defects.length > 0);
    for (const defect of defects) pairs.required[row]! += Number(classes.isRequired(defect));
    pairs.defects[row] = internNodes(
      pairs.defectLists,
      defects,
      (defect) => graph.defectNodes[placed.numberOf(defect, columns.plans[at]!)]!,
    );
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const findings = columns.findingLists.at(columns.findings[at * repeats + repeat]!);
      pairs.reported[row]! += findings.length;
      pairs.findings[row * repeats + repeat] = internNodes(
        pairs.findingLists,
        findings,
        (finding) => graph.findingNodes[findingNumbers.get(finding)!]!,
      );
    }
  }
  return pairs;
}

/** The distinct classes of the cases' findings, each with its place among them. */
function findingClassesOf(columns: CaseColumns, cases: Int32Array): Map<number, number> {
  const { repeats, findings, findingLists } = columns;
  const places = new Map<number, number>();
  for (const at of cases) {
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      for (const finding of findingLists.at(findings[at * repeats + repeat]!)) {
        if (!places.has(finding)) places.set(finding, places.size);
      }
    }
  }
  return places;
}

function groupByFamily(columns: CaseColumns, cases: Int32Array): Pick<TypePairs, 'families' | 'starts'> {
  const families: number[] = [];
  const starts: number[] = [];
  for (const [row, at] of cases.entries()) {
    const family = columns.families[at]!;
    if (family === families.at(-1)) continue;
    families.push(family);
    starts.push(row);
  }
  return { families: Int32Array.from(families), starts: Int32Array.from([...starts, cases.length]) };
}

/** The list of the nodes of numbers, ascending, without those that have none. */
function internNodes(lists: ListInterner, numbers: Int32Array, nodeOf: (number: number) => number): number {
  const nodes: number[] = [];
  for (const number of numbers) {
    const node = nodeOf(number);
    if (node >= 0) nodes.push(node);
  }
  return lists.intern(nodes.sort((a, b) => a - b));
}
