import fontkit from '@pdf-lib/fontkit';
import { PDFDocument } from 'pdf-lib';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { drawingText } from '../../../../datasets/synthesis/drawings/drawing-text.ts';
import { renderPdf } from '../../../../datasets/synthesis/drawings/render-pdf.ts';
import { renderSvg } from '../../../../datasets/synthesis/drawings/render-svg.ts';
import { textWidthMm } from '../../../../datasets/synthesis/drawings/text-box.ts';
import { readDrawingFonts } from '../../../../functions/drawings/read-drawing-fonts.ts';
import { drawAll } from '../../../support/draw-all.ts';
import { sampleSheet, sampleWorlds } from '../../../support/sample-worlds.ts';

const fonts = await readDrawingFonts();
const drawings = Object.values(sampleWorlds).flatMap((world) => Object.values(drawAll(world, sampleSheet)));

describe('the width of texts', () => {
  it.each(['regular', 'bold'] as const)('is that of the font that is embedded: %s', (weight) => {
    const font = fontkit.create(fonts[weight]);
    const sample = 'Situationsplan ÆØÅ æøå 1:200 (A3) – 162,2 m² 35° é×½§"%&<>';
    const units = [...sample].map(
      (character) => font.glyphForCodePoint(character.codePointAt(0)!).advanceWidth,
    );
    const width = units.reduce((sum, value) => sum + value, 0) / font.unitsPerEm;
    expect(textWidthMm(sample, 10, weight === 'bold')).toBeCloseTo(10 * width, 9);
  });
});

describe('SVG', () => {
  it('is small enough to be shown beside a case', () => {
    for (const drawing of drawings) expect(renderSvg(drawing).length).toBeLessThan(40_000);
  });

  it('escapes what is written in it', () => {
    const hostile = { ...sampleSheet, project: '<script>"&\u0000]]></svg>' };
    const svg = renderSvg(drawAll(sampleWorlds.carport, hostile).situation);
    expect(svg).toContain('&lt;script&gt;&quot;&amp; ]]&gt;&lt;/svg&gt;');
    expect(svg).not.toMatch(/<script|\p{Cc}(?<!\n)/u);
  });
});

describe('PDF', () => {
  it('gives the same bytes each time, on a page as large as the sheet', async () => {
    const [first, second] = [await renderPdf(drawings[0]!, fonts), await renderPdf(drawings[0]!, fonts)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    const page = (await PDFDocument.load(first)).getPage(0);
    expect(page.getWidth() * (25.4 / 72)).toBeCloseTo(drawings[0]!.widthMm, 3);
  });

  it('holds the drawing’s texts as text', async () => {
    const document = await getDocumentProxy(await renderPdf(drawings[0]!, fonts));
    const { text } = await extractText(document, { mergePages: true });
    const read = text.replace(/\s+/gu, '');
    const missing = drawingText(drawings[0]!)
      .split(/\s+/u)
      .filter((word) => !read.includes(word));
    expect(missing).toEqual([]);
  });
});
