import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparability } from '../../../evals/artifacts.ts';
import { canonicalHash } from '../../../evals/canonical-hash.ts';
import type { CheckIn } from '../../../evals/check-in/check-in.ts';
import { readCheckIn, runCheckIn, writeOctober, writeSeptember } from '../../support/check-in-cluster.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
const september = () => join(place.folder, 'check-ins/klynge/2026-09');
const asMade = () => join(place.folder, 'as-made');

beforeAll(async () => {
  place = await temporaryFolder();
  await writeSeptember(place.folder);
  expect((await runCheckIn(place.folder, '2026-09')).code).toBe(0);
  await writeOctober(place.folder);
  await cp(september(), asMade(), { recursive: true });
}, 60_000);
afterAll(() => place[Symbol.asyncDispose]());

async function edit<T>(file: string, change: (value: T) => void): Promise<void> {
  const value = JSON.parse(await readFile(file, 'utf8')) as T;
  change(value);
  await writeFile(file, JSON.stringify(value));
}

interface Keyed {
  comparability: Comparability;
  comparabilityKey: string;
}

/** Makes September what another version of Målestok, or another protocol, would have left behind. */
async function changeSeptember(change: (parts: Comparability) => void): Promise<void> {
  await cp(asMade(), september(), { recursive: true });
  const run = join(september(), 'runs', (await readdir(join(september(), 'runs')))[0]!);
  const rekey = (value: Keyed) => {
    change(value.comparability);
    value.comparabilityKey = canonicalHash(value.comparability);
  };
  await edit<Keyed>(join(run, 'result.json'), rekey);
  await edit<{ protocol: Comparability['protocol'] }>(join(run, 'run.json'), (record) => {
    const parts = { protocol: record.protocol } as Comparability;
    change(parts);
    record.protocol = parts.protocol;
  });
  await edit<CheckIn>(join(september(), 'check-in.json'), ({ datasets }) => datasets.forEach(rekey));
}

async function october(): Promise<{ record: CheckIn; html: string }> {
  const { code, stderr } = await runCheckIn(place.folder, '2026-10');
  expect([code, stderr.includes('Error')]).toEqual([0, false]);
  const file = join(place.folder, 'check-ins/klynge/2026-10/check-in.html');
  const html = (await readFile(file, 'utf8')).replaceAll('\u00A0', ' ');
  return { record: await readCheckIn(place.folder, '2026-10'), html };
}

describe('months that were not measured alike', { timeout: 60_000 }, () => {
  it('by another scorer: the stored answers are scored again, and the trend has a break that names it', async () => {
    await changeSeptember((parts) => {
      parts.scorer = '3';
    });
    const { record, html } = await october();
    const { since, trend } = record.datasets[0]!;
    expect(since).toMatchObject({ ruler: ['labels', 'scorer'], apart: [], common: 19 });
    const [god] = since!.models;
    expect(god!.parts[0]!.model).toMatchObject({ different: true });
    expect(trend.map(({ broken }) => broken)).toEqual([[], ['datasetContent', 'cases', 'labels', 'scorer']]);
    expect(html).toContain('Der er målt anderledes end sidst (andet facit, anden version af bedømmelsen).');
    expect(html).toContain(
      'brud: andre sager, et andet udvalg af sager, andet facit, anden version af bedømmelsen',
    );
  });

  it('asked in another way: nothing is compared, and it is said what differs', async () => {
    await changeSeptember((parts) => {
      parts.protocol.retries = 5;
    });
    const { record, html } = await october();
    const { since, trend } = record.datasets[0]!;
    expect(since).toMatchObject({ apart: ['protocol.retries'], models: [] });
    expect(trend[1]!.broken).toContain('protocol.retries');
    expect(html).toContain(
      'Månederne kan ikke sammenlignes, fordi modellerne er spurgt på forskellige måder (et andet antal nye forsøg).',
    );
    expect(html).not.toMatch(/påviseligt (?:bedre|dårligere)/u);
    const changes = await readFile(join(place.folder, 'check-ins/klynge/2026-10/tables/changes.csv'), 'utf8');
    expect(changes.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a result whose key is not that of its parts is refused', async () => {
    await changeSeptember(() => undefined);
    const run = join(september(), 'runs', (await readdir(join(september(), 'runs')))[0]!);
    await edit<Keyed>(join(run, 'result.json'), (result) => {
      result.comparability.scorer = '3';
    });
    const { code, stderr } = await runCheckIn(place.folder, '2026-10');
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('the comparability key is not that of its parts'),
    ]);
  });

  it('scores that nobody can read any more are told of, and nothing is guessed', async () => {
    await changeSeptember(() => undefined);
    const run = join(september(), 'runs', (await readdir(join(september(), 'runs')))[0]!);
    await writeFile(join(run, 'scores/god.jsonl'), '{"schema":"maalestok.case-score.v0"}\n');
    const { record, html } = await october();
    expect(record.datasets[0]!.since).toMatchObject({ apart: ['unreadable'], models: [] });
    expect(html).toContain('sidste måneds svar eller bedømmelser kan ikke læses');
  });
});
