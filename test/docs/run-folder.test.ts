import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runKeys } from '../../evals/run-keys.ts';
import { renderJsonSchema } from '../../functions/json-schemas.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/small-dataset.ts';
import { docsPath } from './compare-file.ts';

const page = () => readFile(docsPath('run-folder.md'), 'utf8');
const suite = docsPath('vendors/example/suite.yaml');

async function run(out: string): Promise<string> {
  const done = await runCli(['run', '--suite', suite, '--out', out]);
  expect(done.code).toBe(0);
  return join(out, (await readdir(out))[0]!);
}

async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = paths.map(
    async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const,
  );
  return new Map(await Promise.all(read));
}

/** The page's rows of files: pattern of the path → whether the bytes are the same between runs. */
async function documentedFiles(): Promise<{ pattern: RegExp; same: boolean }[]> {
  return [...(await page()).matchAll(/^\| (`[^|]*`) \|[^|]*\|[^|]*\| (yes|no)/gmu)].flatMap(
    ([, names, same]) =>
      [...names!.matchAll(/`([^`]+)`/gu)].map(([, name]) => ({
        pattern: new RegExp(`^${name!.replaceAll('.', '\\.').replaceAll(/<\w+>/gu, '[^/]+')}$`, 'u'),
        same: same === 'yes',
      })),
  );
}

describe('docs/run-folder.md', () => {
  it('names every file of a run, and says rightly which are the same to the byte', async () => {
    await using temporary = await temporaryFolder();
    const first = await filesOf(await run(join(temporary.folder, 'first')));
    const second = await filesOf(await run(join(temporary.folder, 'second')));
    expect([...second.keys()].sort()).toEqual([...first.keys()].sort());
    const documented = await documentedFiles();
    for (const [name, content] of first) {
      const row = documented.find(({ pattern }) => pattern.test(name));
      expect(row, `${name} is not in the table`).toBeDefined();
      if (row!.same) expect(second.get(name), name).toBe(content);
    }
  });

  it('has every place that a run writes to', async () => {
    const documented = await documentedFiles();
    const { run: record, lock, shards, screenings, journal, calls, scores, result, operation } = runKeys;
    const keys = [
      record,
      lock,
      shards,
      screenings('m', '1'),
      journal('m', '1'),
      calls('m'),
      scores('m'),
      result,
      operation,
    ];
    for (const key of keys)
      expect(
        documented.filter(({ pattern }) => pattern.test(key)),
        key,
      ).toHaveLength(1);
  });

  it('explains every key of result.json', async () => {
    const text = (await page()).split('## result.json')[1]!;
    const keys = new Set<string>();
    collectKeys(JSON.parse(renderJsonSchema('result')), keys);
    expect(keys.size).toBeGreaterThan(80);
    // Explained with the protocol of a suite, not with its figures.
    const protocol = [
      'repeats',
      'timeoutMs',
      'retries',
      'shown',
      'fields',
      'documents',
      'files',
      'localRules',
    ];
    const missing = [...keys].filter((key) => !protocol.includes(key) && !isExplained(text, key));
    expect(missing).toEqual([]);
  });
});

/** As code of its own, or within a list in braces. */
function isExplained(text: string, key: string): boolean {
  return [...text.matchAll(/`([^`]+)`/gu)].some(([, code]) => code!.split(/[^\p{L}\p{N}]+/u).includes(key));
}

/** Every name of a property, at any depth. */
function collectKeys(schema: unknown, keys: Set<string>): void {
  if (schema === null || typeof schema !== 'object') return;
  for (const [name, value] of Object.entries(schema)) {
    if (name === 'properties') for (const key of Object.keys(value as object)) keys.add(key);
    collectKeys(value, keys);
  }
}
