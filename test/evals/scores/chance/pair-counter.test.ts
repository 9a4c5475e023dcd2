import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assign } from '../../../../evals/matching/assign.ts';
import type { ClassGraph } from '../../../../evals/scores/chance/class-graph.ts';
import { ListInterner } from '../../../../evals/scores/chance/list-interner.ts';
import { neutralOf, truePositivesOf } from '../../../../evals/scores/chance/match-count.ts';
import { PairCounter } from '../../../../evals/scores/chance/pair-counter.ts';

const [defects, findings, codes] = [6, 6, 3];

/** Any graph of a few nodes: which of them have a code, are required, may match across codes. */
const graphArbitrary = fc
  .record({
    findingCodes: fc.array(fc.integer({ min: -1, max: codes - 1 }), {
      minLength: findings,
      maxLength: findings,
    }),
    defectCodes: fc.array(fc.integer({ min: -1, max: codes - 1 }), {
      minLength: defects,
      maxLength: defects,
    }),
    required: fc.array(fc.nat({ max: 1 }), { minLength: defects, maxLength: defects }),
    cross: fc.array(fc.nat({ max: 3 }), { minLength: defects * findings, maxLength: defects * findings }),
  })
  .map(({ findingCodes, defectCodes, required, cross }): ClassGraph => {
    const reaches = (finding: number, defect: number) =>
      cross[finding * defects + defect] === 0 &&
      (findingCodes[finding] === -1 || findingCodes[finding] !== defectCodes[defect]);
    const below = (count: number) => Array.from({ length: count }, (_, at) => at);
    return {
      findingNodes: new Int32Array(),
      defectNodes: new Int32Array(),
      codes,
      findingCodes: Int32Array.from(findingCodes),
      defectCodes: Int32Array.from(defectCodes),
      required: Uint8Array.from(required),
      crossDefects: below(findings).map((f) => Int32Array.from(below(defects).filter((d) => reaches(f, d)))),
      crossFindings: below(defects).map((d) => Int32Array.from(below(findings).filter((f) => reaches(f, d)))),
    };
  });

function listsArbitrary(nodes: number, maxLength: number): fc.Arbitrary<ListInterner> {
  const list = fc.array(fc.nat({ max: nodes - 1 }), { maxLength, size: 'max' });
  return fc.array(list, { minLength: 1, maxLength: 8 }).map((lists) => {
    const interner = new ListInterner();
    for (const each of lists) interner.intern(each.sort((a, b) => a - b));
    return interner;
  });
}

it.each([
  [4, 4, 300],
  [9, 12, 100],
  [45, 30, 20],
])(
  'counts the pairs of the best assignment (up to %i defects and %i findings)',
  (most, mostFindings, numRuns) => {
    fc.assert(
      fc.property(
        graphArbitrary,
        listsArbitrary(defects, most),
        listsArbitrary(findings, mostFindings),
        (graph, defectLists, findingLists) => {
          const counter = new PairCounter(graph, defectLists, findingLists);
          for (let each = 0; each < defectLists.size; each += 1) {
            counter.select(each);
            for (let list = 0; list < findingLists.size; list += 1) {
              const count = counter.count(list);
              expect([truePositivesOf(count), neutralOf(count)]).toEqual(
                countByAssignment(graph, defectLists.at(each), findingLists.at(list)),
              );
            }
          }
        },
      ),
      { numRuns },
    );
  },
);

/** As `matchCase` weighs pairs, without similarity. */
function countByAssignment(
  graph: ClassGraph,
  defectList: Int32Array,
  findingList: Int32Array,
): [number, number] {
  const base = Math.min(defectList.length, findingList.length) + 1;
  const weights = Array.from(findingList, (finding) =>
    Array.from(defectList, (defect) => {
      const code = graph.findingCodes[finding]!;
      const sameCode = code >= 0 && code === graph.defectCodes[defect];
      if (!sameCode && !graph.crossDefects[finding]!.includes(defect)) return 0;
      if (graph.required[defect] === 0) return 1;
      return sameCode ? base * base : base;
    }),
  );
  const matched = assign(weights).filter((column) => column >= 0);
  const required = matched.filter((column) => graph.required[defectList[column]!] === 1).length;
  return [required, matched.length - required];
}
