import { Contests } from './contests.ts';
import { AnswerParts, CrossTable, emptyPairs, type MatchedPairs } from './cross-table.ts';
import { PairCounter } from './pair-counter.ts';
import type { TypePairs } from './type-pairs.ts';

/** How often each list of nodes occurs. */
export interface ListWeights {
  /** By list of defects: cases. */
  cases: Float64Array;
  /** By list of findings and size class of the answering family (`list · sizes + size`): answers. */
  answers: Float64Array;
  sizes: number;
}

/** All cases with all answers, in whole numbers. */
export interface ListSums {
  /** By list of defects and size class of the answering family: over the answers. */
  byDefects: MatchedPairs;
  /** By list of findings: over the cases. */
  byFindings: MatchedPairs;
  /** Pairs of lists looked at: the measure of cost. */
  counted: number;
}

/**
 * The pairs that all cases and all answers make, without matching each with each. A finding that no other of
 * its answer contends with adds on its own: by its code, and by what it reaches across codes. Only findings
 * that may contend are matched together, and only with cases that have a defect they contend for; what that
 * differs from the single findings is added.
 */
export function sumLists(pairs: TypePairs, weights: ListWeights): ListSums {
  const { graph, findingLists } = pairs;
  const contests = new Contests(graph, findingLists);
  const counter = new PairCounter(graph, pairs.defectLists, contests.groups);
  const table = new CrossTable(weights.cases, weights.sizes);

  const byCode = new AnswerParts(graph.codes, weights.sizes);
  const byNode = new AnswerParts(graph.findingCodes.length, weights.sizes);
  const byGroup = new AnswerParts(contests.groups.size, weights.sizes);
  for (let list = 0; list < findingLists.size; list += 1) {
    for (const finding of findingLists.at(list)) {
      byNode.weigh(finding, weights.answers, list);
      if (graph.findingCodes[finding]! >= 0)
        byCode.weigh(graph.findingCodes[finding]!, weights.answers, list);
    }
    for (const group of contests.ofList(list)) byGroup.weigh(group, weights.answers, list);
  }

  const codes = new Once(graph.codes);
  const findings = new Once(graph.findingCodes.length);
  const groups = new Once(contests.groups.size);
  for (let list = 0; list < pairs.defectLists.size; list += 1) {
    counter.select(list);
    for (const defect of pairs.defectLists.at(list)) {
      const code = graph.defectCodes[defect]!;
      if (code >= 0 && codes.isFirst(code, list)) table.add(list, byCode, code, counter.countCode(code));
      for (const finding of graph.crossFindings[defect]!) {
        if (!findings.isFirst(finding, list)) continue;
        const byItsCode = counter.countCode(graph.findingCodes[finding]!);
        table.add(list, byNode, finding, counter.countOne(finding), byItsCode);
      }
      for (const contested of contests.over(defect)) {
        for (const group of contested) {
          if (!groups.isFirst(group, list)) continue;
          table.add(list, byGroup, group, counter.count(group), counter.countApart(group));
        }
      }
    }
  }

  const byFindings = emptyPairs(findingLists.size);
  for (let list = 0; list < findingLists.size; list += 1) {
    for (const finding of findingLists.at(list)) {
      byNode.addTo(byFindings, list, finding);
      if (graph.findingCodes[finding]! >= 0) byCode.addTo(byFindings, list, graph.findingCodes[finding]!);
    }
    for (const group of contests.ofList(list)) byGroup.addTo(byFindings, list, group);
  }
  return { byDefects: table.byDefects, byFindings, counted: counter.counted };
}

/** Tells the first time that a number comes up in each round from the others. */
class Once {
  readonly #lastRound: Int32Array;

  constructor(numbers: number) {
    this.#lastRound = new Int32Array(numbers).fill(-1);
  }

  isFirst(number: number, round: number): boolean {
    const isFirst = this.#lastRound[number] !== round;
    this.#lastRound[number] = round;
    return isFirst;
  }
}
