import fontkit, { type Font } from '@pdf-lib/fontkit';
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, type PDFRawStream } from 'pdf-lib';
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

  it('gives the same bytes whatever was drawn with its fonts before', async () => {
    const fresh = { regular: new Uint8Array(fonts.regular), bold: new Uint8Array(fonts.bold) };
    for (const drawing of drawings.slice(1, 4)) await renderPdf(drawing, fonts);
    const [first, second] = [await renderPdf(drawings[0]!, fresh), await renderPdf(drawings[0]!, fonts)];
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  it('holds several drawings, each on a page of its size with its texts', async () => {
    const [first, ...further] = drawings.slice(0, 4);
    const bytes = await renderPdf(first!, fonts, further);
    const sizes = (await PDFDocument.load(bytes)).getPages().map((page) => page.getWidth() * (25.4 / 72));
    expect(sizes.length).toBe(4);
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: false });
    for (const [at, drawing] of [first!, ...further].entries()) {
      expect(sizes[at]).toBeCloseTo(drawing.widthMm, 3);
      const read = text[at]!.replace(/\s+/gu, '');
      const words = drawingText(drawing).split(/\s+/u);
      expect(words.filter((word) => !read.includes(word))).toEqual([]);
    }
  });

  it('embeds the outline of every letter that it shows', async () => {
    const document = await PDFDocument.load(await renderPdf(drawings[0]!, fonts));
    const files = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict && object.has(PDFName.of('FontFile2'))
          ? [object.lookup(PDFName.of('FontFile2'))]
          : [],
      )
      .map((stream) => fontkit.create(decodePDFRawStream(stream as PDFRawStream).decode()));
    const outlines = (font: Font, glyphs: Iterable<number>) =>
      new Set([...glyphs].map((id) => font.getGlyph(id).path.toSVG()).filter((path) => path !== ''));
    const embedded = files.map((file) => outlines(file, Array(file.numGlyphs).keys()));
    for (const [i, weight] of (['regular', 'bold'] as const).entries()) {
      const texts = drawings[0]!.elements.flatMap((one) =>
        one.kind === 'text' && (one.bold === true) === (weight === 'bold') ? [one.text] : [],
      );
      const original = fontkit.create(fonts[weight]);
      const ids = [...new Set(texts.join(''))].map(
        (letter) => original.glyphForCodePoint(letter.codePointAt(0)!).id,
      );
      const missing = [...outlines(original, ids)].filter((path) => !embedded[i]!.has(path));
      expect(missing).toEqual([]);
    }
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
