import type { DrawingElement, Hatch, Point, Stroke, TextElement, TextPart } from './drawing.ts';
import { type Box, contains, corners, crosses, grow, overlap, textBox } from './text-box.ts';

/** A place where a text may stand. */
export interface Spot {
  at: Point;
  anchor?: TextElement['anchor'];
  rotation?: TextElement['rotation'];
}

export interface Lettering {
  text: string;
  sizeMm: number;
  bold?: boolean;
  part?: TextPart;
  mask?: boolean;
}

/** Between two texts, in millimetres. */
const gapMm = 0.35;

/**
 * A sheet that is being drawn. It knows where texts stand, so that none is put over another: a text that finds its
 * usual places taken moves to the nearest free one, with a thin line back to where it belongs.
 */
export class Board {
  readonly elements: DrawingElement[] = [];
  readonly #texts: Box[] = [];
  readonly #blocked: Box[] = [];
  readonly #lines: [Point, Point][] = [];
  readonly #waiting: (() => void)[] = [];
  #area: Box;

  /** @param area where texts may stand */
  constructor(area: Box) {
    this.#area = area;
  }

  /** Keeps texts out of a part of the sheet. */
  block(box: Box): void {
    this.#blocked.push(box);
  }

  line(from: Point, to: Point, stroke: Stroke): void {
    this.elements.push({ kind: 'line', from, to, stroke });
    this.#lines.push([from, to]);
  }

  polyline(points: readonly Point[], stroke: Stroke): void {
    this.elements.push({ kind: 'polyline', points, stroke });
    for (let i = 1; i < points.length; i++) this.#lines.push([points[i - 1]!, points[i]!]);
  }

  polygon(points: readonly Point[], hatch: Hatch, stroke?: Stroke): void {
    this.elements.push({ kind: 'polygon', points, hatch, ...(stroke && { stroke }) });
    if (stroke === undefined) return;
    for (let i = 0; i < points.length; i++) this.#lines.push([points[i]!, points[(i + 1) % points.length]!]);
  }

  box(box: Box, hatch: Hatch, stroke?: Stroke): void {
    this.polygon(corners(box), hatch, stroke);
  }

  circle(centre: Point, radiusMm: number, hatch: Hatch, stroke: Stroke): void {
    this.elements.push({ kind: 'circle', centre, radiusMm, hatch, stroke });
  }

  /** Writes at a fixed place, whatever stands there: for title blocks and lists that are laid out as a whole. */
  write(lettering: Lettering, spot: Spot): Box {
    const text = element(lettering, spot);
    const box = textBox(text);
    this.elements.push(text);
    this.#texts.push(box);
    return box;
  }

  /**
   * Writes at the best of some places: free of other texts, and crossed by as few lines as may be.
   * @returns whether one of them was free; nothing is written where none was
   */
  tryWrite(
    lettering: Lettering,
    spots: readonly Spot[],
    allowedCrossings = Number.POSITIVE_INFINITY,
  ): boolean {
    let best: { text: TextElement; crossings: number } | undefined;
    for (const spot of spots) {
      const text = element(lettering, spot);
      const box = textBox(text);
      if (!this.#isFree(box)) continue;
      // More than may be, or than the best so far, need not be counted to the end.
      const limit = Math.min(allowedCrossings, (best?.crossings ?? Number.POSITIVE_INFINITY) - 1);
      const crossings = this.#crossings(box, limit);
      if (crossings > limit) continue;
      best = { text, crossings };
      if (crossings === 0) break;
    }
    if (best === undefined) return false;
    this.elements.push(best.text);
    this.#texts.push(textBox(best.text));
    return true;
  }

  /**
   * As `tryWrite`, and where no place is free at the nearest one that is, with a line from there to `target`. It is
   * written when all lines are there, by `settle`.
   */
  place(lettering: Lettering, spots: readonly Spot[], target: Point = spots[0]!.at): void {
    this.#waiting.push(() => this.#placeNow(lettering, spots, target));
  }

  /**
   * Writes lines that belong together, one under the other and in the middle of `centre`: at the first of some shifts at
   * which all of them have room, else each where it finds it.
   */
  placeLines(lines: readonly Lettering[], centre: Point, shifts: readonly Point[]): void {
    const pitch = 3.3;
    const spots = (i: number): Spot[] =>
      shifts.map(([right, down]) => ({
        at: [centre[0] + right, centre[1] + down + 0.9 + (i - (lines.length - 1) / 2) * pitch],
      }));
    this.#waiting.push(() => {
      const all = shifts.map((_, k) => lines.map((line, i) => element(line, spots(i)[k]!)));
      const free = all.filter((texts) => texts.every((text) => this.#isFree(textBox(text))));
      const best = least(free, (texts) =>
        texts.reduce((sum, text) => sum + this.#crossings(textBox(text)), 0),
      );
      if (best === undefined) {
        lines.forEach((line, i) => {
          this.#placeNow(line, spots(i), centre);
        });
        return;
      }
      this.elements.push(...best);
      this.#texts.push(...best.map(textBox));
    });
  }

  /** Whether a line runs close to another and in the same direction, for longer than a tick. Upright and level lines only. */
  runsBeside(from: Point, to: Point, nearMm = 2.6): boolean {
    const level = Math.abs(from[1] - to[1]) < 0.01;
    const [along, across]: readonly [0 | 1, 0 | 1] = level ? [0, 1] : [1, 0];
    return this.#lines.some(([a, b]) => {
      if (Math.abs(a[across] - b[across]) > 0.01 || Math.abs(a[across] - from[across]) > nearMm) return false;
      const start = Math.max(Math.min(a[along], b[along]), Math.min(from[along], to[along]));
      const end = Math.min(Math.max(a[along], b[along]), Math.max(from[along], to[along]));
      return end - start > 2.5;
    });
  }

  /** Writes what waits for a place, in order. */
  settle(): void {
    for (const write of this.#waiting.splice(0)) write();
  }

  #placeNow(lettering: Lettering, spots: readonly Spot[], target: Point): void {
    if (this.tryWrite(lettering, spots, 1)) return;
    for (let radius = 3; radius < 320; radius += 3) {
      const ring = ringAround(target, radius);
      const found = ring.find((at) => this.tryWrite(lettering, [{ at, anchor: 'middle' }], 0));
      if (found !== undefined) {
        this.#lead(target);
        return;
      }
      if (radius < 12 || !this.tryWrite(lettering, spots)) continue;
      return;
    }
    // Nowhere: the sheet is full. Smaller, until it fits.
    if (lettering.sizeMm > 0.8)
      this.#placeNow({ ...lettering, sizeMm: lettering.sizeMm * 0.8 }, spots, target);
  }

  #lead(target: Point): void {
    const written = this.elements.at(-1);
    if (written?.kind !== 'text') return;
    const box = grow(textBox(written), 0.3);
    const end: Point = [clamp(target[0], box.left, box.right), clamp(target[1], box.top, box.bottom)];
    if (Math.hypot(end[0] - target[0], end[1] - target[1]) < 3) return;
    this.line(target, end, { weightMm: 0.13, ink: 'grey' });
  }

  #isFree(box: Box): boolean {
    const wide = grow(box, gapMm);
    return (
      contains(this.#area, box) &&
      !this.#texts.some((other) => overlap(wide, other)) &&
      !this.#blocked.some((other) => overlap(box, other))
    );
  }

  /** How many lines cross a box; counting ends when there are more than `limit`. */
  #crossings(box: Box, limit = Number.POSITIVE_INFINITY): number {
    let count = 0;
    for (const [from, to] of this.#lines) {
      if (!crosses(box, from, to)) continue;
      count += 1;
      if (count > limit) break;
    }
    return count;
  }
}

function element({ text, sizeMm, bold, mask, part }: Lettering, { at, anchor, rotation }: Spot): TextElement {
  return {
    kind: 'text',
    at,
    // Control characters and halves of pairs stand for nothing that can be drawn.
    text: text.replace(/[\p{Cc}\p{Cs}\p{Cn}]/gu, ' '),
    sizeMm,
    ...(bold && { bold }),
    ...(mask && { mask }),
    anchor: anchor ?? 'middle',
    rotation: rotation ?? 0,
    part: part ?? 'drawing',
  };
}

function least<T>(values: readonly T[], measure: (value: T) => number): T | undefined {
  let best: { value: T; size: number } | undefined;
  for (const value of values) {
    const size = measure(value);
    if (best === undefined || size < best.size) best = { value, size };
  }
  return best?.value;
}

function ringAround([x, y]: Point, radius: number): Point[] {
  const count = Math.max(8, Math.round(radius * 1.5));
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count - Math.PI / 2;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  });
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
