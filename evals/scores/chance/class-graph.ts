import { CrossCodePairs } from './cross-code-pairs.ts';
import { ListInterner } from './list-interner.ts';
import type { FindingClass, MatchClasses } from './match-classes.ts';
import type { PlacedDefect } from './placed-defects.ts';

/**
 * Which findings may match which defects within one case type: a finding node those defect nodes that have its
 * code, and those it reaches across codes. Findings that may match the same defects are one node, and so are
 * defects of one role that the same findings may match; what can match nothing is no node.
 */
export interface ClassGraph {
  /** Node of each finding class and of each defect class handed in, or −1. */
  findingNodes: Int32Array;
  defectNodes: Int32Array;
  /** How many codes findings and defects share. */
  codes: number;
  /** By finding node its code, from 0; −1 where no defect has it. */
  findingCodes: Int32Array;
  /** By defect node its code, from 0; −1 where no finding has it. */
  defectCodes: Int32Array;
  required: Uint8Array;
  /** By finding node the defect nodes of other codes that it may match, and the other way round. */
  crossDefects: readonly Int32Array[];
  crossFindings: readonly Int32Array[];
}

export function buildClassGraph(
  classes: MatchClasses,
  findings: readonly FindingClass[],
  defects: readonly PlacedDefect[],
): ClassGraph {
  const codes = numberSharedCodes(findings, defects);
  const codeOf = (code: number) => codes.get(code) ?? -1;
  const pairs = new CrossCodePairs(classes, defects);
  // Findings by what they may match: the code, then defects of other codes.
  const rows = new ListInterner();
  const findingNodes = Int32Array.from(findings, (finding) => {
    const code = codeOf(finding.code);
    const others = pairs.find(finding).sort((a, b) => a - b);
    return code < 0 && others.length === 0 ? -1 : rows.intern([code, ...others]);
  });
  const rowsAcross: number[][] = defects.map(() => []);
  for (let row = 0; row < rows.size; row += 1) {
    for (const defect of rows.at(row).subarray(1)) rowsAcross[defect]!.push(row);
  }
  // Defects by code, role and the findings of other codes.
  const columns = new ListInterner();
  const defectNodes = Int32Array.from(defects, ({ code, required }, defect) => {
    const across = rowsAcross[defect]!;
    if (codeOf(code) < 0 && across.length === 0) return -1;
    return columns.intern([codeOf(code), Number(required), ...across]);
  });
  const nodesOf = (row: number) =>
    new Set(
      rows
        .at(row)
        .subarray(1)
        .map((defect) => defectNodes[defect]!),
    );
  return {
    findingNodes,
    defectNodes,
    codes: codes.size,
    findingCodes: itemsAt(rows, 0),
    defectCodes: itemsAt(columns, 0),
    required: Uint8Array.from(itemsAt(columns, 1)),
    crossDefects: Array.from({ length: rows.size }, (_, row) => Int32Array.from(nodesOf(row))),
    crossFindings: Array.from({ length: columns.size }, (_, column) => columns.at(column).slice(2)),
  };
}

/** Numbers the codes that findings and defects share from 0. */
function numberSharedCodes(
  findings: readonly FindingClass[],
  defects: readonly PlacedDefect[],
): Map<number, number> {
  const labelled = new Set(defects.map(({ code }) => code));
  const numbers = new Map<number, number>();
  for (const { code } of findings) {
    if (labelled.has(code) && !numbers.has(code)) numbers.set(code, numbers.size);
  }
  return numbers;
}

/** Of every list the item at one place. */
function itemsAt(lists: ListInterner, at: number): Int32Array {
  return Int32Array.from({ length: lists.size }, (_, list) => lists.items[lists.starts[list]! + at]!);
}
