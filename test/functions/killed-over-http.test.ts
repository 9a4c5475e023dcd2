import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../evals/statistics/random.ts';
import { knownCodes } from '../support/arbitraries.ts';
import { startCountingVendor } from '../support/counting-vendor.ts';
import { runCli } from '../support/run-cli.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../support/small-dataset.ts';

const concurrency = 8;
const cases = 500;
const kills = 50;

async function prepare(folder: string, url: string): Promise<string> {
  const random = createRandom('killed over http');
  const ids = Array.from({ length: cases }, (_, index) => `c${String(index).padStart(5, '0')}`);
  const codes = () => knownCodes.filter(() => random.below(4) === 0);
  const labels = ids.map((id) => smallLabel(id, codes()));
  await writeSmallDataset(join(folder, 'data'), { test: { cases: ids.map((id) => smallCase(id)), labels } });
  const suite = join(folder, 'suite.yaml');
  await writeFile(
    suite,
    `schema: maalestok.suite.v1
id: killed
titleDa: Afbrudt
titleEn: Killed
dataset: data
shardSize: 30
models:
  - {adapter: http, id: vendor, version: '1', url: '${url}', concurrency: ${concurrency}}
`,
  );
  return suite;
}

/** What must be the same to the byte, by its path in the run: all but times, and the tables that hold them. */
async function bytesOf(out: string): Promise<Record<string, string>> {
  const [run] = await readdir(out);
  const files = await readdir(join(out, run!), { recursive: true, withFileTypes: true });
  const paths = files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\/(?:screenings|scores)\/|\/result\.json$|\/fund\.csv$|\/findings\.csv$/u.test(path))
    .sort();
  const texts = await Promise.all(
    paths.map(async (path) => [path.slice(out.length), await readFile(path, 'utf8')]),
  );
  return Object.fromEntries(texts);
}

describe('a run over HTTP that is killed at 50 random moments', () => {
  it('ends with the same bytes; no question is asked again but those in flight at a kill', {
    timeout: 600_000,
  }, async () => {
    await using temporary = await temporaryFolder();
    await using vendor = await startCountingVendor({ delayMs: 4 });
    const suite = await prepare(temporary.folder, vendor.url);
    const run = (name: string, killWhen?: Promise<void>) =>
      runCli(
        ['run', '--suite', suite, '--out', join(temporary.folder, name), '--allow-private'],
        killWhen === undefined ? {} : { killWhen },
      );
    const whole = await run('whole');
    expect(whole).toMatchObject({ code: 0 });
    expect([...vendor.asked.values()]).toEqual(Array(cases).fill(1));
    const expected = await bytesOf(join(temporary.folder, 'whole'));

    vendor.asked.clear();
    const random = createRandom(`kills over http ${process.env.MAALESTOK_TEST_SEED ?? '1'}`);
    let lost = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const before = total(vendor.asked) - vendor.asked.size;
      const killed = await run('killed', vendor.afterRequests(1 + random.below(17)));
      expect(killed.signal).toBe('SIGKILL');
      // What came a second time in this round had been in flight at the last kill.
      const repeated = total(vendor.asked) - vendor.asked.size - before;
      expect(repeated).toBeLessThanOrEqual(concurrency);
      lost += repeated;
    }
    const last = await run('killed');
    expect(last).toMatchObject({ code: 0, signal: null });
    expect(await bytesOf(join(temporary.folder, 'killed'))).toEqual(expected);
    expect(vendor.asked.size).toBe(cases);
    const repeated = total(vendor.asked) - cases;
    expect(repeated).toBeGreaterThanOrEqual(lost);
    expect(repeated).toBeLessThanOrEqual(kills * concurrency);
    console.log(`${kills} kills: ${repeated} of ${total(vendor.asked)} calls were repeated`);
  });
});

function total(asked: ReadonlyMap<string, number>): number {
  return [...asked.values()].reduce((sum, times) => sum + times, 0);
}
