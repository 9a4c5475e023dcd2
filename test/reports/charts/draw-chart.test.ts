import * as fc from 'fast-check';
import { parse, View } from 'vega';
import { describe, expect, it } from 'vitest';
import { buildCurveChart } from '../../../reports/charts/build-curve-chart.ts';
import { buildIntervalChart } from '../../../reports/charts/build-interval-chart.ts';
import { buildReliabilityChart } from '../../../reports/charts/build-reliability-chart.ts';
import type { ChartSpec } from '../../../reports/charts/chart-spec.ts';
import { drawChart } from '../../../reports/charts/draw-chart.ts';

/** What Vega draws of a specification, without the `<svg>` around it. */
async function drawByVega(spec: ChartSpec): Promise<string> {
  const svg = await new View(parse(JSON.parse(JSON.stringify(spec))), { renderer: 'none' }).toSVG();
  expect(svg).toContain(
    `width="${spec.width + spec.padding.left + spec.padding.right}" height="${spec.height + spec.padding.top + spec.padding.bottom}"`,
  );
  return svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
}

const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 1, 1 / 3));
const ends = fc.oneof(
  fc.constant({ low: null, high: null }),
  fc.tuple(share, share).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
);
/** Vega stumbles over texts that are called as members of every object: `toString`. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }).filter((each) => !(each in {})),
  fc.constantFrom('', 'a & b <c> "d" \'e\'', 'blåbærgrød', '50 %', 'f\u00a0g'),
);
const axes = fc.record({ x: text, y: text, label: fc.constant((at: number) => `${at * 100}\u00a0%`) });

const row = fc
  .record({ label: text, note: text, valueText: text, value: fc.option(share), noted: fc.boolean() })
  .chain(({ note, noted, ...rest }) =>
    ends.map((interval) => ({
      ...rest,
      ...(noted ? { note } : {}),
      ...(rest.value === null ? { low: null, high: null } : interval),
    })),
  );
const intervalAxis = fc.record(
  {
    domain: fc.constantFrom<readonly [number, number]>([0, 1], [-0.3, 1], [-2, 1], [0, 0.37]),
    ticks: fc.array(fc.record({ at: share, label: text }), { maxLength: 6 }),
    reference: fc.constantFrom(0, 0.1),
  },
  { requiredKeys: ['domain', 'ticks'] },
);

describe('a chart', { timeout: 60_000 }, () => {
  const same = async (spec: ChartSpec): Promise<void> => {
    expect(drawChart(spec)).toBe(await drawByVega(spec));
  };

  it('of intervals is what Vega draws, to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), intervalAxis, (rows, axis) =>
        same(buildIntervalChart(rows, axis)),
      ),
      { numRuns: 300 },
    );
  });

  it('of a curve is what Vega draws, to the byte', async () => {
    const points = fc.array(fc.record({ precision: share, recall: share }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(points, axes, (all, of) => same(buildCurveChart(all, of))),
      { numRuns: 300 },
    );
  });

  it('of reliability is what Vega draws, to the byte', async () => {
    const point = fc
      .record({ confidence: share, hitRate: share, interval: ends })
      .map(({ interval, ...rest }) => ({ ...rest, ...interval }));
    await fc.assert(
      fc.asyncProperty(fc.array(point, { maxLength: 10 }), axes, (all, of) =>
        same(buildReliabilityChart(all, of)),
      ),
      { numRuns: 300 },
    );
  });
});
