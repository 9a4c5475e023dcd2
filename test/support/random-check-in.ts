import fc from 'fast-check';
import type { Case } from '../../datasets/case.ts';
import type { Annotation, Label } from '../../datasets/label.ts';
import { buildDataset } from '../../evals/check-in/build-dataset.ts';
import { type CheckIn, CheckInSchema } from '../../evals/check-in/check-in.ts';
import { gatherMonth } from '../../evals/check-in/gather-month.ts';
import type { GateBound } from '../../evals/check-in/judge-gate.ts';
import type { CaseHashes } from '../../evals/check-in/month-run.ts';
import { scorerVersion } from '../../evals/comparability.ts';
import type { CheckInContext } from '../../reports/check-in/check-in-context.ts';
import { type MeasureId, measureOf } from '../../reports/measures.ts';
import { wordingOf } from '../../reports/wording/wording-of.ts';
import { smallAnnotation } from './annotations.ts';
import { knownCodes, smallTaxonomy } from './arbitraries.ts';
import { type AnsweringModel, type MemoryRun, scoreInMemory } from './memory-run.ts';
import { smallCase, smallLabel } from './small-dataset.ts';

/** One case of a cluster over two months. */
export interface RandomCase {
  /** In which months it is. */
  where: 'both' | 'added' | 'gone' | 'changed';
  municipality: string;
  codes: string[];
  critical: boolean;
  /** Its label is another in the second month. */
  relabelled: boolean;
  /** What two caseworkers name, where they labelled it. */
  readings: [string[], string[]] | null;
  /** By model, in both months: what it names; null where it failed. */
  answers: [before: string[] | null, now: string[] | null][];
}

export interface RandomCheckIn {
  cases: RandomCase[];
  /** How the models' months are made: at random, all failed, always right, the same in both. */
  manners: ('random' | 'failed' | 'same' | 'better' | 'worse')[];
  gates: GateBound[];
}

export const randomMembers = ['A', 'B', 'C'].map((id) => ({ id, name: `${id} Kommune` }));
export const randomModels = ['alfa', 'beta'];

const codesArbitrary = fc.subarray(knownCodes.slice(0, 4), { maxLength: 2 });
const answerArbitrary = fc.option(codesArbitrary, { freq: 5 });

const caseArbitrary: fc.Arbitrary<RandomCase> = fc.record({
  where: fc.constantFrom('both', 'both', 'both', 'added', 'gone', 'changed'),
  municipality: fc.constantFrom('A', 'A', 'A', 'B', 'B', 'C', 'D'),
  codes: codesArbitrary,
  critical: fc.boolean(),
  relabelled: fc.constantFrom(false, false, false, true),
  readings: fc.option(fc.tuple(codesArbitrary, codesArbitrary), { freq: 2 }),
  answers: fc.array(fc.tuple(answerArbitrary, answerArbitrary), { minLength: 2, maxLength: 2 }),
});

export const randomCheckInArbitrary: fc.Arbitrary<RandomCheckIn> = fc.record({
  cases: fc.oneof(
    fc.array(caseArbitrary, { minLength: 1, maxLength: 5 }),
    fc.array(caseArbitrary, { minLength: 14, maxLength: 30 }),
  ),
  manners: fc.array(fc.constantFrom('random', 'failed', 'same', 'better', 'worse'), {
    minLength: 2,
    maxLength: 2,
  }),
  gates: fc.array(
    fc.record({
      measure: fc.constantFrom('defectF1', 'cleanFalseAlarmRate', 'averagePrecision'),
      min: fc.constantFrom(0.1, 0.5, 0.9),
    }),
    { maxLength: 3 },
  ),
});

const idOf = (at: number) => `k${String(at).padStart(2, '0')}`;
const flipped = (codes: readonly string[]) => (codes.length === 0 ? ['z1'] : []);

function answerOf(
  { cases, manners }: RandomCheckIn,
  model: number,
  month: 0 | 1,
  at: number,
): string[] | null {
  const { answers, codes } = cases[at]!;
  switch (manners[model]!) {
    case 'failed':
      return null;
    case 'same':
      return answers[model]![0];
    case 'better':
      return month === 0 ? flipped(codes) : codes;
    case 'worse':
      return month === 0 ? codes : flipped(codes);
    case 'random':
      return answers[model]![month];
  }
}

interface RandomMonth {
  cases: Case[];
  labels: Label[];
  models: AnsweringModel[];
  readings: Map<string, Annotation[]>;
}

function monthOf(random: RandomCheckIn, month: 0 | 1): RandomMonth {
  const places = random.cases
    .map((_, at) => at)
    .filter((at) => random.cases[at]!.where !== (month === 0 ? 'added' : 'gone'));
  const placeOf = new Map(places.map((at) => [idOf(at), at]));
  const cases = places.map((at) => {
    const { municipality, where } = random.cases[at]!;
    return smallCase(idOf(at), {
      municipality,
      fields: { area_m2: where === 'changed' && month === 1 ? 41 : 40 },
    });
  });
  const labels = places.map((at) => {
    const { codes, critical, relabelled } = random.cases[at]!;
    const label = smallLabel(idOf(at), relabelled && month === 1 ? flipped(codes) : codes);
    const severity = critical ? ('critical' as const) : ('major' as const);
    return { ...label, defects: label.defects.map((defect) => ({ ...defect, severity })) };
  });
  const models = randomModels.map(
    (id, model): AnsweringModel => ({
      id,
      answer: (caseId) => {
        const codes = answerOf(random, model, month, placeOf.get(caseId)!);
        if (codes === null) return { status: 'failed', error: { kind: 'server', message: 'nede' } };
        const citations = ['BR18 § 10, stk. 1, nr. 2'];
        const findings = codes.map((code, at) => ({
          findingId: `f${at}`,
          text: '',
          code,
          citations,
          evidence: [],
        }));
        return { status: 'answered', findings };
      },
    }),
  );
  const readings = new Map(
    places.flatMap((at) => {
      const own = random.cases[at]!.readings?.map((codes, who) =>
        smallAnnotation(idOf(at), who === 0 ? 'anna' : 'bo', codes),
      );
      return own === undefined ? [] : [[idOf(at), own] as const];
    }),
  );
  return { cases, labels, models, readings };
}

/** The check-in of the second month, by the real steps; null where one of the months has no case. */
export async function buildRandomCheckIn(random: RandomCheckIn): Promise<CheckIn | null> {
  const [first, second] = [monthOf(random, 0), monthOf(random, 1)];
  if (first.cases.length === 0 || second.cases.length === 0) return null;
  const before = await measure(first, 'sidst');
  const now = await measure(second, 'nu');
  const own = await buildDataset({
    month: '2026-10',
    runFolder: 'runs/nu',
    now: { ...now.run, cases: now.gathered.cases },
    gathered: now.gathered,
    before: { ...before.run, cases: before.gathered.cases },
    earlier: [],
    log: [],
    gates: random.gates,
    readFigure: (name, model) => measureOf(name as MeasureId).read(model),
  });
  return CheckInSchema.parse({
    schema: 'maalestok.check-in.v1',
    cluster: { id: 'klynge', title: 'Klyngen' },
    month: '2026-10',
    previous: '2026-09',
    scorer: scorerVersion,
    datasets: [own],
    decisions: [],
    shown: [],
    until: '2026-10-31',
  } satisfies CheckIn);
}

async function measure(month: RandomMonth, runId: string): Promise<{ run: MemoryRun; gathered: Gathered }> {
  const run = await scoreInMemory({ runId, data: month, models: month.models });
  const annotations = {
    get: (caseId: string) => month.readings.get(caseId) ?? [],
    sha256: '',
    contentHash: '',
    count: month.readings.size * 2,
    annotators: ['anna', 'bo'],
  };
  return { run, gathered: await gatherMonth({ ...run, annotations, members: randomMembers }) };
}
type Gathered = Awaited<ReturnType<typeof gatherMonth>>;

/** What a report of such a check-in is written from. */
export function contextOf(
  record: CheckIn,
  language: 'da' | 'en',
  cases: CaseHashes = new Map(),
): CheckInContext {
  return {
    record,
    language,
    words: wordingOf(language),
    taxonomies: record.datasets.map(() => smallTaxonomy),
    placeOf: (caseId) => (cases.has(caseId) ? 0 : undefined),
    hasDecisions: true,
  };
}
