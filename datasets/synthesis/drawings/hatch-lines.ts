import type { Hatch, Point } from './drawing.ts';

const patterns: Partial<Record<Hatch, { degrees: number; gapMm: number }>> = {
  diagonal: { degrees: 45, gapMm: 2.2 },
  boards: { degrees: 0, gapMm: 1.4 },
  earth: { degrees: 45, gapMm: 1.2 },
};

/** The lines of a hatch within a polygon, as pairs of ends: each line is cut at the polygon's sides, even-odd. */
export function hatchLines(points: readonly Point[], hatch: Hatch): [Point, Point][] {
  const pattern = patterns[hatch];
  if (pattern === undefined) return [];
  const angle = (-pattern.degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // Turned, so that the hatch runs level.
  const turned = points.map(([x, y]): Point => [x * cos + y * sin, -x * sin + y * cos]);
  const back = (x: number, y: number): Point => [x * cos - y * sin, x * sin + y * cos];
  const heights = turned.map(([, y]) => y);
  const lines: [Point, Point][] = [];
  const first = Math.ceil(Math.min(...heights) / pattern.gapMm);
  const last = Math.floor(Math.max(...heights) / pattern.gapMm);
  for (let i = first; i <= last; i++) {
    // A little off, so that no line runs along a side.
    const y = i * pattern.gapMm + 1e-4;
    const cuts = cutsAt(turned, y);
    for (let k = 0; k + 1 < cuts.length; k += 2) lines.push([back(cuts[k]!, y), back(cuts[k + 1]!, y)]);
  }
  return lines;
}

function cutsAt(points: readonly Point[], y: number): number[] {
  const cuts: number[] = [];
  points.forEach(([x0, y0], i) => {
    const [x1, y1] = points[(i + 1) % points.length]!;
    if (y0 <= y !== y1 <= y) cuts.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
  });
  return cuts.sort((a, b) => a - b);
}
