import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckIn, CheckInDataset } from '../../../evals/check-in/check-in.ts';
import { readCheckIn, runCheckIn } from '../../support/check-in-cluster.ts';
import { richChanges, richCluster, writeRichMonth } from '../../support/rich-cluster.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder, toLines } from '../../support/small-dataset.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let record: CheckIn;
let small: CheckInDataset;
let more: CheckInDataset;

beforeAll(async () => {
  place = await temporaryFolder();
  for (const month of ['2026-09', '2026-10'] as const) {
    await writeRichMonth(place.folder, month);
    expect((await runCheckIn(place.folder, month)).code).toBe(0);
  }
  record = await readCheckIn(place.folder, '2026-10');
  [small, more] = record.datasets as [CheckInDataset, CheckInDataset];
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

describe('a check-in on two data sets', () => {
  it('keeps them apart: each has its run, its key and its own comparison', () => {
    expect(record.datasets.map(({ dataset, since }) => [dataset.id, dataset.cases, since?.common])).toEqual([
      ['small', 26, 25],
      ['more', 8, 8],
    ]);
    expect(small.comparabilityKey).not.toBe(more.comparabilityKey);
    expect(small.run).not.toBe(more.run);
    expect(more.trend.map(({ month, broken }) => [month, broken])).toEqual([
      ['2026-09', []],
      ['2026-10', []],
    ]);
    expect(more.since!.models.flatMap(({ parts }) => parts.map(({ model }) => model.different))).toEqual(
      Array(9).fill(false),
    );
  });

  it('shows decisions on the cases of either', () => {
    expect(record.decisions.map((each) => each.case).sort()).toEqual(['c11', 'm3']);
  });

  it('refuses one file of answers for both, with line and field', async () => {
    const file = join(place.folder, 'one.yaml');
    await writeFile(file, richCluster.replace('god-{dataset}.jsonl', 'god-small.jsonl'));
    const { code, stderr } = await runCheckIn(place.folder, '2026-11', ['--cluster', 'one.yaml']);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('one.yaml, line 11, field models[0].screenings'),
    ]);
    expect(stderr).toContain('answers-{dataset}.jsonl');
  });

  it('refuses the same data set in another folder', async () => {
    const file = join(place.folder, 'twice.yaml');
    await writeFile(file, richCluster.replace('{folder: more}', '{folder: ./data/.}'));
    const { code, stderr } = await runCheckIn(place.folder, '2026-11', ['--cluster', 'twice.yaml']);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('twice.yaml, line 9, field datasets[1].folder'),
    ]);
  });
});

describe('labels that changed since last time', () => {
  it('are told with the lines of the change log, and without where it is silent', () => {
    const { schema: _schema, ...change } = richChanges[0]!;
    expect(small.labels).toEqual({
      cases: 2,
      caseIds: ['c11', 'c14'],
      changes: [change],
      logged: 1,
      unlogged: 1,
      unloggedIds: ['c14'],
    });
    expect(small.since).toMatchObject({ relabelled: 2, ruler: ['labels'], added: 1, removed: 1 });
    expect(more.labels).toMatchObject({ cases: 0, logged: 0, unlogged: 0 });
  });

  it('move the part of the ruler, not the model', () => {
    const { parts } = small.since!.models.find(({ id }) => id === 'anden')!;
    const f1 = parts.find(({ measure }) => measure === 'f1')!;
    expect(f1.ruler.value).not.toBe(0);
    expect(f1.model.difference! + f1.ruler.value! + f1.caseMix.value!).toBeCloseTo(f1.total.value!, 12);
  });

  it('are refused where the change log is broken, with its line', { timeout: 30_000 }, async () => {
    const log = join(place.folder, 'data/changes.jsonl');
    await writeFile(log, `${toLines(richChanges)}{"schema":"maalestok.change.v1","version":"2"}\n`);
    const why = 'Prøvens egne data.';
    const passed = await runCli(['gate', 'data', '--made-up', 'prøven', '--why', why], { cwd: place.folder });
    const { code, stderr } = await runCheckIn(place.folder, '2026-11');
    expect(passed.code).toBe(0);
    await writeRichMonth(place.folder, '2026-10');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/changes\.jsonl, line 2, field from/u)]);
  });
});

describe('cases worth talking about', () => {
  const reasonsOf = (caseId: string) => small.notable.find((each) => each.caseId === caseId)?.reasons;

  it('are those on which caseworkers disagree, with what they disagree on', () => {
    expect(reasonsOf('c06')).toEqual([
      { reason: 'caseworkersDisagree', codes: ['x1'] },
      { reason: 'discretion', codes: ['x1'] },
    ]);
    // One of them has no code beside the other's two: only that one is in dispute.
    expect(small.rules.disputed.flatMap(({ caseIds }) => caseIds)).toContain('c06');
  });

  it('are those that no model found, that models invent, and on which they disagree', () => {
    expect(reasonsOf('c14')).toContainEqual({ reason: 'missedByAll', codes: ['z1'] });
    expect(reasonsOf('c03')).toContainEqual({ reason: 'inventedByAll', codes: ['z2'] });
    expect(reasonsOf('c01')).toEqual([{ reason: 'modelsDisagree', codes: ['x2'] }]);
  });
});

describe('what a common model of the rules lacks', () => {
  const of = (kind: keyof CheckInDataset['rules']) =>
    small.rules[kind].map(({ provision, cases, caseIds }) => ({ provision, cases, caseIds }));

  it('is what municipalities treat differently, where each has five cases', () => {
    expect(of('disputed')).toContainEqual({
      provision: 'br18/170/2/3',
      cases: 4,
      caseIds: ['c02', 'c03', 'c12', 'c13'],
    });
  });

  it('is what models and labels cite and the catalogue does not know', () => {
    expect(of('unknown')).toEqual([{ provision: 'vandloebsloven/4', cases: 2, caseIds: ['c04', 'c08'] }]);
  });

  it('is what is missed and what is cited wrongly, most first, of how many', () => {
    const [first] = small.rules.missed;
    expect([first!.provision, first!.count, first!.of]).toEqual(['br18/10/1/2', 16, 40]);
    expect(of('wronglyCited')).toContainEqual({ provision: 'br18/812', cases: 1, caseIds: ['c03'] });
    for (const needs of Object.values(small.rules)) {
      const counts = needs.map(({ count }) => count);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    }
  });
});

describe('gates', () => {
  it('are met, not met, undecided or undefined', () => {
    const verdicts = record.datasets.map(({ gates }) =>
      gates.map(({ gate, models }) => [gate.measure, ...models.map(({ verdict }) => verdict)]),
    );
    expect(verdicts).toEqual([
      [
        ['defectF1', 'met', 'met'],
        ['defectF1', 'undecided', 'undecided'],
        ['cleanFalseAlarmRate', 'undecided', 'notMet'],
        ['averagePrecision', 'undefined', 'undefined'],
        ['findingsPerCase', 'met', 'met'],
      ],
      [
        ['defectF1', 'met', 'met'],
        ['defectF1', 'undecided', 'undecided'],
        ['cleanFalseAlarmRate', 'undecided', 'undecided'],
        ['averagePrecision', 'undefined', 'undefined'],
        ['findingsPerCase', 'met', 'met'],
      ],
    ]);
  });
});

describe('small municipalities', () => {
  it('are hidden, and one more where there would be but one', () => {
    const held = (dataset: CheckInDataset) =>
      dataset.municipalities.map(({ name, cases, measures }) => [
        name,
        cases,
        ...measures.map(({ heldBack }) => heldBack),
      ]);
    expect(held(small)).toEqual([
      ['Nordby Kommune', 9, null, 'fewCases', 'fewCases'],
      ['Sønderby Kommune', 9, null, 'fewCases', 'fewCases'],
      ['Vestby Kommune', null, 'fewCases', 'fewCases', 'fewCases'],
      [null, null, 'protects', 'fewCases', 'fewCases'],
    ]);
    // The one complete case is told of in the total: whose it is, is not.
    expect(held(more).map(([, , , falseAlarm]) => falseAlarm)).toEqual(['fewCases', 'fewCases', 'fewCases']);
  });
});
