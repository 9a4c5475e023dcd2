import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Drawing } from '../../datasets/synthesis/drawings/drawing.ts';
import type { DrawingFonts } from '../../datasets/synthesis/drawings/drawing-fonts.ts';
import { renderSvg } from '../../datasets/synthesis/drawings/render-svg.ts';

let ready: Promise<void> | undefined;

/**
 * One drawing as a PNG, the same bytes on every machine: resvg's WebAssembly build, which reads no fonts of the system.
 * @param dotsPerInch 120 gives 1984 pixels across an A3 sheet
 */
export async function renderPng(
  drawing: Drawing,
  fonts: DrawingFonts,
  dotsPerInch = 120,
): Promise<Uint8Array> {
  ready ??= start();
  await ready;
  const resvg = new Resvg(renderSvg(drawing), {
    background: '#fff',
    fitTo: { mode: 'width', value: Math.round((drawing.widthMm / 25.4) * dotsPerInch) },
    font: { fontBuffers: [fonts.regular, fonts.bold], defaultFontFamily: 'Arimo' },
  });
  const image = resvg.render();
  const png = image.asPng();
  // Both lie in memory that no garbage collector sees.
  image.free();
  resvg.free();
  return png;
}

/** Once a process. */
async function start(): Promise<void> {
  await initWasm(await readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
}
