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
  const { repeats, plans, defectLists, findingLists } = columns;
  const answers = new Int32Array(cases.length * repeats);
  for (const [row, at] of cases.entries()) {
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      answers[row * repeats + repeat] = columns.findings[at * repeats + repeat]!;
    }
  }
  const placeOf = placesOfItems(findingLists, answers);
  const findingClasses = Array.from(placeOf.keys(), (number) => classes.finding(number));
  const placed = new PlacedDefects(classes, findingClasses);
  const defectsOf = Array.from(cases, (at) =>
    Array.from(defectLists.at(columns.defects[at]!), (defect) => placed.numberOf(defect, plans[at]!)),
  );
  const graph = buildClassGraph(classes, findingClasses, placed.all);

  const pairs: TypePairs = {
    repeats,
    ...groupByFamily(columns, cases),
    required: Int32Array.from(
      defectsOf,
      (each) => each.filter((defect) => placed.all[defect]!.required).length,
    ),
    labelled: Uint8Array.from(defectsOf, (each) => Number(each.length > 0)),
    reported: new Int32Array(cases.length),
    defects: new Int32Array(cases.length),
    findings: new Int32Array(answers.length),
    defectLists: new ListInterner(),
    findingLists: new ListInterner(),
    graph,
  };
  for (const [row, defects] of defectsOf.entries()) {
    pairs.defects[row] = internNodes(pairs.defectLists, defects, (defect) => graph.defectNodes[defect]!);
  }
  // The same answers are common: each is looked at once.
  const nodesOf = new Map<number, number>();
  for (const [answer, list] of answers.entries()) {
    pairs.reported[Math.floor(answer / repeats)]! += findingLists.lengthOf(list);
    let nodes = nodesOf.get(list);
    if (nodes === undefined) {
      const nodeOf = (finding: number) => graph.findingNodes[placeOf.get(finding)!]!;
      nodes = internNodes(pairs.findingLists, findingLists.at(list), nodeOf);
      nodesOf.set(list, nodes);
    }
    pairs.findings[answer] = nodes;
  }
  return pairs;
}

/** The distinct items of lists, each with its place among them. */
function placesOfItems(lists: ListInterner, used: Int32Array): Map<number, number> {
  const places = new Map<number, number>();
  for (const list of new Set(used)) {
    for (const item of lists.at(list)) if (!places.has(item)) places.set(item, places.size);
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
function internNodes(
  lists: ListInterner,
  numbers: Iterable<number>,
  nodeOf: (number: number) => number,
): number {
  const nodes: number[] = [];
  for (const number of numbers) {
    const node = nodeOf(number);
    if (node >= 0) nodes.push(node);
  }
  return lists.intern(nodes.sort((a, b) => a - b));
}
