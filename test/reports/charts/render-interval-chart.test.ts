import { expect, test } from 'vitest';
import { renderIntervalChart, shareAxis } from '../../../reports/charts/render-interval-chart.ts';
import { bareFigure, figureOf } from '../../support/figures.ts';

test('the axis of shares begins at zero, unless a figure falls below it', () => {
  const axis = (...figures: Parameters<typeof shareAxis>[1] & object) => {
    const { domain, reference, ticks } = shareAxis('en', figures);
    return { domain, reference, labels: ticks.map(({ label }) => label).join(' ') };
  };
  expect([
    axis(figureOf(0.2, 0, 0.4, 9)),
    axis(figureOf(0.1, -0.08, 0.3, 9), bareFigure(null, 'undefined')),
    axis(bareFigure(-0.6, 'tooFewCases', 3)),
    axis(figureOf(-1.2, -2.5, 0.3, 9)),
  ]).toEqual([
    { domain: [0, 1], labels: '0% 25 50% 75 100%' },
    { domain: [-0.25, 1], reference: 0, labels: '−25 0% 25 50% 75 100%' },
    { domain: [-0.75, 1], reference: 0, labels: '−75 −50% 0% 50% 100%' },
    { domain: [-3, 1], reference: 0, labels: '−300% 0% 100%' },
  ]);
});

const chart = {
  id: 'f1',
  title: 'F1 <b>',
  note: 'højere er bedre',
  rows: [
    { label: 'a & b', valueText: '50,0 %', value: 0.5, low: 0.25, high: 0.75 },
    { label: 'få sager', valueText: '100,0 %', value: 1, low: null, high: null },
    { label: '<script>', valueText: 'ikke defineret', value: null, low: null, high: null },
  ],
  intervals: ['25,0–75,0 %', 'intet interval', 'ingen fund'],
  axis: shareAxis('da'),
};

test('an undefined figure has no dot, one without an interval a hollow dot and no whiskers', async () => {
  const svg = String(await renderIntervalChart(chart));
  expect({
    dots: svg.match(/<path [^>]*stroke-width="1.5"/gu)?.length,
    hollow: svg.match(/<path [^>]*fill="#ffffff"/gu)?.length,
    whiskers: svg.match(/<line [^>]*x2="150"[^>]*stroke-width="2"/gu)?.length,
  }).toEqual({ dots: 2, hollow: 1, whiskers: 1 });
});

test('the chart is an image with a title and says every row in words', async () => {
  const svg = String(await renderIntervalChart(chart));
  expect(svg).toContain('role="img" aria-labelledby="f1-t" aria-describedby="f1-d"');
  expect(svg).toContain('<title id="f1-t">F1 &lt;b&gt;</title>');
  expect(svg).toContain(
    'a &amp; b: 50,0 % (25,0–75,0 %); få sager: 100,0 % (intet interval); &lt;script&gt;: ikke defineret (ingen fund).',
  );
  expect(svg).not.toContain('<script');
});

test('the same chart has the same bytes however often it is drawn', async () => {
  const first = String(await renderIntervalChart(chart));
  await renderIntervalChart({ ...chart, id: 'other', rows: chart.rows.slice(1) });
  expect(String(await renderIntervalChart(chart))).toBe(first);
});
