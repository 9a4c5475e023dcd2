import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drawing, TextElement } from '../../../../datasets/synthesis/drawings/drawing.ts';
import type { Sheet } from '../../../../datasets/synthesis/drawings/sheet.ts';
import { contains, overlap, textBox } from '../../../../datasets/synthesis/drawings/text-box.ts';
import { anyWorld } from '../../../support/any-world.ts';
import { drawAll } from '../../../support/draw-all.ts';
import { sampleSheet, sampleWorlds } from '../../../support/sample-worlds.ts';

const line = (most: number) => fc.string({ unit: 'grapheme', maxLength: most });
const anySheet: fc.Arbitrary<Sheet> = fc.record(
  {
    project: line(80),
    address: line(60),
    cadastre: line(30),
    subject: line(60),
    scale: line(12),
    date: line(12),
    revision: line(6),
    drawingNo: line(12),
    phase: line(40),
    drawnBy: line(8),
    format: fc.constantFrom('A3', 'A4' as const),
    leaveOut: fc.subarray([
      'scale',
      'dimensions',
      'boundaryDistances',
      'levels',
      'northArrow',
      'distanceList',
      'roomAreas',
      'heightPlane',
    ] as const),
  },
  { requiredKeys: ['project', 'address', 'cadastre', 'date', 'drawingNo', 'phase', 'drawnBy'] },
);

describe('a sheet', () => {
  it('has no text over another or beyond its edge, whatever the world and the title block', () => {
    fc.assert(
      fc.property(anyWorld, fc.oneof(fc.constant(sampleSheet), anySheet), (world, sheet) => {
        for (const drawing of Object.values(drawAll(world, sheet))) expect(faultsOf(drawing)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out no building, facade or boundary, however crowded it is', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { situation, facades } = drawAll(world, sampleSheet);
        const written = textsOf(situation).map(({ text }) => text);
        const states = { new: 'ny', existing: 'eks.', demolished: 'nedrives' };
        for (const { name, state } of world.buildings)
          expect(written).toContain(`${name} (${states[state]})`);
        for (const side of ['south', 'east', 'north', 'west'] as const) {
          expect(written).toContain({ neighbour: 'NABO', path: 'STI', road: 'VEJ' }[world.plot.beyond[side]]);
        }
        const titles = textsOf(facades).filter(({ text }) => text.startsWith('Facade mod '));
        expect(titles.length).toBe(4);
      }),
      { numRuns: 60 },
    );
  });

  it('is drawn in a usual scale, and holds every line where it fits one', () => {
    for (const world of Object.values(sampleWorlds)) {
      for (const drawing of Object.values(drawAll(world, sampleSheet))) {
        expect([50, 100, 200, 250, 500]).toContain(drawing.scale);
        expect(strayPoints(drawing)).toEqual([]);
        expect(faultsOf(drawing)).toEqual([]);
      }
    }
  });

  it('says each fact at least at the size of a readable letter', () => {
    for (const world of Object.values(sampleWorlds)) {
      for (const drawing of Object.values(drawAll(world, sampleSheet))) {
        expect(Math.min(...textsOf(drawing).map(({ sizeMm }) => sizeMm))).toBeGreaterThanOrEqual(1.6);
      }
    }
  });
});

function textsOf({ elements }: Drawing): TextElement[] {
  return elements.filter((element): element is TextElement => element.kind === 'text');
}

function faultsOf(drawing: Drawing): string[] {
  const sheet = { left: 0, top: 0, right: drawing.widthMm, bottom: drawing.heightMm };
  const texts = textsOf(drawing).map((element) => ({ text: element.text, box: textBox(element) }));
  const outside = texts.filter(({ box }) => !contains(sheet, box)).map(({ text }) => `outside: ${text}`);
  const over = texts.flatMap(({ text, box }, i) =>
    texts.slice(i + 1).flatMap((other) => (overlap(box, other.box) ? [`${text} / ${other.text}`] : [])),
  );
  return [...outside, ...over];
}

function strayPoints({ elements, widthMm, heightMm }: Drawing): unknown[] {
  return elements
    .flatMap((element) => {
      if (element.kind === 'line') return [element.from, element.to];
      return element.kind === 'polygon' || element.kind === 'polyline' ? [...element.points] : [];
    })
    .filter(([x, y]) => x < 0 || y < 0 || x > widthMm || y > heightMm || Number.isNaN(x + y));
}
