import { existsSync, mkdirSync } from 'node:fs';
import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../functions/adapters/make-folder.ts';
import { exitCodeOf, renderError } from '../../../functions/cli/exit.ts';
import { LineSink } from '../../../functions/intake/line-sink.ts';
import { csv, goodRow, header, smallMapping } from '../../support/intake.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

/** What a user sees of an error that the file system gave. */
async function shown(action: () => Promise<unknown>, folder = '/dev/null'): Promise<[number, string]> {
  const error = await action().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return [exitCodeOf(error), renderError(error).replaceAll(folder, '.')];
}

describe('a refusal of the file system', () => {
  it('names the path and what to do, and is no bug of ours', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const file = join(folder, 'a');
    await writeFile(file, 'x');
    await mkdir(join(folder, 'b/c'), { recursive: true });
    expect(await shown(() => readFile(join(folder, 'b/c'), 'utf8'), folder)).toEqual([
      2,
      'Error: a folder (EISDIR), expected a file\n  Name a file in it, or move the folder away.',
    ]);
    expect(await shown(() => readFile(join(file, 'x')), folder)).toEqual([
      2,
      'Error: ./a/x: a path that leads through a file (ENOTDIR), expected a path through folders\n  Check the path.',
    ]);
    expect(await shown(() => mkdir(file), folder)).toEqual([
      2,
      'Error: ./a: something that is there already (EEXIST), expected a free place\n  Move it away, or name another place.',
    ]);
    expect(await shown(() => rmdir(join(folder, 'b')), folder)).toEqual([
      2,
      'Error: ./b: a folder with something in it (ENOTEMPTY), expected an empty one, or none\n  Move it away, or name another place.',
    ]);
    expect((await shown(async () => Promise.reject(new Error('ours'))))[0]).toBe(70);
  });

  it.runIf(existsSync('/dev/full'))('names the file of which the rest finds no room', async () => {
    const write = async () => {
      const sink = await LineSink.open('/dev/full');
      await sink.bytes(Buffer.from('x'));
    };
    expect(await shown(write)).toEqual([
      2,
      'Error: /dev/full: no room left on the disk (ENOSPC), expected room for what is written\n' +
        '  Make room there, or name a place on another disk, and repeat the command.',
    ]);
  });
});

describe('makeFolder', () => {
  it('makes a folder and those above, also twice and at once, and none under a file', async () => {
    await using temporary = await temporaryFolder();
    const deep = join(temporary.folder, 'a/b/c');
    await Promise.all([makeFolder(deep), makeFolder(deep), makeFolder(join(temporary.folder, 'a/b/d'))]);
    await makeFolder(deep);
    expect(existsSync(deep)).toBe(true);
    await writeFile(join(deep, 'fil'), '');
    await expect(makeFolder(join(deep, 'fil/x'))).rejects.toThrow(/fil\/x: a place under a file/u);
  });
});

describe('makeFolder beside another process', () => {
  it('fails at no moment at which the other makes the folder above', async () => {
    await using temporary = await temporaryFolder();
    for (let round = 0; round < 1500; round += 1) {
      const above = join(temporary.folder, String(round));
      const made = makeFolder(join(above, 'a'));
      // Between any two of its steps, in one round or another.
      for (let turn = 0; turn < round % 15; turn += 1) await new Promise((next) => setImmediate(next));
      mkdirSync(above, { recursive: true });
      await made;
      expect(existsSync(join(above, 'a'))).toBe(true);
    }
  });
});

describe('an intake', () => {
  it('ends with an error where nothing can be written or read', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await writeFile(join(folder, 'a.csv'), csv(header, goodRow));
    await writeFile(join(folder, 'm.yaml'), smallMapping());
    const take = async (...args: string[]) => {
      const { code, stderr } = await runCli(['intake', ...args], { cwd: folder, killAfterMs: 60_000 });
      return [code, stderr.replaceAll(`${folder}/`, '')];
    };
    if (existsSync('/proc/self')) {
      expect(await take('a.csv', '--mapping', 'm.yaml', '--out', '/proc/foo/bar')).toEqual([
        2,
        'Error: /proc/foo: a place where the system makes no folder, expected a folder, or a place where one can be made\n',
      ]);
      expect(await take('a.csv', '--mapping', 'm.yaml', '--out', '/proc/foo')).toEqual([
        2,
        'Error: /proc/foo.lock: a place where the system makes no file, expected a place where files can be made\n',
      ]);
    }
    expect(await take('a.csv', '--mapping', 'm.yaml', '--out', 'a.csv/ud')).toEqual([
      2,
      'Error: a.csv: a place under a file, expected a folder, or a place where one can be made\n',
    ]);
    expect(await take('a.csv', '--mapping', 'm.yaml', '--out', '')).toEqual([
      2,
      'Error: flag --out: nothing, expected the name of a folder, like my-cases\n',
    ]);
    expect(await take('a.csv', '--mapping', '.', '--out', 'ud')).toEqual([
      2,
      'Error: .: a folder, expected a mapping (YAML)\n  See docs/examples/intake/ for one.\n',
    ]);
    expect(existsSync(join(folder, 'ud'))).toBe(false);
  });
});
