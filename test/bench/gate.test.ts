import { describe, expect, it } from 'vitest';
import { halfOf } from '../../bench/gate/halves.ts';
import { makeCorpus } from '../../bench/gate/make-corpus.ts';
import { summariseScore } from '../../bench/gate/render-score.ts';
import { scoreCorpus } from '../../bench/gate/score-corpus.ts';
import { detect } from '../../datasets/privacy/detect.ts';

describe('the benchmark of the gate', () => {
  it('makes the same corpus from the same seed, each kind of identifier and of look-alike alike often', () => {
    const corpus = makeCorpus('s', 'tuning', 5);
    expect(makeCorpus('s', 'tuning', 5)).toEqual(corpus);
    expect(makeCorpus('t', 'tuning', 5)).not.toEqual(corpus);
    expect(corpus.flatMap(({ planted }) => planted)).toHaveLength(23 * 5);
    expect(corpus.flatMap(({ lookAlikes }) => lookAlikes)).toHaveLength(20 * 5);
    for (const { text, planted } of corpus) {
      for (const { start, end } of planted) expect(text.slice(start, end).trim()).not.toBe('');
    }
  });

  it('parts every list in two halves that share nothing', () => {
    const list = Array.from({ length: 100 }, (_, at) => `entry ${at}`);
    const halves = [halfOf(list, 'tuning'), halfOf(list, 'held-out')];
    expect(halves.flat().sort()).toEqual(list.toSorted());
    expect(halves.every(({ length }) => length > 30)).toBe(true);
  });

  it('counts a miss, a wrong kind and a half-found number as what they are', () => {
    const text = 'cpr 140244-6123 og Skov';
    const corpus = [
      {
        text,
        planted: [{ kind: 'cpr', start: 4, end: 15 }],
        lookAlikes: [{ what: 'natureWord', start: 19, end: 23 }],
      },
    ];
    const span = (kind: 'cpr' | 'name' | 'phone', start: number, end: number) => ({
      kind,
      start,
      end,
      confidence: 1,
    });
    const figures = (...spans: ReturnType<typeof span>[]) => summariseScore(scoreCorpus(corpus, () => spans));
    expect(figures(span('cpr', 4, 15))).toEqual({ recall: 1, precision: 1, worstKindRecall: 1 });
    expect(figures(span('cpr', 4, 14))).toEqual({ recall: 0, precision: 1, worstKindRecall: 0 });
    expect(figures(span('phone', 4, 15))).toEqual({ recall: 0, precision: 0, worstKindRecall: 0 });
    expect(figures(span('cpr', 4, 15), span('name', 19, 23))).toEqual({
      recall: 1,
      precision: 0.5,
      worstKindRecall: 1,
    });
  });

  it('holds the aims on the tuning half with another seed', () => {
    const { recall, precision, worstKindRecall } = summariseScore(
      scoreCorpus(makeCorpus('test', 'tuning', 60), detect),
    );
    expect(recall).toBeGreaterThanOrEqual(0.99);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(worstKindRecall).toBeGreaterThanOrEqual(0.97);
  });
});
