import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckIn } from '../../../evals/check-in/check-in.ts';
import {
  readCheckIn,
  readStable,
  runCheckIn,
  writeOctober,
  writeSeptember,
} from '../../support/check-in-cluster.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let september: CheckIn;
let october: CheckIn;
let files: Record<string, string>;
const page = (month: string, name: string) =>
  readFile(join(place.folder, `check-ins/klynge/${month}`, name), 'utf8');

beforeAll(async () => {
  place = await temporaryFolder();
  await writeSeptember(place.folder);
  const first = await runCheckIn(place.folder, '2026-09');
  expect([first.code, first.stderr.includes('Error')]).toEqual([0, false]);
  september = await readCheckIn(place.folder, '2026-09');
  await writeOctober(place.folder);
  expect((await runCheckIn(place.folder, '2026-10')).code).toBe(0);
  expect((await runCheckIn(place.folder, '2026-10', ['--language', 'en'])).code).toBe(0);
  october = await readCheckIn(place.folder, '2026-10');
  files = await readStable(join(place.folder, 'check-ins/klynge/2026-10'));
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

describe('maalestok check-in over two months', () => {
  it('is the first, and says so', async () => {
    const { previous, datasets, decisions } = september;
    expect([previous, datasets[0]!.since, datasets[0]!.labels]).toEqual([null, null, null]);
    expect(datasets[0]!.trend.map(({ month, broken }) => [month, broken])).toEqual([['2026-09', []]]);
    expect(decisions.map(({ date }) => date)).toEqual(['2026-09-03']);
    expect(await page('2026-09', 'check-in.html')).toContain('Det er klyngens første check-in');
  });

  it('tells the cases, the corrected label and the models apart', () => {
    const { previous, datasets } = october;
    const { since, labels, trend } = datasets[0]!;
    // One of the 19 is complete and passed in both months: it is in no denominator of F1.
    const { models, comparabilityKey, runId, ...rest } = since!;
    expect(previous).toBe('2026-09');
    expect([runId, comparabilityKey]).toEqual([
      september.datasets[0]!.runId,
      september.datasets[0]!.comparabilityKey,
    ]);
    expect(rest).toEqual({
      version: '1',
      common: 19,
      added: 1,
      removed: 1,
      relabelled: 1,
      ruler: ['labels'],
      apart: [],
      gone: [],
      fresh: [],
    });
    expect(models.map(({ id, versionBefore, versionNow }) => [id, versionBefore, versionNow])).toEqual([
      ['god', '1', '2'],
      ['anden', '1', '1'],
      ['silent', '1', '1'],
    ]);
    const verdicts = models.map(({ parts }) => parts[0]!.model);
    expect(verdicts[0]).toMatchObject({ different: true, cases: 18 });
    expect(verdicts[0]!.difference).toBeGreaterThan(0.4);
    expect(verdicts.slice(1)).toMatchObject([
      { difference: 0, different: false, p: 1 },
      { difference: 0, different: false, p: 1 },
    ]);
    expect(labels).toEqual({
      cases: 1,
      caseIds: ['c02'],
      changes: [],
      logged: 0,
      unlogged: 1,
      unloggedIds: ['c02'],
    });
    expect(trend.map(({ month, broken }) => [month, broken])).toEqual([
      ['2026-09', []],
      ['2026-10', ['datasetContent', 'cases', 'labels']],
    ]);
  });

  it('gives parts that add up to what each month measured', () => {
    const { since, models } = october.datasets[0]!;
    for (const { id, parts } of since!.models) {
      for (const { measure, before, now, total, model, ruler, caseMix } of parts) {
        const then = september.datasets[0]!.models.find((each) => each.model.id === id)!;
        const today = models.find((each) => each.model.id === id)!;
        expect([before, now]).toEqual([then.figures[measure], today.figures[measure]]);
        if (total.value === null) {
          expect([before.value, now.value]).toContain(null);
          continue;
        }
        expect(model.difference! + ruler.value! + caseMix.value!).toBeCloseTo(total.value, 12);
      }
    }
  });

  it('hides the small municipality, and one more so that it cannot be computed', () => {
    const rows = october.datasets[0]!.municipalities.map(({ name, cases, measures }) => ({
      name,
      cases,
      f1: measures[0]!.heldBack,
      shown: measures[0]!.models.length,
    }));
    expect(rows).toEqual([
      { name: 'Nordby Kommune', cases: 12, f1: null, shown: 2 },
      { name: 'Sønderby Kommune', cases: null, f1: 'fewCases', shown: 0 },
      { name: 'Vestby Kommune', cases: null, f1: 'fewCases', shown: 0 },
    ]);
  });

  it('judges the gates of the models that a reader may use', () => {
    const verdicts = october.datasets[0]!.gates.map(({ gate, models }) => [
      'min' in gate ? gate.min : gate.max,
      ...models.map(({ id, verdict }) => `${id}: ${verdict}`),
    ]);
    expect(verdicts).toEqual([
      [0.05, 'god: met', 'anden: met'],
      [0.6, 'god: met', 'anden: undecided'],
      [0.5, 'god: undecided', 'anden: undecided'],
    ]);
  });

  it('shows a decision once, and none of a later month', async () => {
    expect(october.decisions.map(({ decision }) => decision)).toEqual(['Facit rettes.']);
    const html = await page('2026-10', 'check-in.html');
    expect([html.includes('Facit rettes.'), html.includes('Hører til næste gang.')]).toEqual([true, false]);
  });

  it('links only to pages that are there, in both languages', async () => {
    for (const name of ['check-in.html', 'check-in.en.html']) {
      const html = await page('2026-10', name);
      const hrefs = [...html.matchAll(/href="([^"#]+)"/gu)].map(([, href]) => href!);
      expect(hrefs.length).toBeGreaterThan(5);
      const absent = [...new Set(hrefs)].filter((href) => files[decodeURIComponent(href)] === undefined);
      expect(absent).toEqual([]);
    }
  });

  it('compares with the month before where nothing but the month is another', {
    timeout: 60_000,
  }, async () => {
    expect((await runCheckIn(place.folder, '2026-11')).code).toBe(0);
    const { datasets, decisions, previous } = await readCheckIn(place.folder, '2026-11');
    const { since, trend, labels } = datasets[0]!;
    const { common, added, removed, relabelled, ruler } = since!;
    expect([previous, common, added, removed, relabelled, ruler]).toEqual(['2026-10', 20, 0, 0, 0, []]);
    expect(trend.map(({ broken }) => broken.length)).toEqual([0, 3, 0]);
    expect(labels).toEqual({
      cases: 0,
      caseIds: [],
      changes: [],
      logged: 0,
      unlogged: 0,
      unloggedIds: [],
    });
    expect(decisions.map(({ decision }) => decision)).toEqual(['Hører til næste gang.']);
    for (const { parts } of since!.models) {
      for (const { total, model, ruler: corrected, caseMix } of parts) {
        const all = [total.value, model.difference, corrected.value, caseMix.value];
        expect([JSON.stringify([0, 0, 0, 0]), JSON.stringify([null, null, null, null])]).toContain(
          JSON.stringify(all),
        );
      }
    }
  });

  it('gives the same bytes when it is run again', { timeout: 60_000 }, async () => {
    expect((await runCheckIn(place.folder, '2026-10', ['--language', 'en'])).code).toBe(0);
    expect(await readStable(join(place.folder, 'check-ins/klynge/2026-10'))).toEqual(files);
  });

  it('is signed, and an altered figure is found', { timeout: 60_000 }, async () => {
    const folder = 'check-ins/klynge/2026-10';
    const verified = await runCli(['verify', folder], { cwd: place.folder });
    expect([verified.code, verified.stderr]).toEqual([0, '']);
    const file = join(place.folder, folder, 'check-in.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"common": 19', '"common": 20'));
    const altered = await runCli(['verify', folder], { cwd: place.folder });
    await writeFile(file, text);
    expect([altered.code, altered.stdout.includes('check-in.json')]).toEqual([1, true]);
  });
});
