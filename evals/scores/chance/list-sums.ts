import { Contests } from './contests.ts';
import { AnswerParts, CrossTable, emptyPairs, type MatchedPairs } from './cross-table.ts';
import { DefectIndex } from './defect-index.ts';
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
  const index = new DefectIndex(graph, pairs.defectLists);
  const counter = new PairCounter(pairs.wanted, contests.groups);
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
    for (const code of index.codesOf(list)) table.add(list, byCode, code, index.countOfCode(list, code));
  }
  for (const [finding, code] of graph.findingCodes.entries()) {
    for (const list of index.listsWith(graph.cross.at(graph.crossOf[finding]!))) {
      table.add(list, byNode, finding, counter.countOne(list, finding), index.countOfCode(list, code));
    }
  }
  for (let group = 0; group < contests.groups.size; group += 1) {
    const { codes, defects } = contests.contested(group);
    const contested = [...codes.flatMap((code) => index.ofCode(code)), ...defects];
    const findings = contests.groups.at(group);
    for (const list of index.listsWith(contested)) {
      const single = findings.reduce((sum, finding) => sum + counter.countOne(list, finding), 0);
      table.add(list, byGroup, group, counter.count(list, group), single);
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
