import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Case, CaseSchema } from '../../datasets/case.ts';
import { runCli } from '../support/run-cli.ts';

const shipped = join(import.meta.dirname, '../../datasets/byggesag-da');

describe('maalestok synthesise', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'synthesise-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('makes a data set that a run can use, the same bytes for the same seed', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    const first = await runCli(['synthesise', '--cases', '20', '--seed', 'cli', '--out', one]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('byggesag-da-syntese 1.0.0: Syntetiske byggesager');
    await runCli(['synthesise', '--cases', '20', '--seed', 'cli', '--out', two]);
    expect(await hashes(two)).toEqual(await hashes(one));
    const checked = await runCli(['dataset', one]);
    expect(checked).toMatchObject({ code: 0, stderr: '' });
  });

  it('joins hand-written cases as they are, and makes what it had made before anew', async () => {
    const [one, two] = [join(folder, 'joined'), join(folder, 'joined-again')];
    const args = ['synthesise', '--cases', '20', '--seed', 'cli'];
    expect(await runCli([...args, '--join', shipped, '--out', one])).toMatchObject({ code: 0, stderr: '' });
    await runCli([...args, '--join', one, '--out', two]);
    expect(await hashes(two)).toEqual(await hashes(one));
    for (const file of ['practice.labels.jsonl', 'test.labels.jsonl']) {
      const lines = (await readFile(join(one, file), 'utf8')).trimEnd().split('\n');
      const before = (await readFile(join(shipped, file), 'utf8'))
        .trimEnd()
        .split('\n')
        .filter((line) => !/"provenance":"synthetic"/u.test(line));
      expect(lines).toEqual(expect.arrayContaining(before));
      expect(lines.length).toBeGreaterThan(before.length);
      const ids = lines.map((line) => (JSON.parse(line) as { caseId: string }).caseId);
      expect(ids).toEqual([...ids].sort());
    }
  });

  it('writes each drawing as a file that its case names, with --drawings pdf', async () => {
    const [one, two] = [join(folder, 'pdf-one'), join(folder, 'pdf-two')];
    const args = (out: string) => [
      'synthesise',
      '--cases',
      '10',
      '--seed',
      'pdf',
      '--drawings',
      'pdf',
      '--out',
      out,
    ];
    expect(await runCli(args(one))).toMatchObject({ code: 0, stderr: '' });
    await runCli(args(two));
    expect(await hashes(two)).toEqual(await hashes(one));
    expect(await runCli(['dataset', one])).toMatchObject({ code: 0, stderr: '' });

    const cases = await casesIn(one);
    expect(cases.length).toBe(10);
    const named = cases.flatMap(({ files }) => files);
    expect(named.length).toBeGreaterThan(10);
    expect(new Set(await readdir(join(one, 'files')))).toEqual(new Set(named.map(({ sha256 }) => sha256)));
    for (const { documents, files } of cases) {
      // A drawing is what was read off an image; it, and nothing else, has a file, of as many pages.
      const drawn = documents.filter(({ pages }) => pages.some(({ ocr }) => ocr === true));
      expect(documents.filter(({ fileId }) => fileId !== undefined)).toEqual(drawn);
      expect(files.map(({ fileId }) => fileId)).toEqual(drawn.map(({ fileId }) => fileId));
      for (const [at, file] of files.entries()) {
        const bytes = await readFile(join(one, 'files', file.sha256));
        expect(file).toEqual({
          fileId: `fil-${at + 1}`,
          name: `tegning-${at + 1}.pdf`,
          mediaType: 'application/pdf',
          sha256: createHash('sha256').update(bytes).digest('hex'),
          bytes: bytes.length,
        });
        const pdf = await PDFDocument.load(bytes);
        expect(pdf.getPageCount()).toBe(drawn[at]!.pages.length);
      }
    }
  });

  it('makes the same cases with files and without, and leaves no file that none names', async () => {
    const out = join(folder, 'again');
    const args = ['synthesise', '--cases', '10', '--seed', 'pdf', '--out', out];
    await runCli([...args, '--drawings', 'pdf']);
    const withFiles = await casesIn(out);
    expect((await readdir(join(out, 'files'))).length).toBeGreaterThan(0);
    await runCli(args);
    expect(await readdir(join(out, 'files'))).toEqual([]);
    const bare = withFiles.map(({ documents, ...rest }) => ({
      ...rest,
      documents: documents.map(({ fileId: _, ...document }) => document),
      files: [],
    }));
    expect(await casesIn(out)).toEqual(bare);
  });

  it('knows no other kind of drawing', async () => {
    const { code, stderr } = await runCli(['synthesise', '--cases', '10', '--drawings', 'dwg']);
    expect(code).not.toBe(0);
    expect(stderr).toContain('none or pdf');
  });

  it('leaves the folder of another data set alone', async () => {
    const other = await mkdtemp(join(folder, 'other-'));
    await writeFile(join(other, 'card.json'), '{"id":"mine"}');
    const { code, stderr } = await runCli(['synthesise', '--cases', '20', '--out', other]);
    expect(code).not.toBe(0);
    expect(stderr).toContain('the card of another data set');
    expect(await readdir(other)).toEqual(['card.json']);
  });

  it('asks for ten cases or more', async () => {
    const { code, stderr } = await runCli(['synthesise', '--cases', 'many', '--out', join(folder, 'none')]);
    expect(code).not.toBe(0);
    expect(stderr).toContain('a whole number of 10 or more');
  });
});

async function casesIn(folder: string): Promise<Case[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.cases.jsonl')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) =>
    text
      .trim()
      .split('\n')
      .map((line) => CaseSchema.parse(JSON.parse(line))),
  );
}

async function hashes(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();
  const pairs = names.map(
    async (name) =>
      [
        name,
        createHash('sha256')
          .update(await readFile(join(folder, name)))
          .digest('hex'),
      ] as const,
  );
  return Object.fromEntries(await Promise.all(pairs));
}
