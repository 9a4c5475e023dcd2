import type { Drawing, DrawingElement, Hatch, Point, Stroke, TextElement } from './drawing.ts';
import { hatchLines } from './hatch-lines.ts';
import { fillGrey, hatchStroke, inkGrey } from './ink.ts';
import { corners, grow, textBox, textWidthMm } from './text-box.ts';

/** Arial, Helvetica and Liberation Sans are as wide as the drawings' own font, letter for letter. */
const fonts = "Arimo,'Liberation Sans',Arial,Helvetica,sans-serif";

/**
 * One drawing as an SVG file of its own, in millimetres. Every text is escaped and held to its width, so that no font
 * can make it run into another.
 */
export function renderSvg({ title, widthMm, heightMm, elements }: Drawing): string {
  const head =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${widthMm} ${heightMm}"` +
    ` font-family="${fonts}" fill="none" stroke-linecap="round" stroke-linejoin="round" font-kerning="none" role="img">`;
  const body = elements.map(renderElement).join('\n');
  return `${head}\n<title>${escapeXml(title)} (syntetisk)</title>\n<path d="M0 0H${widthMm}V${heightMm}H0Z" fill="#fff"/>\n${body}\n</svg>\n`;
}

function renderElement(element: DrawingElement): string {
  switch (element.kind) {
    case 'line':
      return path([element.from, element.to], false, 'none', element.stroke);
    case 'polyline':
      return path(element.points, false, 'none', element.stroke);
    case 'polygon':
      return renderPolygon(element.points, element.hatch, element.stroke);
    case 'circle': {
      const [x, y] = element.centre;
      return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(element.radiusMm)}"${fill(element.hatch)}${stroke(element.stroke)}/>`;
    }
    case 'text':
      return renderText(element);
  }
}

function renderPolygon(points: readonly Point[], hatch: Hatch, outline: Stroke | undefined): string {
  const lines = hatchLines(points, hatch);
  if (lines.length === 0) return path(points, true, hatch, outline);
  const d = lines.map(([from, to]) => `M${pair(from)}L${pair(to)}`).join('');
  const hatched = `<path d="${d}" stroke="${grey(hatchStroke.grey)}" stroke-width="${hatchStroke.weightMm}"/>`;
  return `${path(points, true, hatch)}\n${hatched}${outline === undefined ? '' : `\n${path(points, true, 'none', outline)}`}`;
}

function renderText(element: TextElement): string {
  const { at, text, sizeMm, bold, ink, anchor, rotation, mask } = element;
  const under = mask ? `${path(corners(grow(textBox(element), 0.1)), true, 'white')}\n` : '';
  const place =
    rotation === 0 ? `x="${n(at[0])}" y="${n(at[1])}"` : `transform="translate(${pair(at)})rotate(-90)"`;
  const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const width =
    text.length > 1
      ? ` textLength="${n(textWidthMm(text, sizeMm, bold))}" lengthAdjust="spacingAndGlyphs"`
      : '';
  return (
    `${under}<text ${place} font-size="${n(sizeMm)}"${bold ? ' font-weight="700"' : ''} fill="${grey(inkGrey[ink ?? 'black'])}"` +
    `${side}${width}>${escapeXml(text)}</text>`
  );
}

function path(points: readonly Point[], closed: boolean, hatch: Hatch, outline?: Stroke): string {
  const d = points.map((point, i) => `${i === 0 ? 'M' : 'L'}${pair(point)}`).join('');
  return `<path d="${d}${closed ? 'Z' : ''}"${fill(hatch)}${outline === undefined ? '' : stroke(outline)}/>`;
}

function fill(hatch: Hatch): string {
  const value = fillGrey[hatch];
  return value === undefined ? '' : ` fill="${grey(value)}"`;
}

function stroke({ weightMm, ink, dash }: Stroke): string {
  const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
  return ` stroke="${grey(inkGrey[ink ?? 'black'])}" stroke-width="${weightMm}"${dashes}`;
}

function grey(value: number): string {
  const digit = Math.round(value * 255)
    .toString(16)
    .padStart(2, '0');
  return digit[0] === digit[1] ? `#${digit[0]!.repeat(3)}` : `#${digit.repeat(3)}`;
}

function pair([x, y]: Point): string {
  return `${n(x)} ${n(y)}`;
}

/** To hundredths of a millimetre; minus zero is zero. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

/** For text and attributes; characters that XML cannot hold are dropped. */
function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\p{Cn}]/gu, '')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');
}
