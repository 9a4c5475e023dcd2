import type { Box } from './text-box.ts';

export interface Paper {
  format: 'A3' | 'A4';
  widthMm: number;
  heightMm: number;
  /** Within the frame, above the strip. */
  drawingArea: Box;
  /** Lower left: scale bar and lists. */
  infoArea: Box;
  /** Lower right. */
  titleBlock: Box;
  scale: number;
}

export interface Need {
  /** What is drawn, in metres. */
  widthM: number;
  heightM: number;
  /** On the sheet, around what is drawn: both sides together, in millimetres. */
  aroundMm: readonly [width: number, height: number];
  /** Usual ones for this kind of drawing, the largest drawing first: `[50, 100, 200]`. */
  scales: readonly number[];
  format?: 'A3' | 'A4' | undefined;
}

type Format = Omit<Paper, 'scale'>;

const a4 = lay('A4', 297, 210, { edgeMm: 6, bindingMm: 12, stripMm: 36, titleMm: 150 });
const a3 = lay('A3', 420, 297, { edgeMm: 7, bindingMm: 15, stripMm: 41, titleMm: 165 });

/** The largest usual scale that fits, on the smaller sheet if it fits there; the last scale where none does. */
export function choosePaper(need: Need): Paper {
  const formats = [a4, a3].filter(({ format }) => need.format === undefined || need.format === format);
  for (const scale of need.scales) {
    const format = formats.find((one) => fits(one, scale, need));
    if (format !== undefined) return { ...format, scale };
  }
  return { ...formats.at(-1)!, scale: need.scales.at(-1)! };
}

function fits({ drawingArea }: Format, scale: number, { widthM, heightM, aroundMm }: Need): boolean {
  const width = (widthM * 1000) / scale + aroundMm[0];
  const height = (heightM * 1000) / scale + aroundMm[1];
  return width <= drawingArea.right - drawingArea.left && height <= drawingArea.bottom - drawingArea.top;
}

function lay(
  format: 'A3' | 'A4',
  widthMm: number,
  heightMm: number,
  size: { edgeMm: number; bindingMm: number; stripMm: number; titleMm: number },
): Format {
  const right = widthMm - size.edgeMm;
  const bottom = heightMm - size.edgeMm;
  const strip = bottom - size.stripMm;
  return {
    format,
    widthMm,
    heightMm,
    drawingArea: { left: size.bindingMm, top: size.edgeMm, right, bottom: strip },
    infoArea: { left: size.bindingMm, top: strip, right: right - size.titleMm, bottom },
    titleBlock: { left: right - size.titleMm, top: strip, right, bottom },
  };
}
