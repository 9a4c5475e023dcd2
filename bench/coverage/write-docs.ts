import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderCells } from './render-cells.ts';
import type { Result } from './task.ts';

export const BEGIN = '<!-- bench:coverage begins: written by `npm run bench:coverage -- --write` -->';
export const END = '<!-- bench:coverage ends -->';

const docs = resolve(import.meta.dirname, '..', '..', 'docs');

/** Puts the tables between the markers of docs/statistics.md, and all cells into docs/statistics-cells.csv. */
export function writeDocs(report: string, results: readonly Result[]): void {
  const page = join(docs, 'statistics.md');
  writeFileSync(page, replaceBlock(readFileSync(page, 'utf8'), report));
  writeFileSync(join(docs, 'statistics-cells.csv'), renderCells(results));
}

/** @throws Error where the page has not both markers, in order. */
export function replaceBlock(page: string, block: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error('Cannot write the tables: docs/statistics.md lacks its markers');
  return `${page.slice(0, from + BEGIN.length)}\n\n${block}\n\n${page.slice(to)}`;
}
