import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { builtInTaxonomy } from '../../../datasets/taxonomy/built-in-taxonomy.ts';
import { ProtocolSchema, type Result } from '../../../evals/artifacts.ts';
import type { ModelEntry } from '../../../evals/scores/model-result.ts';
import type { ScoredCase } from '../../../evals/scores/scored-case.ts';
import type { Finding, ScreeningStatus } from '../../../evals/screening/screening.ts';
import { computeResult } from '../../../evals/steps/compute-result.ts';
import { answerSentences, composeAnswer } from '../../../reports/comparison/compose-answer.ts';
import { reportContextOf } from '../../../reports/comparison/render-report.ts';
import { findStrengths, leaningOf } from '../../../reports/comparison/render-strengths.ts';
import { formatShare, formatShareRange } from '../../../reports/render/format-number.ts';
import type { ReportContext } from '../../../reports/report-context.ts';
import { wordingOf } from '../../../reports/wording/wording-of.ts';
import { smallTaxonomy } from '../../support/arbitraries.ts';
import { answeredCase, scoreWhole } from '../../support/scoring-data.ts';

const codes = smallTaxonomy.defects.map(({ code }) => code);

/** How a model answers: it finds so many of ten defects, invents so many of ten, and leaves so many of ten cases unanswered. */
interface Habit {
  finds: number;
  invents: number;
  fails: number;
  kind: ModelEntry['kind'];
}

const habitArbitrary: fc.Arbitrary<Habit> = fc.record({
  finds: fc.constantFrom(0, 3, 8, 10),
  invents: fc.constantFrom(0, 2, 6),
  fails: fc.constantFrom(0, 0, 0, 2, 10),
  kind: fc.constantFrom('vendor', 'vendor', 'baseline'),
});

/** Few cases or some; models alike in every case where `twin` says so. */
const worldArbitrary = fc.record({
  cases: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 12, max: 20 })),
  complete: fc.constantFrom(0, 3, 10),
  habits: fc.array(habitArbitrary, { minLength: 1, maxLength: 4 }),
  twin: fc.boolean(),
  seed: fc.nat(1_000_000),
});
type World = typeof worldArbitrary extends fc.Arbitrary<infer W> ? W : never;

/** Of ten: the same draw for the same seed, case, and purpose. */
function draw(...parts: (string | number)[]): number {
  let hash = 7;
  for (const char of parts.join('/')) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8) % 10;
}

interface Built {
  context: ReportContext;
  /** Complete cases that a model did not let pass, counted from its answers alone. */
  alarms: Map<string, number>;
  completeCases: number;
  answered: Map<string, number>;
}

async function build(world: World, language: 'da' | 'en'): Promise<Built> {
  const { cases, complete, seed, twin } = world;
  const habits = twin && world.habits[0] !== undefined ? [...world.habits, world.habits[0]] : world.habits;
  const models = habits.map(
    ({ kind }, at): ModelEntry => ({ id: `m${at}`, version: '1', kind, provenance: 'run-by-us' }),
  );
  const alarms = new Map(models.map(({ id }) => [id, 0]));
  const answered = new Map(models.map(({ id }) => [id, 0]));
  let completeCases = 0;
  const scored = Array.from({ length: cases }, (_, at) => {
    const caseId = `s${at}`;
    const isComplete = draw(seed, at, 'complete') < complete;
    if (isComplete) completeCases += 1;
    const defects = (isComplete ? [] : [0, 1].slice(0, 1 + (draw(seed, at, 'n') % 2))).map((place) => ({
      defectId: `d${place}`,
      code: codes[(at + place) % codes.length]!,
      role: 'required' as const,
      severity: 'major' as const,
      discretionary: false,
      citationSets: [[]],
      evidence: [],
    }));
    return models.map((model, place): ScoredCase => {
      // A twin has the same habit and the same draws.
      const who = twin && place === models.length - 1 ? 0 : place;
      const habit = habits[place]!;
      const status: ScreeningStatus = draw(seed, at, who, 'fails') < habit.fails ? 'failed' : 'answered';
      const found = defects.filter(({ defectId }) => draw(seed, at, who, defectId) < habit.finds);
      const invented = draw(seed, at, who, 'invents') < habit.invents;
      const findings: Finding[] = [
        ...found.map(({ code }, f) => ({ findingId: `f${f}`, text: '', code, citations: [], evidence: [] })),
        ...(invented
          ? [{ findingId: 'x', text: '', code: codes.at(-1)!, citations: [], evidence: [] } satisfies Finding]
          : []),
      ];
      if (status === 'answered') answered.set(model.id, answered.get(model.id)! + 1);
      if (isComplete && (status === 'failed' || findings.length > 0)) {
        alarms.set(model.id, alarms.get(model.id)! + 1);
      }
      return scoreWhole(
        answeredCase(caseId, defects, [{ status, findings: status === 'answered' ? findings : [] }]),
      );
    });
  });
  const dataset: Result['dataset'] = {
    id: 'lille',
    version: '1.0.0',
    titleDa: 'Lille',
    titleEn: 'Small',
    synthetic: true,
    noticeDa: 'Opdigtet.',
    noticeEn: 'Made up.',
    split: 'practice',
    cases,
    completeCases,
    deficientCases: cases - completeCases,
    requiredDefects: 0,
    advisoryDefects: 0,
    contestedDefects: 0,
  };
  const result = await computeResult({
    head: {
      schema: 'maalestok.result.v1',
      runId: 'r',
      suite: { id: 's', titleDa: 'S', titleEn: 'S' },
      dataset,
      comparabilityKey: 'c0ffee'.repeat(11).slice(0, 64),
      comparability: {
        datasetContent: 'a'.repeat(64),
        split: 'practice',
        cases: 'b'.repeat(64),
        labels: '1',
        catalogue: 'c',
        taxonomy: 't',
        scorer: '1',
        policy: 'standard',
        protocol: ProtocolSchema.parse({}),
      },
      people: null,
    },
    goldGroups: [],
    models,
    catalogue: builtInCatalogue(),
    relations: new Map(),
    scoredCases: (async function* () {
      yield* scored;
    })(),
  });
  const context = reportContextOf({
    result,
    language,
    words: wordingOf(language),
    taxonomy: builtInTaxonomy(),
    catalogue: builtInCatalogue(),
  });
  return { context, alarms, completeCases, answered };
}

const plain = (text: string) => text.replaceAll('\u00A0', ' ');

/** Whether the board's adjusted test says that `a` has the higher F1 than `b`. */
function beats({ comparisons }: Result, a: string, b: string): boolean {
  return comparisons.some(
    (pair) =>
      pair.pHolm !== null &&
      pair.pHolm <= 0.05 &&
      ((pair.a === a && pair.b === b && pair.difference! > 0) ||
        (pair.a === b && pair.b === a && pair.difference! < 0)),
  );
}

describe.each(['da', 'en'] as const)('the answer in words (%s)', (language) => {
  test('agrees with the figures: 200 random results', { timeout: 600_000 }, async () => {
    const seen = new Set<string>();
    const phrase =
      language === 'da'
        ? { better: 'påviseligt bedre end', alike: 'skelnes fra hinanden', alarm: 'Falsk alarm på' }
        : { better: 'demonstrably better than', alike: 'cannot be told apart', alarm: 'False alarms on' };
    await fc.assert(
      fc.asyncProperty(worldArbitrary, async (world) => {
        const { context, alarms, completeCases, answered } = await build(world, language);
        const { result } = context;
        const { before, main, also } = composeAnswer(context);
        expect(main).toHaveLength(3);
        expect(answerSentences(context)).toEqual([...before, ...main, ...also]);
        const ids = result.models.map(({ model }) => model.id);
        const named = (sentence: string) => ids.filter((id) => new RegExp(`\\b${id}\\b`, 'u').test(sentence));
        const f1 = new Map(result.models.map(({ model, defects }) => [model.id, defects.f1.value]));
        const first = plain(main[0]!);

        // Who is best, and whether that may be luck.
        const defined = ids.filter((id) => f1.get(id) !== null);
        const winners = defined.filter((id) =>
          defined.every((other) => other === id || beats(result, id, other)),
        );
        if (defined.length === 0) {
          seen.add('unplaced');
          expect(named(first)).toEqual([]);
        } else if (defined.length === 1) {
          seen.add('one');
          expect(named(first)).toEqual(defined);
        } else {
          expect(first.includes(phrase.better)).toBe(winners.length === 1);
          if (winners.length === 1) {
            seen.add('best');
            expect(first.startsWith(winners[0]!)).toBe(true);
            expect(first).toContain(plain(formatShare(f1.get(winners[0]!)!, language)));
            expect(Math.max(...defined.map((id) => f1.get(id)!))).toBe(f1.get(winners[0]!));
          } else if (first.includes(phrase.alike)) {
            const alike = named(first);
            seen.add(alike.length === defined.length ? 'alike' : 'top');
            for (const a of alike) for (const b of defined) expect(beats(result, b, a)).toBe(false);
            for (const other of defined.filter((id) => !alike.includes(id))) {
              expect(defined.some((id) => beats(result, id, other))).toBe(true);
            }
          }
        }

        // False alarms, as counted from the answers.
        const second = plain(main[1]!);
        if (completeCases === 0) {
          seen.add('no complete cases');
          expect(named(second)).toEqual([]);
        } else {
          expect(second.startsWith(phrase.alarm)).toBe(true);
          const of = language === 'da' ? 'af' : 'of';
          const subjects = result.models.filter(({ model }) => model.kind !== 'baseline');
          for (const { model, completeCases: clean } of subjects.length > 0 ? subjects : result.models) {
            const count = alarms.get(model.id)!;
            const share = plain(formatShare(count / completeCases, language));
            expect(second).toContain(`${model.id}: ${count} ${of} ${completeCases} (${share}; `);
            const { interval } = clean.falseAlarmRate;
            if (interval === null) continue;
            const range = plain(formatShareRange(interval.low, interval.high, language));
            expect(second).toContain(`(${share}; ${range})`);
          }
        }

        // Who did not answer is said, and who did is not accused of it.
        for (const id of ids) {
          const none = answered.get(id) === 0;
          if (none) seen.add('failed');
          expect(before.some((sentence) => named(sentence).includes(id))).toBe(none);
          const some = !none && answered.get(id)! < world.cases;
          const share = `${id} ${language === 'da' ? 'besvarede' : 'answered'} ${answered.get(id)} `;
          expect(also.some((sentence) => plain(sentence).includes(share))).toBe(some);
        }

        // Strong and weak sides lie where their intervals say.
        for (const model of result.models) {
          const { strong, weak } = findStrengths(model);
          for (const { kind, slice } of [...strong, ...weak]) {
            const level = kind === 'group' ? model.defects.macroF1.value! : model.defects.f1.value!;
            const { low, high } = slice.f1.interval!;
            expect(level < low || level > high).toBe(true);
          }
          const { precision, recall } = model.defects;
          const leaning = leaningOf(model);
          seen.add(leaning);
          if (leaning === 'careful') expect(precision.value!).toBeGreaterThan(recall.value!);
          if (leaning === 'eager') expect(recall.value!).toBeGreaterThan(precision.value!);
        }
      }),
      { numRuns: 200, seed: 20261129 },
    );
    const cases = ['alike', 'best', 'failed', 'no complete cases', 'one', 'top', 'unplaced'];
    expect([...seen].filter((each) => cases.includes(each)).toSorted()).toEqual(cases);
  });
});
