import { CrossCodePairs } from './cross-code-pairs.ts';
import { ListInterner } from './list-interner.ts';
import type { FindingClass, MatchClasses } from './match-classes.ts';
import type { PlacedDefect } from './placed-defects.ts';

/**
 * Which findings may match which defects within one case type. Findings that may match the same defects are
 * one node, and so are defects of one role that the same findings may match; what can match nothing is none.
 * Nodes are numbered part by connected part.
 */
export interface ClassGraph {
  /** Node of each finding class and of each defect class handed in, or −1. */
  findingNodes: Int32Array;
  defectNodes: Int32Array;
  /** By finding node: its code, or −1 where no defect node has it. */
  findingCodes: Int32Array;
  /** By finding node: the defect nodes of another code it may match, as a list of `crossLists`. */
  cross: Int32Array;
  crossLists: ListInterner;
  /** By defect node: its code, or −1 where no finding node has it. */
  defectCodes: Int32Array;
  required: Uint8Array;
  /** By node, bits of codes: a finding and a defect that may match have one in common. */
  findingMasks: Int32Array;
  defectMasks: Int32Array;
  /** Connected part of each node. */
  findingParts: Int32Array;
  defectParts: Int32Array;
  parts: number;
}

export function buildClassGraph(
  classes: MatchClasses,
  findings: readonly FindingClass[],
  defects: readonly PlacedDefect[],
): ClassGraph {
  const codeOf = numberSharedCodes(findings, defects);
  const pairs = new CrossCodePairs(classes, defects);
  // Findings by what they may match: the code, then defects of other codes.
  const rows = new ListInterner();
  const rowOf = findings.map((finding) => {
    const code = codeOf(finding.code);
    const others = pairs.find(finding).sort((a, b) => a - b);
    return code < 0 && others.length === 0 ? -1 : rows.intern([code, ...others]);
  });
  const rowsBeside: number[][] = defects.map(() => []);
  for (let row = 0; row < rows.size; row += 1) {
    for (const at of rows.at(row).subarray(1)) rowsBeside[at]!.push(row);
  }
  // Defects by role, code and the findings of other codes.
  const columns = new ListInterner();
  const columnOf = defects.map(({ code, required }, at) => {
    const beside = rowsBeside[at]!;
    if (codeOf(code) < 0 && beside.length === 0) return -1;
    return columns.intern([codeOf(code), Number(required), ...beside]);
  });
  const crossOf = (row: number) =>
    [...new Set(Array.from(rows.at(row).subarray(1), (at) => columnOf[at]!))].sort((a, b) => a - b);
  return numberByPart(rows, columns, rowOf, columnOf, crossOf);
}

/** Numbers the codes that findings and defects share from 0; others are −1. */
function numberSharedCodes(
  findings: readonly FindingClass[],
  defects: readonly PlacedDefect[],
): (code: number) => number {
  const labelled = new Set(defects.map(({ code }) => code));
  const numbers = new Map<number, number>();
  for (const { code } of findings) {
    if (labelled.has(code) && !numbers.has(code)) numbers.set(code, numbers.size);
  }
  return (code) => numbers.get(code) ?? -1;
}

/** Joins nodes of one code and nodes that may match, and numbers nodes so that each part's follow each other. */
function numberByPart(
  rows: ListInterner,
  columns: ListInterner,
  rowOf: readonly number[],
  columnOf: readonly number[],
  crossOf: (row: number) => number[],
): ClassGraph {
  const parts = new Parts(rows.size + columns.size);
  const firstOfCode = new Map<number, number>();
  const joinCode = (code: number, node: number) => {
    const first = firstOfCode.get(code);
    if (code < 0) return;
    if (first === undefined) firstOfCode.set(code, node);
    else parts.join(first, node);
  };
  const cross = Array.from({ length: rows.size }, (_, row) => crossOf(row));
  for (let row = 0; row < rows.size; row += 1) {
    joinCode(rows.at(row)[0]!, row);
    for (const column of cross[row]!) parts.join(row, rows.size + column);
  }
  for (let column = 0; column < columns.size; column += 1)
    joinCode(columns.at(column)[0]!, rows.size + column);

  const partOf = parts.number();
  const findings = sortByPart(partOf.subarray(0, rows.size));
  const defects = sortByPart(partOf.subarray(rows.size));
  const crossLists = new ListInterner();
  const findingCodes = findings.order.map((row) => rows.at(row)[0]!);
  const defectCodes = defects.order.map((column) => columns.at(column)[0]!);
  const nodesBeside = (row: number) => cross[row]!.map((column) => defects.placeOf[column]!);
  const defectMasks = defectCodes.map((code, node) => bitOf(code < 0 ? node : code));
  return {
    findingNodes: Int32Array.from(rowOf, (row) => (row < 0 ? -1 : findings.placeOf[row]!)),
    defectNodes: Int32Array.from(columnOf, (column) => (column < 0 ? -1 : defects.placeOf[column]!)),
    findingCodes,
    cross: findings.order.map((row) => crossLists.intern(nodesBeside(row))),
    crossLists,
    defectCodes,
    required: Uint8Array.from(defects.order, (column) => columns.at(column)[1]!),
    findingMasks: findings.order.map((row, node) =>
      nodesBeside(row).reduce(
        (mask, defect) => mask | defectMasks[defect]!,
        findingCodes[node]! < 0 ? 0 : bitOf(findingCodes[node]!),
      ),
    ),
    defectMasks,
    findingParts: findings.order.map((row) => partOf[row]!),
    defectParts: defects.order.map((column) => partOf[rows.size + column]!),
    parts: parts.count,
  };
}

function bitOf(number: number): number {
  return 1 << (number % 32);
}

/** The nodes part by part, and each node's place among them. */
function sortByPart(partOf: Int32Array): { order: Int32Array; placeOf: Int32Array } {
  const order = Int32Array.from(partOf, (_, node) => node).sort((a, b) => partOf[a]! - partOf[b]! || a - b);
  const placeOf = new Int32Array(partOf.length);
  for (const [place, node] of order.entries()) placeOf[node] = place;
  return { order, placeOf };
}

/** Connected parts of a graph, by union and find with path halving. */
class Parts {
  count = 0;
  readonly #parent: Int32Array;

  constructor(nodes: number) {
    this.#parent = Int32Array.from({ length: nodes }, (_, node) => node);
  }

  join(a: number, b: number): void {
    this.#parent[this.#find(a)] = this.#find(b);
  }

  /** Each node's part, from 0. */
  number(): Int32Array {
    const numbers = new Map<number, number>();
    const result = this.#parent.map((_, node) => {
      const root = this.#find(node);
      const known = numbers.get(root) ?? numbers.size;
      numbers.set(root, known);
      return known;
    });
    this.count = numbers.size;
    return result;
  }

  #find(node: number): number {
    let at = node;
    while (this.#parent[at] !== at) {
      this.#parent[at] = this.#parent[this.#parent[at]!]!;
      at = this.#parent[at]!;
    }
    return at;
  }
}
