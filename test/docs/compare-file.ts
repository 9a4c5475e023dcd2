import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { expect } from 'vitest';

export const root = resolve(import.meta.dirname, '../..');

/** The path of a file under `docs/`. */
export function docsPath(path: string): string {
  return resolve(root, 'docs', path);
}

/** Holds a generated file to its source, byte for byte; with `UPDATE=1` in the environment, writes it instead. */
export async function compareFile(path: string, content: string): Promise<void> {
  if (process.env.UPDATE === '1') {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  const stored = await readFile(path, 'utf8').catch(() => '(no such file)');
  expect(stored, `${relative(root, path)} is out of date: UPDATE=1 npx vitest run test/docs`).toBe(content);
}

/** The same for the part of a file between `<!-- NAME:begin -->` and `<!-- NAME:end -->`. */
export async function compareSection(path: string, name: string, content: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const [begin, end] = [`<!-- ${name}:begin -->\n`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  expect(from, `${relative(root, path)} has no section ${name}`).toBeGreaterThanOrEqual(0);
  expect(to).toBeGreaterThan(from);
  await compareFile(path, text.slice(0, from) + begin + content + text.slice(to));
}
