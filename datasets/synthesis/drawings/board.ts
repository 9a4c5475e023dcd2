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
      const crossings = this.#crossings(box);
      if (best === undefined || crossings < best.crossings) best = { text, crossings };
      if (crossings === 0) break;
    }
    if (best === undefined || best.crossings > allowedCrossings) return false;
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

  #crossings(box: Box): number {
    return this.#lines.filter(([from, to]) => crosses(box, from, to)).length;
  }
}

function element({ text, sizeMm, bold, mask, part }: Lettering, { at, anchor, rotation }: Spot): TextElement {
  return {
    kind: 'text',
    at,
    text,
    sizeMm,
    ...(bold && { bold }),
    ...(mask && { mask }),
    anchor: anchor ?? 'middle',
    rotation: rotation ?? 0,
    part: part ?? 'drawing',
  };
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
