import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AnnotationSchema } from '../../../datasets/label.ts';
import { takeFileLock } from '../../../functions/adapters/file-lock.ts';
import { editWorkbook } from '../../support/edit-workbook.ts';
import { runCli } from '../../support/run-cli.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../../support/small-dataset.ts';

const ids = ['c1', 'c2'];

/** A data set, and a filled sheet of each caseworker. */
async function prepare(folder: string, annotators: readonly string[]): Promise<void> {
  await writeSmallDataset(join(folder, 'data'), {
    test: { cases: ids.map((id) => smallCase(id)), labels: ids.map((id) => smallLabel(id, [])) },
  });
  for (const annotator of annotators) {
    const file = `${annotator}.xlsx`;
    const args = ['labels', 'export', '--dataset', 'data', '--annotator', annotator, '--out', file];
    expect((await runCli(args, { cwd: folder })).code).toBe(0);
    await editWorkbook(join(folder, file), (open) => {
      for (const id of ids) {
        const sheet = open(id);
        sheet.set(sheet.rowOf('Konklusion (skal udfyldes)'), 1, 'sagen er fuldt oplyst');
      }
    });
  }
}

const importOf = (folder: string, annotator: string) =>
  runCli(['labels', 'import', `${annotator}.xlsx`, '--dataset', 'data', '--annotator', annotator], {
    cwd: folder,
  });

async function annotatorsOf(folder: string): Promise<string[]> {
  const card = JSON.parse(await readFile(join(folder, 'data/card.json'), 'utf8'));
  const text = await readFile(join(folder, 'data', card.splits.test.annotations), 'utf8');
  const read = text
    .trimEnd()
    .split('\n')
    .map((line) => AnnotationSchema.parse(JSON.parse(line)));
  return read.map(({ caseId, annotatorId }) => `${annotatorId} ${caseId}`).sort();
}

describe('imports of two caseworkers at once', () => {
  it('lose nobody: who is refused is told so, and comes in the next time', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const annotators = ['anna', 'bo', 'carla'];
    await prepare(folder, annotators);
    const results = await Promise.all(annotators.map((annotator) => importOf(folder, annotator)));
    for (const [at, { code, stderr }] of results.entries()) {
      if (code === 0) continue;
      expect(code).toBe(2);
      expect(stderr).toContain('data: in use by process');
      expect((await importOf(folder, annotators[at]!)).code).toBe(0);
    }
    expect(await annotatorsOf(folder)).toEqual(
      annotators.flatMap((name) => ids.map((id) => `${name} ${id}`)),
    );
  });

  it('is refused where another works on the data set, and nothing changes', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await prepare(folder, ['anna']);
    const before = await readFile(join(folder, 'data/card.json'), 'utf8');
    const release = await takeFileLock(join(folder, 'data.lock'));
    const refused = await importOf(folder, 'anna');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(`data: in use by process ${process.pid} on `);
    expect(await readFile(join(folder, 'data/card.json'), 'utf8')).toBe(before);
    await release();
    expect((await importOf(folder, 'anna')).code).toBe(0);
    expect(await annotatorsOf(folder)).toEqual(['anna c1', 'anna c2']);
  });
});
