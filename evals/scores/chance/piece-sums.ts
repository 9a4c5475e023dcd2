import { neutralOf, PairCounter, truePositivesOf } from './pair-counter.ts';
import { cutByPart, type PartLists } from './part-lists.ts';
import type { TypePairs } from './type-pairs.ts';

/** Pairs with required defects and with don't-care defects, entry by entry. */
export interface MatchedPairs {
  truePositives: Float64Array;
  neutral: Float64Array;
}

/** All cases of a type with all answers of the type, whole numbers. */
export interface PieceSums {
  /** By list of defects and size class of the answering family (`list · sizes + size`): over its answers. */
  byDefects: MatchedPairs;
  /** By list of findings: over the cases. */
  byFindings: MatchedPairs;
  /** Pairs of pieces looked at: the measure of cost. */
  counted: number;
}

/**
 * Matches every distinct piece of a list of defects once with every distinct piece of a list of findings of the
 * same connected part of the class graph, and weighs it by how often the pieces occur.
 * @param sizeOf by family, its size class
 */
export function sumPieces(pairs: TypePairs, sizeOf: Int32Array, sizes: number): PieceSums {
  const { graph, defectLists, findingLists } = pairs;
  const defects = cutByPart(defectLists, graph.defectParts, graph.parts);
  const findings = cutByPart(findingLists, graph.findingParts, graph.parts);
  const [caseWeights, answerWeights] = weighLists(pairs, sizeOf, sizes);
  const defectWeights = weighPieces(defects, caseWeights, 1);
  const findingWeights = weighPieces(findings, answerWeights, sizes);
  const byDefectPiece = emptyPairs(defects.pieces.size * sizes);
  const byFindingPiece = emptyPairs(findings.pieces.size);
  const counter = new PairCounter(graph, defects.pieces, findings.pieces);

  for (let part = 0; part < graph.parts; part += 1) {
    for (const defect of defects.byPart[part]!) {
      for (const finding of findings.byPart[part]!) {
        const count = counter.count(defect, finding);
        if (count === 0) continue;
        const truePositives = truePositivesOf(count);
        const neutral = neutralOf(count);
        byFindingPiece.truePositives[finding]! += truePositives * defectWeights[defect]!;
        byFindingPiece.neutral[finding]! += neutral * defectWeights[defect]!;
        for (let size = 0; size < sizes; size += 1) {
          const weight = findingWeights[finding * sizes + size]!;
          byDefectPiece.truePositives[defect * sizes + size]! += truePositives * weight;
          byDefectPiece.neutral[defect * sizes + size]! += neutral * weight;
        }
      }
    }
  }
  return {
    byDefects: sumPiecesOfLists(defects, byDefectPiece, sizes),
    byFindings: sumPiecesOfLists(findings, byFindingPiece, 1),
    counted: counter.counted,
  };
}

/** How many cases have each list of defects, and how many answers of each size class each list of findings. */
function weighLists(pairs: TypePairs, sizeOf: Int32Array, sizes: number): [Float64Array, Float64Array] {
  const caseWeights = new Float64Array(pairs.defectLists.size);
  const answerWeights = new Float64Array(pairs.findingLists.size * sizes);
  for (const [family, size] of sizeOf.entries()) {
    for (let row = pairs.starts[family]!; row < pairs.starts[family + 1]!; row += 1) {
      caseWeights[pairs.defects[row]!]! += 1;
      for (let repeat = 0; repeat < pairs.repeats; repeat += 1) {
        answerWeights[pairs.findings[row * pairs.repeats + repeat]! * sizes + size]! += 1;
      }
    }
  }
  return [caseWeights, answerWeights];
}

function weighPieces(
  { pieces, pieceOf, starts }: PartLists,
  weights: Float64Array,
  width: number,
): Float64Array {
  const result = new Float64Array(pieces.size * width);
  for (let list = 0; list + 1 < starts.length; list += 1) {
    for (let at = starts[list]!; at < starts[list + 1]!; at += 1) {
      for (let column = 0; column < width; column += 1) {
        result[pieceOf[at]! * width + column]! += weights[list * width + column]!;
      }
    }
  }
  return result;
}

function sumPiecesOfLists(
  { pieceOf, starts }: PartLists,
  byPiece: MatchedPairs,
  width: number,
): MatchedPairs {
  const lists = starts.length - 1;
  const result = emptyPairs(lists * width);
  for (let list = 0; list < lists; list += 1) {
    for (let at = starts[list]!; at < starts[list + 1]!; at += 1) {
      for (let column = 0; column < width; column += 1) {
        const piece = pieceOf[at]! * width + column;
        result.truePositives[list * width + column]! += byPiece.truePositives[piece]!;
        result.neutral[list * width + column]! += byPiece.neutral[piece]!;
      }
    }
  }
  return result;
}

function emptyPairs(length: number): MatchedPairs {
  return { truePositives: new Float64Array(length), neutral: new Float64Array(length) };
}
