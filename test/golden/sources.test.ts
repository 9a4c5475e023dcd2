import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;
const names = await readdir(here);
/** The heads of the scripts: what each made, from what, with which versions. */
const heads = await Promise.all(
  names
    .filter((name) => name.endsWith('.py'))
    .map(async (name) => ({
      made: name.replace(/py$/u, 'json'),
      text: (await readFile(join(here, name), 'utf8')).split('"""')[1] ?? '',
    })),
);

test.each(names.filter((name) => name.endsWith('.json')))(
  '%s names its source and versions',
  async (name) => {
    const value: unknown = JSON.parse(await readFile(join(here, name), 'utf8'));
    const inFile = Object(value) as { source?: unknown; versions?: unknown };
    const said = typeof inFile.source === 'string' && typeof inFile.versions === 'object';
    const head = heads.find(({ made, text }) => made === name || text.includes(name));
    if (!said) expect(head?.text).toMatch(/\b(Python|NumPy|SciPy|scikit-learn) \d/u);
  },
);

test('no checked value lies unread', async () => {
  const tests = await readdir(join(here, '..'), { recursive: true });
  const texts = await Promise.all(
    tests.filter((name) => name.endsWith('.test.ts')).map((name) => readFile(join(here, '..', name), 'utf8')),
  );
  const unread = names.filter(
    (name) => name.endsWith('.json') && !texts.some((text) => text.includes(`golden/${name}`)),
  );
  expect(unread).toEqual([]);
});
