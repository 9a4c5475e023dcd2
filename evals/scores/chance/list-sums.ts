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

  for (let list = 0; list < pairs.defectLists.size; list += 1) {
    counter.select(list);
    const defects = [...pairs.defectLists.at(list)];
    const reaching = (reach: (defect: number) => Iterable<number>) =>
      new Set(defects.flatMap((defect) => [...reach(defect)]));
    for (const code of reaching((defect) => [graph.defectCodes[defect]!])) {
      if (code >= 0) table.add(list, byCode, code, counter.countCode(code));
    }
    for (const finding of reaching((defect) => graph.crossFindings[defect]!)) {
      const alone = counter.countCode(graph.findingCodes[finding]!);
      table.add(list, byNode, finding, counter.countOne(finding), alone);
    }
    for (const group of reaching((defect) => contests.over(defect))) {
      const single = contests.groups.at(group).reduce((sum, each) => sum + counter.countOne(each), 0);
      table.add(list, byGroup, group, counter.count(group), single);
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
