import { expect, it } from 'vitest';
import { builtInCatalogue } from '../../../../datasets/rules/built-in-catalogue.ts';
import type { PreparedDefect, PreparedFinding } from '../../../../evals/matching/prepare.ts';
import { ChanceCollector } from '../../../../evals/scores/chance/chance-collector.ts';
import { ListInterner } from '../../../../evals/scores/chance/list-interner.ts';
import { MatchClasses } from '../../../../evals/scores/chance/match-classes.ts';
import { sumPairs } from '../../../../evals/scores/chance/pair-sums.ts';
import { type CaseColumns, prepareTypePairs } from '../../../../evals/scores/chance/type-pairs.ts';
import { createRandom, type Random } from '../../../../evals/statistics/random.ts';

const codes = 60;
const groups = 10;

it('looks at hardly more pairs a case when there are more cases', () => {
  const counts = [1_000, 2_000, 4_000, 8_000].map((cases) => countLookedAt(cases));
  for (const [at, count] of counts.entries()) {
    if (at > 0) expect(count / counts[at - 1]!).toBeLessThan(2.8);
  }
  // Each with each would be 64 million.
  expect(counts.at(-1)!).toBeLessThan(8_000 * 60);
});

it('deals in blocks, where there are many cases', () => {
  const random = createRandom('blocks');
  const constant = [finding(random, 3), finding(random, 5)];
  const collector = new ChanceCollector(new MatchClasses('standard', builtInCatalogue()));
  for (let at = 0; at < 2_500; at += 1) {
    collector.add({
      family: `case-${at}`,
      caseId: `case-${at}`,
      caseType: 'shed',
      localRules: [],
      defects: [defect(random, random.below(8))],
      findings: [constant],
    });
  }
  expect(collector.finish('seed')).toMatchObject({ p: 1, adjustedF1: { value: 0 } });
});

/** How many pairs of lists the sums over one case type look at: cases of two to three of sixty codes. */
function countLookedAt(cases: number): number {
  const random = createRandom('growth');
  const classes = new MatchClasses('standard', builtInCatalogue());
  const defectLists = new ListInterner();
  const findingLists = new ListInterner();
  const columns: CaseColumns = {
    repeats: 1,
    families: Int32Array.from({ length: cases }, (_, at) => at),
    plans: new Int32Array(cases).fill(-1),
    defects: Array.from({ length: cases }, () => {
      const missing = Array.from({ length: 2 + random.below(2) }, () => defect(random, random.below(codes)));
      return defectLists.intern(missing.map((each) => classes.numberOfDefect(each)).sort((a, b) => a - b));
    }),
    findings: Array.from({ length: cases }, () => {
      const said = Array.from({ length: 2 + random.below(2) }, () => finding(random, random.below(codes)));
      return findingLists.intern(
        said.map((each) => classes.numberOfFinding(each, null)).sort((a, b) => a - b),
      );
    }),
    defectLists,
    findingLists,
  };
  return sumPairs(
    prepareTypePairs(
      columns,
      Int32Array.from({ length: cases }, (_, at) => at),
      classes,
    ),
  ).counted;
}

/** One in ten names no code and is known by its citation only. */
function finding(random: Random, code: number): PreparedFinding {
  const named = random.below(10) > 0;
  return {
    finding: {
      findingId: 'f',
      text: '',
      ...(named ? { code: `c${code}` } : {}),
      citations: [],
      evidence: [],
    },
    group: named ? `g${code % groups}` : null,
    written: [],
    provisions: provisions(random, code),
    places: new Set(),
  };
}

function defect(random: Random, code: number): PreparedDefect {
  const role = random.below(10) > 0 ? 'required' : 'advisory';
  const accepted = provisions(random, code);
  return {
    defect: {
      defectId: 'd',
      code: `c${code}`,
      role,
      severity: 'major',
      discretionary: false,
      citationSets: [],
      evidence: [],
    },
    group: `g${code % groups}`,
    sets: [accepted],
    union: accepted,
    places: new Set(),
  };
}

/** One of three stk. of the code's §, which two codes of different groups share. */
function provisions(random: Random, code: number): PreparedDefect['sets'][number] {
  const paragraph = `br18/${100 + Math.floor(code / 2)}`;
  const exact = `${paragraph}/${1 + random.below(3)}`;
  return {
    exact: new Set([exact]),
    paragraph: new Set([paragraph]),
    hierarchical: new Set([exact, paragraph]),
  };
}
