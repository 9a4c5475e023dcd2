import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../evals/steps/compare-runs.ts';
import { renderComparison } from '../../functions/cli/render-comparison.ts';
import { hostileText } from '../support/hostile-text.ts';
import { type AnsweringModel, scoreInMemory } from '../support/memory-run.ts';
import { smallCase, smallLabel } from '../support/small-dataset.ts';

const ids = Array.from({ length: 12 }, (_, at) => `c${at}`);
const data = { cases: ids.map((id) => smallCase(id)), labels: ids.map((id) => smallLabel(id, [])) };

/** Every case is complete: who says nothing is right, who finds something is wrong. */
const quiet: AnsweringModel = { id: 'stille', answer: () => ({}) };
const loud: AnsweringModel = {
  id: 'alarm',
  answer: () => ({ findings: [{ findingId: 'f1', text: '', code: 'x1', citations: [], evidence: [] }] }),
};

const compare = async (measure: 'f1' | 'false-alarm', models: readonly AnsweringModel[] = [quiet, loud]) =>
  compareRuns(
    await Promise.all(
      models.map((model, at) => scoreInMemory({ runId: `run-${at}`, data, models: [model] })),
    ),
    measure,
  );

describe('renderComparison', () => {
  it('calls the lower one better where lower is better', async () => {
    const comparison = await compare('false-alarm');
    const da = renderComparison(comparison, 'da');
    expect(da).toContain('stille mod alarm: stille er bedre end alarm.');
    expect(da).toContain('Forskel −100,0 point');
    expect(da).toMatch(/nr\. 1 .*stille[\s\S]*nr\. 2 .*alarm/u);
    expect(renderComparison(comparison, 'en')).toContain(
      'stille against alarm: stille is better than alarm.',
    );
  });

  it('places nobody by a figure that is undefined, and says why it is', async () => {
    const text = renderComparison(await compare('f1'), 'da');
    expect(text).toContain('ikke placeret');
    expect(text).toContain('der var hverken mangler eller fund');
    expect(text).toContain('Kan ikke sammenlignes: mindst det ene tal er ikke defineret.');
    expect(text).not.toMatch(/NaN|null|undefined/u);
  });

  it('says that one model alone has nothing to be compared with', async () => {
    const comparison = await compare('false-alarm', [loud, loud]);
    expect(comparison.models).toHaveLength(1);
    expect(renderComparison(comparison, 'da')).toContain('Der er kun én model');
  });

  it('shows text of unknown origin on one line, without control characters', async () => {
    const comparison = await compare('false-alarm');
    for (const text of Object.values(hostileText)) {
      const [first, ...others] = comparison.models;
      const rendered = renderComparison(
        {
          ...comparison,
          dataset: { ...comparison.dataset, titleDa: text, version: text },
          runs: comparison.runs.map((run) => ({ ...run, name: text })),
          models: [{ ...first!, model: { ...first!.model, version: text }, runs: [text, text] }, ...others],
        },
        'da',
      );
      expect(rendered.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      const lines = (of: string) => of.split('\n').length;
      // One more: the note on the model that stands in two runs.
      expect(lines(rendered)).toBe(lines(renderComparison(comparison, 'da')) + 1);
    }
  });
});
