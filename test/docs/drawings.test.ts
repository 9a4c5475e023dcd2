import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readDrawingFonts } from '../../functions/drawings/read-drawing-fonts.ts';
import { renderPng } from '../../functions/drawings/render-png.ts';
import { drawAll } from '../support/draw-all.ts';
import { sampleSheet, sampleWorlds } from '../support/sample-worlds.ts';

const folder = resolve(import.meta.dirname, '../../docs/drawings');
const fonts = await readDrawingFonts();

it.each([
  ['house-situation.png', drawAll(sampleWorlds.house, sampleSheet).situation],
  [
    'summer-house-facades.png',
    drawAll(sampleWorlds.summerHouse, { ...sampleSheet, project: 'Nyt sommerhus' }).facades,
  ],
])('the picture %s is what the renderer makes (UPDATE=1 writes it), and small', async (name, drawing) => {
  const png = await renderPng(drawing, fonts, 110);
  const path = join(folder, name);
  if (process.env.UPDATE === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, png);
  }
  expect(Buffer.from(png).equals(readFileSync(path))).toBe(true);
  expect(png.length).toBeLessThan(200_000);
});
