import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCurveChart } from '../../../reports/charts/build-curve-chart.ts';
import { buildReliabilityChart } from '../../../reports/charts/build-reliability-chart.ts';
import { renderChart } from '../../../reports/charts/render-chart.ts';
import { shareLabel } from '../../../reports/charts/share-label.ts';
import { thinCurve } from '../../../reports/charts/thin-curve.ts';

const axes = { x: 'sikkerhed', y: 'rigtige', label: shareLabel('da') };
const text = { id: 'f', title: 'T', description: 'D' };

test('a reliability diagram: a dot a group, hollow without an interval, and the dashed diagonal', async () => {
  const svg = String(
    await renderChart(
      buildReliabilityChart(
        [
          { confidence: 0.5, hitRate: 0.25, low: 0.1, high: 0.5 },
          { confidence: 0.9, hitRate: 0.8, low: null, high: null },
        ],
        axes,
      ),
      text,
    ),
  );
  expect({
    dots: svg.match(/<path [^>]*stroke-width="1.5"/gu)?.length,
    hollow: svg.match(/<path [^>]*fill="#ffffff"/gu)?.length,
    diagonal: svg.match(/stroke-dasharray/gu)?.length,
    strong: svg.match(/<line [^>]*stroke-width="2"/gu)?.length,
  }).toEqual({ dots: 2, hollow: 1, diagonal: 1, strong: 3 });
});

test('a curve is drawn in the steps whose area is average precision, and ends in a dot', async () => {
  const svg = String(
    await renderChart(
      buildCurveChart(
        [
          { precision: 1, recall: 0.5 },
          { precision: 0.5, recall: 1 },
        ],
        axes,
      ),
      text,
    ),
  );
  expect(svg).toContain('d="M0,0L0,0L129,0L129,129L258,129"');
  expect(svg.match(/translate\(258,129\)/gu)).toHaveLength(1);
  expect(String(await renderChart(buildCurveChart([], axes), text))).toContain('</svg>');
});

test('the same plot has the same bytes however often it is drawn', async () => {
  const spec = () => buildReliabilityChart([{ confidence: 0.5, hitRate: 0.25, low: 0.1, high: 0.5 }], axes);
  const first = String(await renderChart(spec(), text));
  await renderChart(buildCurveChart([{ precision: 1, recall: 1 }], axes), text);
  expect(String(await renderChart(spec(), text))).toBe(first);
});

test('a long curve is thinned to 200 points at most, in order, and loses no end, dip or peak', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 900 }), (pairs) => {
      const points = pairs
        .toSorted(([a], [b]) => a - b)
        .map(([recall, precision]) => ({ recall, precision }));
      const thinned = thinCurve(points);
      expect(thinned.length).toBeLessThanOrEqual(200);
      if (points.length <= 200) expect(thinned).toEqual(points);
      const places = thinned.map((point) => points.indexOf(point));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect([thinned[0], thinned.at(-1)]).toEqual([points[0], points.at(-1)]);
      const ends = (list: typeof points) => list.map(({ precision }) => precision);
      expect([Math.min(...ends(thinned)), Math.max(...ends(thinned))]).toEqual([
        Math.min(...ends(points)),
        Math.max(...ends(points)),
      ]);
    }),
    { numRuns: 60 },
  );
});
