import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readDrawingFonts } from '../../../functions/drawings/read-drawing-fonts.ts';
import { renderPng } from '../../../functions/drawings/render-png.ts';
import { drawAll } from '../../support/draw-all.ts';
import { sampleSheet, sampleWorlds } from '../../support/sample-worlds.ts';

describe('renderPng', () => {
  it('gives the same picture each time, as wide as asked', async () => {
    const fonts = await readDrawingFonts();
    const { situation } = drawAll(sampleWorlds.house, sampleSheet);
    const [first, second] = [await renderPng(situation, fonts, 60), await renderPng(situation, fonts, 60)];
    expect(sha256(first)).toBe(sha256(second));
    const view = new DataView(first.buffer, first.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([992, 701]);
    expect(first.length).toBeGreaterThan(10_000);
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
