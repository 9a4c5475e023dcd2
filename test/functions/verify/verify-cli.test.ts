import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runKeys } from '../../../evals/run-keys.ts';
import { VerificationSchema } from '../../../evals/signing/verification.ts';
import { docsPath, root } from '../../docs/compare-file.ts';
import { type CliOptions, runCli } from '../../support/run-cli.ts';
import { temporaryFolder, toLines } from '../../support/small-dataset.ts';

const suite = docsPath('vendors/example/suite.yaml');

/** A municipality: a home of its own, a run signed there, and its public key. */
async function prepare(folder: string) {
  const env = {
    HOME: join(folder, 'home'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    APPDATA: join(folder, 'config'),
    MAALESTOK_SIGNING_KEY: '',
    MAALESTOK_SIGNED_BY: '',
  };
  const cli = (args: string[], more: CliOptions['env'] = {}) => runCli(args, { env: { ...env, ...more } });
  const out = join(folder, 'runs');
  const first = await cli(['run', '--suite', suite, '--out', out, '--signed-by', 'Nordby Kommune, Byg']);
  const run = join(out, (await readdir(out))[0]!);
  const shown = await cli(['key']);
  const key = join(folder, 'nordby.pem');
  await writeFile(key, shown.stdout);
  return { cli, run, first, shown, key, suiteArgs: ['run', '--suite', suite, '--out', out] };
}

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let nordby: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  temporary = await temporaryFolder();
  nordby = await prepare(temporary.folder);
});
afterAll(() => temporary[Symbol.asyncDispose]());

const whole = async (folder: string) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = paths
    .filter((path) => path.includes('result') || path.includes('report'))
    .map(async (path) => [path.slice(folder.length), await readFile(path, 'utf8')] as const);
  return Object.fromEntries(await Promise.all(read));
};

/** The pages of the two cases of the vendors' example. */
const casePages = (folder: string) =>
  ['index.html', 'liste-1.js', 'sag-eks-1.html', 'sag-eks-2.html'].map((name) => `${folder}/${name}`);

describe('maalestok run', () => {
  it('makes a key on first use, outside the run, says so once, and prints no private key', async () => {
    const { cli, first, shown, run } = nordby;
    expect(first.code).toBe(0);
    const file =
      process.platform === 'darwin' ? undefined : join(temporary.folder, 'config/maalestok/signing-key.pem');
    const said = 'A key was made to sign results with: ';
    expect(first.stderr.startsWith(said + (file ?? ''))).toBe(true);
    const secret = (await readFile(first.stderr.slice(said.length).split('. Keep')[0]!, 'utf8')).split(
      '\n',
    )[1]!;
    expect(secret.length).toBe(64);
    const again = await cli(['score', run, '--signed-by', 'Nordby Kommune, Byg']);
    expect(again.stderr).not.toContain(said);
    for (const { stdout, stderr } of [first, shown, again, await cli(['key', '--json'])])
      expect(stdout + stderr).not.toContain(secret);
    for (const text of Object.values(await whole(run))) expect(text).not.toContain(secret);
  });

  it('refuses at once, before anything is asked, where the key cannot be used', async () => {
    const { cli, suiteArgs } = nordby;
    await using place = await temporaryFolder();
    const out = join(place.folder, 'runs');
    const inRepository = join(place.folder, 'clone', 'key.pem');
    await mkdir(join(place.folder, 'clone', '.git'), { recursive: true });
    const args = [...suiteArgs.slice(0, -1), out];
    const done = await cli(args, { MAALESTOK_SIGNING_KEY: inRepository });
    expect(done).toMatchObject({ code: 2, stdout: '' });
    expect(done.stderr).toContain(`Error: ${inRepository}: a signing key in the repository `);
    const named = await cli([...args, '--signed-by', ' Nordby']);
    expect(named.stderr).toContain('Error: flag --signed-by: no name that can be signed, expected one line');
    expect(named.code).toBe(2);
    expect(await stat(out).catch(() => null)).toBeNull();
  });

  it('signs anew whatever writes a result or a report, and the report in the other language too', {
    timeout: 180_000,
  }, async () => {
    await using place = await temporaryFolder();
    const { cli, key } = nordby;
    const run = join(place.folder, 'run');
    await cp(nordby.run, run, { recursive: true });
    const record = JSON.parse(await readFile(join(run, runKeys.run), 'utf8'));
    record.datasetFolder = docsPath('vendors/example');
    await writeFile(join(run, runKeys.run), JSON.stringify(record));
    const signer = { MAALESTOK_SIGNED_BY: 'Nordby Kommune, Byg' };
    for (const args of [
      ['score', run],
      ['score', run, '--policy', 'strict'],
      ['report', run, '--language', 'en'],
      ['score', run, '--dataset', docsPath('vendors/example'), '--policy', 'standard'],
    ]) {
      const before = await readFile(join(run, runKeys.signature), 'utf8');
      expect((await cli(args, signer)).code).toBe(0);
      const verified = await cli(['verify', run, '--key', key]);
      expect(verified.stdout).toContain('Genuine: these ');
      expect(verified.code).toBe(0);
      if (args.length > 2) expect(await readFile(join(run, runKeys.signature), 'utf8')).not.toBe(before);
    }
    const { report } = JSON.parse(await readFile(join(run, runKeys.signature), 'utf8'));
    expect(report.map(({ file }: { file: string }) => file)).toEqual([
      ...casePages('cases'),
      'figures.csv',
      'findings.csv',
      'rapport.html',
      'rapport.md',
      'rapport.xlsx',
      'report.html',
      'report.md',
      'report.xlsx',
      ...casePages('sager'),
    ]);
    // What somebody laid there is not signed by scoring again.
    await writeFile(join(run, 'report', 'rapport-2.html'), '<p>99 %</p>');
    expect((await cli(['score', run])).code).toBe(0);
    const planted = await cli(['verify', run]);
    expect(planted.stdout).toContain('rapport-2.html: additional: it is none of the files that were signed');
    expect(planted.code).toBe(1);
  });

  it('gives the same bytes again with the same key and name, and signs nothing that was broken off', async () => {
    const { cli, run, suiteArgs } = nordby;
    const before = await whole(run);
    expect(Object.keys(before).sort()).toEqual(
      [
        'result.json',
        'result.sig.json',
        'figures.csv',
        'findings.csv',
        'rapport.html',
        'rapport.md',
        'rapport.xlsx',
        ...casePages('sager'),
        'result.json',
        'result.sig.json',
      ]
        .map((name, at) => (at < 2 ? `/${name}` : `/report/${name}`))
        .sort(),
    );
    await cli([...suiteArgs, '--signed-by', 'Nordby Kommune, Byg']);
    expect(await whole(run)).toEqual(before);
    await using place = await temporaryFolder();
    const broken = join(place.folder, 'run');
    await cp(run, broken, { recursive: true });
    const record = JSON.parse(await readFile(join(broken, runKeys.run), 'utf8'));
    record.datasetFolder = docsPath('vendors/example');
    await writeFile(join(broken, runKeys.run), JSON.stringify(record));
    await rm(join(broken, 'screenings'), { recursive: true });
    expect((await cli(['score', broken])).code).toBe(1);
    const verified = await cli(['verify', broken]);
    expect(verified.stdout).toContain('unsigned: there is no result.sig.json beside it');
    expect(verified.code).toBe(1);
  });

  it('signs practice runs', async () => {
    await using place = await temporaryFolder();
    const cases = await readFile(join(root, 'datasets/byggesag-da/practice.cases.jsonl'), 'utf8');
    const { caseId } = JSON.parse(cases.slice(0, cases.indexOf('\n')));
    const answers = join(place.folder, 'answers.jsonl');
    const answer = { model: { id: 'eksempel', version: '1' }, caseId, status: 'answered', findings: [] };
    await writeFile(answers, toLines([answer]));
    const { cli, key } = nordby;
    const out = join(place.folder, 'runs');
    const args = ['practice', '--screenings', answers, '--out', out];
    expect((await cli([...args, '--signed-by', 'Eksempel A/S'])).code).toBe(0);
    const verified = await cli(['verify', join(out, (await readdir(out))[0]!), '--key', key]);
    expect(verified.stdout).toContain('Signed by: "Eksempel A/S", as they call themselves');
    expect(verified.code).toBe(0);
  });
});

describe('maalestok verify', () => {
  it('says whose key it was, and that a name alone proves nothing', async () => {
    const { cli, run, key, shown } = nordby;
    const fingerprint = /Fingerprint: (.*)\n/u.exec(shown.stderr)![1]!;
    expect(fingerprint).toMatch(/^(?:[0-9a-f]{4} ){15}[0-9a-f]{4}$/u);
    const path = join(run, 'report', 'rapport.html');
    const plain = await cli(['verify', path]);
    expect(plain).toEqual({
      code: 0,
      signal: null,
      stderr: '',
      stdout: `Genuine: ${path} is as it was signed.
Signed by: "Nordby Kommune, Byg", as they call themselves
Key:       ${fingerprint}
Anybody can make a key and give themselves any name: compare the key with the one that they gave you,
or name the file of their public key with --key.
`,
    });
    const named = await cli(['verify', path, '--key', key]);
    expect(named.stdout).toBe(plain.stdout.split('Anybody')[0]);
    expect(named.code).toBe(0);
  });

  it('fails with the reason on a tampered result, report and key, for people and for machines', async () => {
    await using place = await temporaryFolder();
    const { cli, key } = nordby;
    const run = join(place.folder, 'run');
    await cp(nordby.run, run, { recursive: true });
    const result = join(run, 'result.json');
    await writeFile(result, (await readFile(result, 'utf8')).replace('"value": 0.6', '"value": 0.9'));
    await writeFile(join(run, 'report/rapport.html'), 'x', { flag: 'a' });
    const found = await cli(['verify', run, '--key', key]);
    expect(found.stdout).toMatch(
      `Not genuine:
  ${result}: altered: it does not say what was signed
  ${join(run, 'report/rapport.html')}: altered: its bytes are not those that were signed
Signed by: "Nordby Kommune, Byg", as they call themselves
`,
    );
    expect(found).toMatchObject({ code: 1, stderr: '' });
    const machine = await cli(['verify', run, '--key', key, '--json']);
    const verification = VerificationSchema.parse(JSON.parse(machine.stdout));
    expect(verification.problems.map(({ problem }) => problem)).toEqual(['altered', 'altered']);
    expect(machine).toMatchObject({ code: 1, stderr: '' });

    const signature = join(run, 'report', 'result.sig.json');
    const other = await cli(['key'], { MAALESTOK_SIGNING_KEY: join(place.folder, 'other.pem') });
    const text = await readFile(signature, 'utf8');
    const foreign = other.stdout.split('\n')[1]!;
    await writeFile(signature, text.replace(/"publicKey": "[^"]*"/u, `"publicKey": "${foreign}"`));
    const tampered = await cli(['verify', join(run, 'report', 'figures.csv')]);
    expect(tampered.stdout).toBe(
      `Not genuine:\n  ${signature}: wrong signature: the signature is not that of its key over what it says: one of them was altered\n`,
    );
    expect(tampered.code).toBe(1);
    const otherKey = join(place.folder, 'other.pub');
    await writeFile(otherKey, other.stdout);
    const byOther = await cli(['verify', nordby.run, '--key', otherKey]);
    expect(byOther.stdout).toContain('result.sig.json: signed with another key: the key that was named is ');
    expect(byOther.code).toBe(1);
  });

  it('says of a file without a signature how to get one', async () => {
    await using place = await temporaryFolder();
    const alone = join(place.folder, 'rapport.html');
    await cp(join(nordby.run, 'report/rapport.html'), alone);
    const done = await nordby.cli(['verify', alone]);
    expect(done.stdout).toBe(`Not genuine:
  ${alone}: unsigned: there is no result.sig.json beside it
Ask whoever handed it on for the whole folder \`report\`, with result.sig.json in it, and leave the files their names;
or for the run to be signed: \`maalestok report RUN\` writes and signs the report anew.
`);
    expect(done.code).toBe(1);
  });

  it('stops with 2 where the question is wrong: no such path, no such key', async () => {
    const { cli, run } = nordby;
    const privateKey = join(temporary.folder, 'config/maalestok/signing-key.pem');
    const cases: [string[], string][] = [
      [['verify', join(run, 'x')], 'no such file or folder, expected a result'],
      [['verify', run, '--key', join(run, 'x')], 'flag --key: no such file, expected a public Ed25519 key'],
      [['verify', run, '--key', join(run, 'result.json')], 'flag --key: no key'],
      [['verify', run, '--key', privateKey], 'flag --key: a private key, expected a public'],
      [['verify'], "missing required argument 'path'"],
    ];
    for (const [args, message] of cases) {
      const done = await cli(args);
      expect(done.stderr).toContain(message);
      expect(done.stderr).not.toContain('    at ');
      expect(done).toMatchObject({ code: 2, stdout: '' });
    }
  });

  it('shows names that others chose without letting them write on the terminal', async () => {
    await using place = await temporaryFolder();
    const report = join(place.folder, 'report');
    await cp(join(nordby.run, 'report'), report, { recursive: true });
    await writeFile(join(report, 'a\u001B[2J\u202Eb\nGenuine: x.html'), '');
    const done = await nordby.cli(['verify', report]);
    expect(done.stdout.split('\n').filter((line) => line.startsWith('Genuine'))).toEqual([]);
    expect(done.stdout).toContain('a�[2J[U+202E]b Genuine: x.html: additional');
    expect(done.code).toBe(1);
  });
});

describe('maalestok key', () => {
  it('prints the public key alone to standard output, as PEM or JSON', async () => {
    const { cli, shown } = nordby;
    expect(shown.code).toBe(0);
    const [, base64] = /^-----BEGIN PUBLIC KEY-----\n([\w+/=]{60})\n-----END PUBLIC KEY-----\n$/u.exec(
      shown.stdout,
    )!;
    const json = JSON.parse((await cli(['key', '--json'])).stdout);
    const fingerprint = /Fingerprint: (.*)\n/u.exec(shown.stderr)![1]!.replaceAll(' ', '');
    expect(json).toEqual({
      file: expect.stringContaining('signing-key.pem'),
      signedBy: `local key ${fingerprint.slice(0, 4)}`,
      publicKey: base64,
      fingerprint,
    });
  });
});
