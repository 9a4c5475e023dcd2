import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../evals/statistics/random.ts';
import { takeFileLock } from '../../functions/adapters/file-lock.ts';
import { knownCodes } from '../support/arbitraries.ts';
import { runCli } from '../support/run-cli.ts';
import {
  smallCase,
  smallLabel,
  temporaryFolder,
  toLines,
  writeSmallDataset,
} from '../support/small-dataset.ts';

/** A data set of `count` test cases, a vendor's answers to most of them, and a suite over both. */
async function prepare(folder: string, count: number): Promise<string> {
  const random = createRandom('run.test');
  const codesOf = () => knownCodes.filter(() => random.below(4) === 0);
  const ids = Array.from({ length: count }, (_, index) => `c${String(index).padStart(5, '0')}`);
  const practice = ['p1', 'p2', 'p3'];
  await writeSmallDataset(join(folder, 'data'), {
    practice: {
      cases: practice.map((id) => smallCase(id)),
      labels: practice.map((id) => smallLabel(id, ['x1', 'y2'])),
    },
    test: { cases: ids.map((id) => smallCase(id)), labels: ids.map((id) => smallLabel(id, codesOf())) },
  });
  const answers = ids.slice(1).map((caseId) => ({
    model: { id: 'vendor', version: '3' },
    caseId,
    status: random.below(20) === 0 ? 'abstained' : 'answered',
    findings: codesOf().map((code, index) => ({
      findingId: `f${index}`,
      text: code,
      code,
      citations: ['BR18 § 10, stk. 1, nr. 2'],
    })),
  }));
  await writeFile(join(folder, 'answers.jsonl'), toLines(answers));
  const suite = join(folder, 'suite.yaml');
  await writeFile(
    suite,
    `schema: maalestok.suite.v1
id: small
titleDa: Lille
titleEn: Small
dataset: data
shardSize: 40
models:
  - adapter: silent
  - adapter: constant
  - adapter: nearest-case
  - {adapter: replay, id: vendor, screenings: answers.jsonl, kind: vendor, vendor: Eksempel A/S}
`,
  );
  return suite;
}

/** The one run under a folder. */
async function runFolder(out: string): Promise<string> {
  const names = await readdir(out);
  expect(names).toHaveLength(1);
  return join(out, names[0]!);
}

/** What must be the same to the byte from run to run. */
async function bytesOf(run: string): Promise<Record<string, string>> {
  const names = (await readdir(run, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\/(screenings|scores|report)\/|result\.json$/u.test(path))
    .sort();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (path) => [path.slice(run.length), await readFile(path, 'utf8')] as const),
    ),
  );
}

describe('maalestok run', () => {
  it('gives the same bytes twice, and again after ten kills at random moments', {
    timeout: 300_000,
  }, async () => {
    await using temporary = await temporaryFolder();
    const suite = await prepare(temporary.folder, 400);
    const out = (name: string) => join(temporary.folder, name);
    const started = performance.now();
    const whole = await runCli(['run', '--suite', suite, '--out', out('whole')]);
    const tookMs = performance.now() - started;
    expect(whole.stderr).toContain('1600/1600 answers (100 %)');
    expect(whole.code).toBe(0);
    const again = await runCli(['run', '--suite', suite, '--out', out('again')]);
    expect([again.code, again.stderr]).toEqual([0, expect.any(String)]);
    const expected = await bytesOf(await runFolder(out('whole')));
    expect(Object.keys(expected)).toContain('/report/rapport.html');
    expect(await bytesOf(await runFolder(out('again')))).toEqual(expected);

    const random = createRandom(`kills ${process.env.MAALESTOK_TEST_SEED ?? '1'}`);
    let killed = 0;
    for (let kill = 0; kill < 10; kill += 1) {
      const killAfterMs = 50 + random.float() * tookMs * 0.95;
      const done = await runCli(['run', '--suite', suite, '--out', out('killed')], { killAfterMs });
      if (done.signal === 'SIGKILL') killed += 1;
    }
    expect(killed).toBeGreaterThan(0);
    const last = await runCli(['run', '--suite', suite, '--out', out('killed')]);
    expect(last.code).toBe(0);
    const folder = await runFolder(out('killed'));
    expect(await bytesOf(folder)).toEqual(expected);
    expect(last.stdout.split('\n').slice(0, -2)).toEqual(whole.stdout.split('\n').slice(0, -2));
    for (const model of ['silent', 'constant', 'nearest-case', 'vendor']) {
      const calls = (await readFile(join(folder, 'calls', `${model}.jsonl`), 'utf8'))
        .trim()
        .split('\n').length;
      expect(calls).toBeGreaterThanOrEqual(400 - killed);
      expect(calls).toBeLessThanOrEqual(400 + killed);
    }
  });

  it('scores stored answers again to the same figures, and asks no model', async () => {
    await using temporary = await temporaryFolder();
    const suite = await prepare(temporary.folder, 30);
    await runCli(['run', '--suite', suite, '--out', join(temporary.folder, 'runs')]);
    const run = await runFolder(join(temporary.folder, 'runs'));
    const before = await bytesOf(run);
    const calls = await readFile(join(run, 'calls', 'vendor.jsonl'), 'utf8');
    await writeFile(join(run, 'result.json'), '{}');
    const done = await runCli(['score', run]);
    expect(done.stderr).toBe(
      'vendor: 1 of 30 questions failed, came too late or had no readable answer (missing 1).\n' +
        '  The first: the file of screenings holds no answer to this case\n',
    );
    expect(await bytesOf(run)).toEqual(before);
    expect(await readFile(join(run, 'calls', 'vendor.jsonl'), 'utf8')).toBe(calls);
  });

  it('scores again under another policy, and keeps to it until told otherwise', async () => {
    await using temporary = await temporaryFolder();
    const suite = await prepare(temporary.folder, 30);
    const args = ['run', '--suite', suite, '--out', join(temporary.folder, 'runs')];
    await runCli(args);
    const run = await runFolder(join(temporary.folder, 'runs'));
    const result = async () => JSON.parse(await readFile(join(run, 'result.json'), 'utf8'));
    const standard = await result();
    expect((await runCli(['score', run, '--policy', 'strict'])).code).toBe(0);
    const strict = await result();
    expect(strict.comparability).toEqual({ ...standard.comparability, policy: 'strict' });
    expect(strict.comparabilityKey).not.toBe(standard.comparabilityKey);
    for (const [at, model] of strict.models.entries()) {
      const { truePositives, falsePositives, falseNegatives } = standard.models[at].policies.strict;
      expect(model.defects).toMatchObject({ truePositives, falsePositives, falseNegatives });
    }
    await runCli(['score', run]);
    expect(await result()).toEqual(strict);
    await runCli(args);
    expect(await result()).toEqual(standard);
  });

  it('refuses a second process on one run, whatever it would write, and loses nothing', async () => {
    await using temporary = await temporaryFolder();
    const suite = await prepare(temporary.folder, 30);
    const out = join(temporary.folder, 'runs');
    const args = ['run', '--suite', suite, '--out', out];
    await runCli(args);
    const run = await runFolder(out);
    const before = await bytesOf(run);
    const release = await takeFileLock(join(run, 'run.lock'));
    for (const second of [args, ['score', run], ['report', run], ['score', run, '--policy', 'strict']]) {
      const done = await runCli(second);
      expect(done.stderr).toContain(`${run}: in use by process ${process.pid} on `);
      expect(done.stderr).toContain('nothing is lost');
      expect(done.code).toBe(2);
    }
    expect(await bytesOf(run)).toEqual(before);
    await release();
    expect((await runCli(args)).code).toBe(0);
    expect(await readdir(run)).not.toContain('run.lock');
  });

  it('lets one of two processes that start at once do the run', async () => {
    await using temporary = await temporaryFolder();
    const suite = await prepare(temporary.folder, 400);
    const out = (name: string) => ['run', '--suite', suite, '--out', join(temporary.folder, name)];
    const [first, second] = await Promise.all([runCli(out('both')), runCli(out('both'))]);
    const [lower, higher] = [first, second].sort((a, b) => a.code! - b.code!);
    expect(lower!.code).toBe(0);
    // The other was refused, or came when the first was done.
    expect([0, 2]).toContain(higher!.code);
    if (higher!.code === 2) expect(higher!.stderr).toMatch(/in use by process \d+/u);
    await runCli(out('alone'));
    const alone = await bytesOf(await runFolder(join(temporary.folder, 'alone')));
    const both = await runFolder(join(temporary.folder, 'both'));
    expect(await bytesOf(both)).toEqual(alone);
    expect(await readdir(both)).not.toContain('run.lock');
  });

  it('finds a finished run again, starts anew beside it with --fresh, and parts plans by --limit', async () => {
    await using temporary = await temporaryFolder();
    const suite = await prepare(temporary.folder, 12);
    const out = join(temporary.folder, 'runs');
    const args = ['run', '--suite', suite, '--out', out];
    const first = await runCli(args);
    const again = await runCli(args);
    expect(again.stdout).toBe(first.stdout);
    expect(await readdir(out)).toHaveLength(1);
    await runCli([...args, '--fresh']);
    await runCli([...args, '--limit', '5']);
    const names = (await readdir(out)).sort();
    expect(names).toHaveLength(3);
    expect(names.filter((name) => /^small-[0-9a-f]{12}-2$/u.test(name))).toHaveLength(1);
  });

  it('counts what was not answered on every surface', async () => {
    await using temporary = await temporaryFolder();
    const suite = await prepare(temporary.folder, 20);
    await runCli(['run', '--suite', suite, '--out', join(temporary.folder, 'runs')]);
    const run = await runFolder(join(temporary.folder, 'runs'));
    const result = JSON.parse(await readFile(join(run, 'result.json'), 'utf8'));
    for (const { counts } of result.models) {
      expect(counts.answered + counts.abstained + counts.invalid + counts.timedOut + counts.failed).toBe(
        counts.planned,
      );
      expect(counts.planned).toBe(20);
    }
    const vendor = result.models.find((model: { model: { id: string } }) => model.model.id === 'vendor');
    expect(vendor.counts.failed).toBe(1);
    expect(vendor.errors).toEqual([{ kind: 'missing', count: 1 }]);
  });
});
