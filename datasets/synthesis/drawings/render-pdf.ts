import fontkit, { type Font } from '@pdf-lib/fontkit';
import {
  beginText,
  closePath,
  endText,
  fill,
  fillAndStroke,
  LineCapStyle,
  lineTo,
  moveTo,
  PDFDocument,
  type PDFFont,
  type PDFOperator,
  setDashPattern,
  setFillingGrayscaleColor,
  setFontAndSize,
  setLineCap,
  setLineWidth,
  setStrokingGrayscaleColor,
  setTextMatrix,
  showText,
  stroke as strokeOperator,
} from 'pdf-lib';
import type { Drawing, DrawingElement, Hatch, Point, Stroke, TextElement } from './drawing.ts';
import type { DrawingFonts } from './drawing-fonts.ts';
import { hatchLines } from './hatch-lines.ts';
import { fillGrey, hatchStroke, inkGrey } from './ink.ts';
import { padGlyphs } from './pad-glyphs.ts';
import { corners, grow, textBox } from './text-box.ts';

/** Points a millimetre. */
const pt = 72 / 25.4;
/** A file's dates, so that the same drawing gives the same bytes. */
const fixedDate = new Date('2024-07-01T00:00:00Z');

/**
 * Drawings as a PDF, each a page: lines as lines, text as text in an embedded subset of the font. Same bytes each time.
 * The file's title is the first drawing's.
 */
export async function renderPdf(
  first: Drawing,
  fonts: DrawingFonts,
  further: readonly Drawing[] = [],
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit({ create: parseFont });
  document.setTitle(first.title);
  document.setSubject('Syntetisk tegning til test af modeller');
  document.setProducer('Målestok');
  document.setCreationDate(fixedDate);
  document.setModificationDate(fixedDate);
  const options = { subset: true, features: { kern: false, liga: false } };
  const regular = await document.embedFont(fonts.regular, options);
  const bold = await document.embedFont(fonts.bold, options);
  for (const drawing of [first, ...further]) addSheet(document, drawing, regular, bold);
  return document.save();
}

const parsed = new WeakMap<Uint8Array, Font>();

/** Reading a font takes longer than all else of a file; so each is read once. */
function parseFont(bytes: Uint8Array): Font {
  const known = parsed.get(bytes);
  if (known !== undefined) return known;
  const font = fontkit.create(padGlyphs(bytes));
  parsed.set(bytes, font);
  return font;
}

function addSheet(document: PDFDocument, drawing: Drawing, regular: PDFFont, bold: PDFFont): void {
  const page = document.addPage([drawing.widthMm * pt, drawing.heightMm * pt]);
  const keys = new Map(
    [regular, bold].map((font) => [
      font,
      page.node.newFontDictionary(font.name, font.ref).asString().slice(1),
    ]),
  );
  const sheet: Sheet = {
    at: ([x, y]) => [x * pt, (drawing.heightMm - y) * pt],
    fontOf: ({ bold: heavy }) => {
      const font = heavy ? bold : regular;
      return { font, key: keys.get(font)! };
    },
  };
  page.pushOperators(setLineCap(LineCapStyle.Round));
  for (const element of drawing.elements) page.pushOperators(...operatorsOf(element, sheet));
}

interface Sheet {
  at(point: Point): [number, number];
  fontOf(text: TextElement): { font: PDFFont; key: string };
}

function operatorsOf(element: DrawingElement, sheet: Sheet): PDFOperator[] {
  switch (element.kind) {
    case 'line':
      return [...pen(element.stroke), ...path([element.from, element.to], sheet), strokeOperator()];
    case 'polyline':
      return [...pen(element.stroke), ...path(element.points, sheet), strokeOperator()];
    case 'polygon':
      return polygon(element.points, element.hatch, element.stroke, sheet);
    case 'circle':
      return polygon(circlePoints(element.centre, element.radiusMm), element.hatch, element.stroke, sheet);
    case 'text':
      return text(element, sheet);
  }
}

function polygon(
  points: readonly Point[],
  hatch: Hatch,
  outline: Stroke | undefined,
  sheet: Sheet,
): PDFOperator[] {
  const grey = fillGrey[hatch];
  const closed = [...path(points, sheet), closePath()];
  const lines = hatchLines(points, hatch);
  if (lines.length > 0) {
    return [
      ...(grey === undefined ? [] : [setFillingGrayscaleColor(grey), ...closed, fill()]),
      ...pen({ weightMm: hatchStroke.weightMm }, hatchStroke.grey),
      ...lines.flatMap(([from, to]) => path([from, to], sheet)),
      strokeOperator(),
      ...(outline === undefined ? [] : [...pen(outline), ...closed, strokeOperator()]),
    ];
  }
  const paint = grey === undefined ? [] : [setFillingGrayscaleColor(grey)];
  if (outline === undefined) return grey === undefined ? [] : [...paint, ...closed, fill()];
  return [...pen(outline), ...paint, ...closed, grey === undefined ? strokeOperator() : fillAndStroke()];
}

function text(element: TextElement, sheet: Sheet): PDFOperator[] {
  const { font, key } = sheet.fontOf(element);
  const { rotation, sizeMm, ink, mask } = element;
  const box = textBox(element);
  // The base line's start, whatever the anchor.
  const start: Point = rotation === 0 ? [box.left, element.at[1]] : [element.at[0], box.bottom];
  const [x, y] = sheet.at(start);
  const matrix = rotation === 0 ? setTextMatrix(1, 0, 0, 1, x, y) : setTextMatrix(0, 1, -1, 0, x, y);
  return [
    ...(mask ? polygon(corners(grow(box, 0.1)), 'white', undefined, sheet) : []),
    setFillingGrayscaleColor(inkGrey[ink ?? 'black']),
    beginText(),
    setFontAndSize(key, sizeMm * pt),
    matrix,
    showText(font.encodeText(element.text)),
    endText(),
  ];
}

function pen({ weightMm, ink, dash }: Stroke, grey = inkGrey[ink ?? 'black']): PDFOperator[] {
  return [
    setLineWidth(weightMm * pt),
    setStrokingGrayscaleColor(grey),
    setDashPattern(
      (dash ?? []).map((length) => length * pt),
      0,
    ),
  ];
}

function path(points: readonly Point[], { at }: Sheet): PDFOperator[] {
  return points.map((point, i) => (i === 0 ? moveTo : lineTo)(...round(at(point))));
}

function round([x, y]: [number, number]): [number, number] {
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
}

/** Round to the eye at the sizes that drawings use. */
function circlePoints([x, y]: Point, radius: number): Point[] {
  return Array.from({ length: 48 }, (_, i): Point => {
    const angle = (i / 24) * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}
