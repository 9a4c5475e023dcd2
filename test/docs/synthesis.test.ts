import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { renderInjections } from '../../datasets/synthesis/render-injections.ts';

const file = resolve(import.meta.dirname, '../../docs/synthesis.md');
const [begin, end] = ['<!-- injections -->\n', '<!-- /injections -->'];

it('lists every way to bring a defect in', () => {
  const text = readFileSync(file, 'utf8');
  const [before, rest] = text.split(begin) as [string, string];
  const [, after] = rest.split(end) as [string, string];
  const renewed = `${before}${begin}${renderInjections()}${end}${after}`;
  if (process.env.UPDATE === '1') writeFileSync(file, renewed);
  expect(readFileSync(file, 'utf8')).toBe(renewed);
});
