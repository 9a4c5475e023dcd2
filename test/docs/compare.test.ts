import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ComparisonSchema } from '../../evals/comparison.ts';
import { boardMeasures } from '../../evals/scores/board-measure.ts';
import { docsPath } from './compare-file.ts';

const page = () => readFile(docsPath('compare.md'), 'utf8');

describe('docs/compare.md', () => {
  it('explains every key of the record', async () => {
    const text = (await page()).split('## The record')[1]!;
    const { runs, models } = ComparisonSchema.shape;
    const keys = [ComparisonSchema.shape, runs.element.shape, models.element.shape].flatMap((shape) =>
      Object.keys(shape),
    );
    expect(keys.length).toBeGreaterThan(15);
    for (const key of keys) expect(text, key).toMatch(new RegExp(`\`${key}(\\[\\])?\``, 'u'));
  });

  it('lists every measure, and which end is better', async () => {
    const rows = [...(await page()).matchAll(/^\| `([a-z0-9-]+)` \|.*\| (higher|lower) \|$/gmu)];
    const listed = rows.map(([, id, better]) => [id, better === 'higher']);
    expect(listed).toEqual(
      Object.entries(boardMeasures).map(([id, { higherIsBetter }]) => [id, higherIsBetter]),
    );
  });
});
