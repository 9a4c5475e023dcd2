import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeFileLock } from '../../../functions/adapters/file-lock.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const module = resolve(import.meta.dirname, '../../../functions/adapters/file-lock.ts');

/** A process that takes the lock, says so, and lives until it is killed. */
function startHolder(path: string) {
  const code = `const { takeFileLock } = await import(${JSON.stringify(module)});
    await takeFileLock(${JSON.stringify(path)}).then(() => console.log('held'), () => console.log('refused'));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = new Promise<string>((done) => {
    child.stdout.setEncoding('utf8').once('data', (text: string) => done(text.trim()));
  });
  const kill = () =>
    new Promise<void>((done) => {
      child.once('close', () => done());
      child.kill('SIGKILL');
    });
  return { pid: child.pid!, said, kill };
}

describe('takeFileLock', () => {
  it('makes the folder, refuses a second holder and names the first, and is free again once given back', async () => {
    await using temporary = await temporaryFolder();
    const path = join(temporary.folder, 'deep', 'er', 'run.lock');
    const release = await takeFileLock(path);
    await expect(takeFileLock(path)).rejects.toThrow(
      new RegExp(`in use by process ${process.pid} on .*\\n.*nothing is lost.*run\\.lock`, 'u'),
    );
    await release();
    expect(await readdir(join(path, '..'))).toEqual([]);
    const again = await takeFileLock(path);
    await again();
  });

  it('takes over from a killed process, and not from a living one', async () => {
    await using temporary = await temporaryFolder();
    const path = join(temporary.folder, 'run.lock');
    const first = startHolder(path);
    expect(await first.said).toBe('held');
    await expect(takeFileLock(path)).rejects.toThrow(`process ${first.pid} `);
    await first.kill();
    const release = await takeFileLock(path);
    expect(await readFile(path, 'utf8')).toContain(`"pid":${process.pid},`);
    await release();
  });

  it('gives a left lock to one of several who want it at once', async () => {
    await using temporary = await temporaryFolder();
    const path = join(temporary.folder, 'run.lock');
    const left = startHolder(path);
    await left.said;
    await left.kill();
    const wanting = Array.from({ length: 6 }, () => startHolder(path));
    const said = await Promise.all(wanting.map((each) => each.said));
    await Promise.all(wanting.map((each) => each.kill()));
    expect(said.filter((word) => word === 'held')).toHaveLength(1);
    expect(said.filter((word) => word === 'refused')).toHaveLength(5);
  });

  it.each([
    [
      'a later process has the number of the one that is gone',
      { started: '1' },
      existsSync('/proc/self/stat'),
    ],
    ['the process is on another machine', { host: 'elsewhere' }, false],
  ])('where %s', async (_, changes, taken) => {
    await using temporary = await temporaryFolder();
    const path = join(temporary.folder, 'run.lock');
    const holder = { pid: process.pid, host: hostname(), started: null, id: 'x', ...changes };
    await writeFile(path, JSON.stringify(holder));
    if (taken) await (await takeFileLock(path))();
    else await expect(takeFileLock(path)).rejects.toThrow(/in use by process \d+ on /u);
  });

  it('takes over one that a kill left empty', async () => {
    await using temporary = await temporaryFolder();
    const path = join(temporary.folder, 'run.lock');
    await writeFile(path, '');
    await utimes(path, 0, 0);
    await (await takeFileLock(path))();
  });

  it('leaves a lock that is no longer its own', async () => {
    await using temporary = await temporaryFolder();
    const path = join(temporary.folder, 'run.lock');
    const release = await takeFileLock(path);
    await writeFile(path, 'of another');
    await release();
    expect(await readFile(path, 'utf8')).toBe('of another');
  });

  it('says so where the folder cannot be made', async () => {
    await using temporary = await temporaryFolder();
    await writeFile(join(temporary.folder, 'file'), '');
    await expect(takeFileLock(join(temporary.folder, 'file', 'run', 'run.lock'))).rejects.toThrow(
      /a place under a file, expected a folder/u,
    );
  });
});
