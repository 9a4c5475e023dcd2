import { generateKeyPairSync } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPublicKeyPem } from '../../../evals/signing/public-key.ts';
import { signResult } from '../../../evals/signing/sign-result.ts';
import { type Signature, SignatureSchema } from '../../../evals/signing/signature.ts';
import { VerificationSchema } from '../../../evals/signing/verification.ts';
import { createLocalSigner } from '../../../functions/adapters/signing/create-local-signer.ts';
import { verifyPath } from '../../../functions/cli/verify.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';
import { openSmallRuns, smallIds } from '../../support/small-runs.ts';

let runs: Awaited<ReturnType<typeof openSmallRuns>>;
let run: string;
beforeAll(async () => {
  runs = await openSmallRuns();
  run = await runs.measure('signed', { models: ['god', 'silent'] });
});
afterAll(() => runs.close());

/** A copy of the run to do harm to. */
async function copyRun() {
  const place = await temporaryFolder();
  const folder = join(place.folder, basename(run));
  await cp(run, folder, { recursive: true });
  return { folder, report: join(folder, 'report'), [Symbol.asyncDispose]: place[Symbol.asyncDispose] };
}

/** What is wrong, as `file: problem`, by paths from the folder. */
async function wrongIn(path: string, folder: string, key?: string): Promise<string[]> {
  const found = VerificationSchema.parse(await verifyPath(path, key));
  expect(found.genuine).toBe(found.problems.length === 0);
  return found.problems.map(({ file, problem }) => `${file.slice(folder.length + 1)}: ${problem}`).sort();
}

const files = [
  'figures.csv',
  'findings.csv',
  'rapport.html',
  'rapport.md',
  'rapport.xlsx',
  'sager/index.html',
  'sager/liste-1.js',
  ...smallIds.map((id) => `sager/sag-${id}.html`),
];

describe('what was signed', () => {
  it('is genuine as a run, as a report, and file by file', async () => {
    const signature = SignatureSchema.parse(JSON.parse(await readFile(join(run, 'result.sig.json'), 'utf8')));
    expect(signature.report.map(({ file }) => file)).toEqual(files);
    expect(await readFile(join(run, 'report/result.sig.json'))).toEqual(
      await readFile(join(run, 'result.sig.json')),
    );
    const all = await verifyPath(run);
    expect(all).toMatchObject({ genuine: true, signedBy: signature.signedBy, keyNamed: false, problems: [] });
    const entries = await readdir(join(run, 'report'), { recursive: true, withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    expect([...all.checked].sort()).toEqual([...names, join(run, 'result.json')].sort());
    for (const path of [
      ...names,
      `${run}/`,
      join(run, 'report'),
      join(run, 'result.json'),
      join(run, 'result.sig.json'),
    ])
      expect(await wrongIn(path, run), path).toEqual([]);
    const one = await verifyPath(join(run, 'report/figures.csv'));
    expect(one.checked).toEqual([join(run, 'report/figures.csv')]);
  });

  it('is genuine as a report that is handed on alone, under another name', async () => {
    await using copy = await copyRun();
    const handedOn = join(copy.folder, '..', 'Rapport fra Nordby');
    await rename(copy.report, handedOn);
    for (const path of ['', 'result.json', 'result.sig.json', ...files])
      expect(await wrongIn(join(handedOn, path), handedOn)).toEqual([]);
    await rm(join(handedOn, 'result.sig.json'));
    expect(await wrongIn(join(handedOn, 'rapport.html'), handedOn)).toEqual(['rapport.html: unsigned']);
    expect((await verifyPath(handedOn)).problems).toEqual([
      { file: handedOn, problem: 'unsigned', because: 'there is no result.sig.json beside it' },
    ]);
  });

  it('is found above a report whose own signature is gone', async () => {
    await using copy = await copyRun();
    await rm(join(copy.report, 'result.sig.json'));
    expect(await wrongIn(join(copy.report, 'rapport.html'), copy.folder)).toEqual([]);
    expect(await wrongIn(join(copy.report, 'result.json'), copy.folder)).toEqual([]);
    expect(await wrongIn(copy.folder, copy.folder)).toEqual(['report/result.sig.json: missing']);
  });

  it('stays genuine where result.json is indented or ordered otherwise, and no other file', async () => {
    await using copy = await copyRun();
    const result = JSON.parse(await readFile(join(copy.folder, 'result.json'), 'utf8'));
    const other = JSON.stringify(Object.fromEntries(Object.entries(result).reverse()), null, '\t');
    for (const path of [copy.folder, copy.report])
      await writeFile(join(path, 'result.json'), `\uFEFF${other}\r\n`);
    const signature = JSON.parse(await readFile(join(copy.folder, 'result.sig.json'), 'utf8'));
    await writeFile(join(copy.report, 'result.sig.json'), JSON.stringify(signature));
    expect(await wrongIn(copy.folder, copy.folder)).toEqual([]);
    expect(await wrongIn(copy.report, copy.folder)).toEqual([]);
    const html = await readFile(join(copy.report, 'rapport.html'), 'utf8');
    await writeFile(join(copy.report, 'rapport.html'), html.replaceAll('\n', '\r\n'));
    expect(await wrongIn(copy.report, copy.folder)).toEqual(['report/rapport.html: altered']);
  });

  it('fails with a reason after a change of one bit in any signed file', { timeout: 120_000 }, async () => {
    await using copy = await copyRun();
    const signed = ['result.json', 'report/result.json', ...files.map((file) => `report/${file}`)];
    const whole = new Map<string, Buffer>();
    for (const file of signed) whole.set(file, await readFile(join(copy.folder, file)));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...signed), fc.nat(), fc.nat({ max: 7 }), async (file, place, bit) => {
        const bytes = Buffer.from(whole.get(file)!);
        bytes[place % bytes.length]! ^= 1 << bit;
        // The last digits of a number beyond what it can hold: every reader gets the same number.
        fc.pre(!file.endsWith('.json') || !sameValue(bytes, whole.get(file)!));
        await writeFile(join(copy.folder, file), bytes);
        expect(await wrongIn(copy.folder, copy.folder)).toEqual([`${file}: altered`]);
        expect(await wrongIn(join(copy.folder, file), copy.folder)).toEqual([`${file}: altered`]);
        await writeFile(join(copy.folder, file), whole.get(file)!);
      }),
      { numRuns: 150 },
    );
    expect(await wrongIn(copy.folder, copy.folder)).toEqual([]);
  });

  it('fails with a reason after a change of one bit in the signature, unless it says the same', {
    timeout: 120_000,
  }, async () => {
    await using copy = await copyRun();
    const file = join(copy.report, 'result.sig.json');
    const whole = await readFile(file);
    const reasons = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 7 }), async (place, bit) => {
        const bytes = Buffer.from(whole);
        bytes[place]! ^= 1 << bit;
        await writeFile(file, bytes);
        const found = await wrongIn(copy.report, copy.report);
        expect(found).toHaveLength(1);
        expect(found[0]).toMatch(/^result\.sig\.json: (damagedSignature|wrongSignature)$/u);
        reasons.add(found[0]!);
        expect(await wrongIn(copy.folder, copy.folder)).toEqual(['report/result.sig.json: altered']);
      }),
      { numRuns: 150 },
    );
    expect(reasons.size).toBe(2);
  });

  it('names each file that is altered, missing or additional', async () => {
    await using copy = await copyRun();
    await writeFile(join(copy.report, 'figures.csv'), 'model\n');
    await rm(join(copy.report, 'findings.csv'));
    await mkdir(join(copy.report, 'andet'));
    await writeFile(join(copy.report, 'andet', 'rapport.html'), '<p>99 %</p>');
    await symlink('rapport.html', join(copy.report, 'rapport-2.html'));
    await writeFile(join(copy.folder, 'rapport.html'), '<p>99 %</p>');
    const inReport = [
      'figures.csv: altered',
      'findings.csv: missing',
      'rapport-2.html: additional',
      'andet/rapport.html: additional',
    ].sort();
    expect(await wrongIn(copy.report, copy.report)).toEqual(inReport);
    expect(await wrongIn(copy.folder, copy.folder)).toEqual(
      ['rapport.html: additional', ...inReport.map((each) => `report/${each}`)].sort(),
    );
    expect(await wrongIn(join(copy.report, 'andet/rapport.html'), copy.report)).toEqual([
      'andet/rapport.html: unsigned',
    ]);
    expect(await wrongIn(join(copy.folder, 'rapport.html'), copy.folder)).toEqual(['rapport.html: altered']);
    expect(await wrongIn(join(copy.report, 'rapport.html'), copy.report)).toEqual([]);
  });

  it('is not put in doubt by what a system leaves in every folder, but by what hides under such a name', async () => {
    await using copy = await copyRun();
    for (const name of ['.DS_Store', 'Thumbs.db', 'desktop.ini'])
      await writeFile(join(copy.report, name), 'x');
    expect(await wrongIn(copy.folder, copy.folder)).toEqual([]);
    for (const folder of [copy.folder, copy.report]) {
      await mkdir(join(folder, 'x'));
      await writeFile(join(folder, 'x', 'desktop.ini'), 'x');
    }
    await rm(join(copy.report, 'desktop.ini'));
    await mkdir(join(copy.report, 'desktop.ini'));
    await writeFile(join(copy.report, 'desktop.ini', 'rapport.html'), 'x');
    expect(await wrongIn(copy.folder, copy.folder)).toEqual([
      'report/desktop.ini/rapport.html: additional',
      'x: additional',
    ]);
  });

  it('is not that of another run, though both are genuine', async () => {
    const other = await runs.measure('other', { models: ['anden'] });
    await using copy = await copyRun();
    for (const name of ['result.sig.json', 'report/result.sig.json'])
      await cp(join(other, name), join(copy.folder, name));
    expect(await wrongIn(copy.folder, copy.folder)).toEqual([
      ...[...files, 'result.json'].map((file) => `report/${file}: altered`).sort(),
      'result.json: altered',
    ]);
    await cp(join(run, 'result.sig.json'), join(copy.folder, 'result.sig.json'));
    expect(await wrongIn(copy.folder, copy.folder)).toEqual(['report/result.sig.json: altered']);
  });
});

describe('whose key it is', () => {
  it('is told, and checked where a key is named', async () => {
    await using place = await temporaryFolder();
    const signature: Signature = JSON.parse(await readFile(join(run, 'result.sig.json'), 'utf8'));
    const own = Buffer.from(signature.publicKey, 'base64');
    const other = createLocalSigner(generateKeyPairSync('ed25519').privateKey).publicKey;
    const write = async (name: string, text: string) => {
      await writeFile(join(place.folder, name), text);
      return join(place.folder, name);
    };
    for (const key of [
      await write('a.pem', renderPublicKeyPem(own)),
      await write('a.txt', signature.publicKey),
    ]) {
      expect(await verifyPath(run, key)).toMatchObject({ genuine: true, keyNamed: true });
    }
    const wrong = await write('b.pem', renderPublicKeyPem(other));
    expect(await wrongIn(run, run, wrong)).toEqual(['result.sig.json: otherKey']);
    expect(await wrongIn(join(run, 'report/rapport.html'), run, wrong)).toEqual([
      'report/result.sig.json: otherKey',
    ]);
  });

  it('is not hidden by signing what was altered anew', async () => {
    await using copy = await copyRun();
    await using place = await temporaryFolder();
    const genuine: Signature = JSON.parse(await readFile(join(run, 'result.sig.json'), 'utf8'));
    const key = join(place.folder, 'key.pem');
    await writeFile(key, renderPublicKeyPem(Buffer.from(genuine.publicKey, 'base64')));
    const text = (await readFile(join(run, 'result.json'), 'utf8')).replace('"god"', '"bedst"');
    const forger = createLocalSigner(generateKeyPairSync('ed25519').privateKey, genuine.signedBy);
    const forged = await signResult(text, genuine.report, forger);
    for (const folder of [copy.folder, copy.report]) {
      await writeFile(join(folder, 'result.json'), text);
      await writeFile(join(folder, 'result.sig.json'), JSON.stringify(forged));
    }
    expect(await verifyPath(copy.folder)).toMatchObject({ genuine: true, signedBy: genuine.signedBy });
    expect(await wrongIn(copy.folder, copy.folder, key)).toEqual(['result.sig.json: otherKey']);
    // The name and the key of the genuine one, with the forger's signature.
    const mixed = { ...forged, publicKey: genuine.publicKey };
    await writeFile(join(copy.folder, 'result.sig.json'), JSON.stringify(mixed));
    expect(await wrongIn(copy.folder, copy.folder, key)).toEqual(['result.sig.json: wrongSignature']);
  });
});

describe('what others wrote', () => {
  it.each([
    ['no JSON', '{', 'it is no JSON'],
    ['no UTF-8', Buffer.of(0xff), 'it is no UTF-8 text'],
    ['nested deep', '['.repeat(1_000_000) + ']'.repeat(1_000_000), 'it is nested too deep'],
    [
      'no signature',
      '{"schema":"maalestok.signature.v2"}',
      'it is not a signature of the form maalestok.signature.v1',
    ],
    ['two of a field', '{"schema":1,"schema":1}', 'it names a field twice'],
  ])('is told in constant words: a signature that is %s', async (_, text, because) => {
    await using copy = await copyRun();
    const file = join(copy.folder, 'result.sig.json');
    await writeFile(file, text);
    expect((await verifyPath(copy.folder)).problems).toEqual([
      { file, problem: 'damagedSignature', because },
    ]);
  });

  it.each([
    ['no JSON', 'x', 'it is no JSON'],
    ['a second head', '{"models":[],', 'it names a field twice'],
  ])('is told in constant words: a result with %s', async (_, head, because) => {
    await using copy = await copyRun();
    const file = join(copy.folder, 'result.json');
    await writeFile(file, head + (await readFile(file, 'utf8')).slice(1));
    expect((await verifyPath(file)).problems).toEqual([{ file, problem: 'altered', because }]);
  });

  it('is not read where it is no file', async () => {
    await using copy = await copyRun();
    const file = join(copy.report, 'figures.csv');
    await rm(file);
    await mkdir(file);
    expect((await verifyPath(copy.report)).problems).toEqual([
      { file, problem: 'altered', because: 'it is no file' },
    ]);
    await rm(file, { recursive: true });
    await symlink('/dev/zero', file);
    expect((await verifyPath(copy.report)).problems).toEqual([
      { file, problem: 'altered', because: 'it is no file' },
    ]);
  });

  it.skipIf(process.getuid?.() === 0)('is told to be unreadable, and not altered', async () => {
    await using copy = await copyRun();
    await chmod(join(copy.report, 'figures.csv'), 0);
    await expect(verifyPath(copy.report)).rejects.toThrow(/cannot be read \(EACCES\)/u);
  });
});

function sameValue(a: Buffer, b: Buffer): boolean {
  try {
    return JSON.stringify(JSON.parse(a.toString())) === JSON.stringify(JSON.parse(b.toString()));
  } catch {
    return false;
  }
}
